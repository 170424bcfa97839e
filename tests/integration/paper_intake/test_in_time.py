"""Whether an appeal on paper came in time: the postmark counts, and the day it was handed in."""

import re
from datetime import date, timedelta

from forms.law.holidays import working_day
from tests import behind
from tests.guest import Guest
from tests.office_list import line_of
from tests.paper_form import STILLE, PaperForm, boxes, registered, today
from tests.running_site import Site


def facts(site: Site, paper: PaperForm) -> str:
    request = behind.frozen(site, paper)
    return " ".join(fact.value for fact in (*request.content.facts, *request.receipt))


def test_posted_in_time_is_in_time_whenever_it_came_and_was_registered(site: Site, lun: Guest) -> None:
    """The letter came to the person 40 days ago; the postmark is from the last day."""
    received = today() - timedelta(40)
    ends = _ends(received)
    days = {"came_by": "post"} | boxes("postmark", ends) | boxes("arrived", today())
    dates = {"received_known": "yes"} | boxes("received_date", received)
    paper = registered(lun, "appeal", subject=STILLE, days=days, dates=dates)
    assert "Poststempelet er fra" in facts(site, paper)
    assert not {"late", "maybe_late"} & set(behind.marks(site, paper))
    assert "Du klaget i tide." in site.visitor("stille").get(f"/larvik/sak/{paper.id}/kvittering").text


def _ends(received: date) -> date:
    return working_day(received + timedelta(28))


def test_posted_the_day_after_is_late_by_a_day(site: Site, lun: Guest) -> None:
    received = today() - timedelta(41)
    after = _ends(received) + timedelta(1)
    days = {"came_by": "post"} | boxes("postmark", after) | boxes("arrived", today())
    dates = {"received_known": "yes"} | boxes("received_date", received)
    paper = registered(lun, "appeal", days=days, dates=dates)
    assert "dagen etter siste dag." in facts(site, paper)
    assert "late" in behind.marks(site, paper)
    assert "Kom etter fristen" in lun.get(paper.at_office).text


def test_a_postmark_that_cannot_be_read_leaves_it_open(site: Site, lun: Guest) -> None:
    received = today() - timedelta(42)
    days = {"came_by": "post"} | boxes("arrived", today())
    dates = {"received_known": "yes"} | boxes("received_date", received)
    paper = registered(lun, "appeal", days=days, dates=dates)
    assert "stempelet er ikke til å lese" in facts(site, paper)
    assert "maybe_late" in behind.marks(site, paper)


def test_handed_in_on_the_last_day_is_in_time_and_the_next_is_not(site: Site, lun: Guest) -> None:
    received = today() - timedelta(43)
    dates = {"received_known": "yes"} | boxes("received_date", received)
    for after, said in ((0, "Klagen ble levert"), (1, "dagen etter siste dag.")):
        days = {"came_by": "by_hand"} | boxes("arrived", _ends(received) + timedelta(after))
        paper = registered(lun, "appeal", days=days, dates=dates)
        assert said in facts(site, paper)
        assert ("late" in behind.marks(site, paper)) is bool(after)


def test_what_nav_answered_has_no_deadline_of_ours_and_is_passed_on(site: Site, lun: Guest) -> None:
    dates = {"received_known": "yes"} | boxes("received_date", today() - timedelta(90))
    paper = registered(lun, "appeal", answer={"decision_maker": "nav"}, dates=dates)
    assert "Siste dag for å klage" not in facts(site, paper)
    assert "to_nav" in behind.marks(site, paper)


def test_it_stands_in_the_list_on_the_day_it_came(site: Site, lun: Guest) -> None:
    paper = registered(lun, days={"came_by": "by_hand"} | boxes("arrived", today() - timedelta(20)))
    request = behind.frozen(site, paper)
    assert str((today() - timedelta(20)).day) in request.receipt[0].value
    line = line_of(lun, paper.id)
    assert "kl." not in re.findall(r'<td role="cell">([^<]*)</td>', line)[0]
