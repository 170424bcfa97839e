"""The last day of sharing that nobody could read on the paper is written in once somebody knows it."""

from datetime import date, timedelta
from typing import Any

import httpx

from tests import behind, consents
from tests.guest import Guest
from tests.integration.paper_intake.test_consent_on_paper import NOBODY, SHARING, consent, lacking
from tests.integration.paper_intake.test_missing_numbers import own, wrong_number
from tests.integration.paper_intake.test_power_on_paper import add
from tests.office_list import line_of
from tests.paper_form import PaperForm, boxes, other, today, wrong
from tests.running_site import Site

NO_DAY: dict[str, Any] = SHARING | dict.fromkeys(boxes("valid_to", today()), "")
BUTTON = "Skriv inn siste dag"


def unread(lun: Guest, day: int, **steps: Any) -> PaperForm:
    usual: dict[str, Any] = {"sharing": NO_DAY, "days": other(day)}
    return consent(lun, **(usual | steps))


def write(staff: Guest, paper: PaperForm, day: date, **changed: str) -> httpx.Response:
    at = paper.at_office
    told = {"how": "asked"} | boxes("last_day", day) | changed
    return staff.post(f"{at}/siste-dag/skriv-inn", told, page=at)


def test_sharing_holds_until_the_day_that_was_written_in(site: Site, lun: Guest) -> None:
    stille = site.visitor("stille")
    paper, last = unread(lun, 70), today() + timedelta(40)
    assert "Ta kontakt med kontoret." in consents.page(stille)
    page = lun.get(paper.at_office).text
    assert BUTTON in page
    assert BUTTON in lun.get(f"{paper.at_office}/siste-dag").text
    with site.unchanged():
        assert wrong(write(lun, paper, today() + timedelta(900)), "last_day")
        assert wrong(write(lun, paper, last, how=""), "how")
    assert write(lun, paper, last).status_code == 303
    found = {one.said.service or one.kind: one for one in consents.rows(site, paper)}
    assert {found[one].last_day for one in ("gp", "home_care", "hospital")} == {last}
    assert found["plan"].last_day is None
    assert all(one.confirmed_at for one in found.values())
    assert "unread" not in behind.marks(site, paper)
    assert "Ikke lest av" not in line_of(lun, paper.id)
    page = lun.get(paper.at_office).text
    assert BUTTON not in page
    assert "Ikke lest av" not in page
    assert "Lun Fjelltone skrev inn siste dag for deling" in page
    assert "Vi spurte den som ga samtykket." in page
    own = stille.get(f"/larvik/sak/{paper.id}").text
    assert "Kontoret skrev inn siste dag for deling" in own
    assert "Noe av det gjelder ikke ennå" not in own
    with site.unchanged():
        assert write(lun, paper, last + timedelta(9)).status_code == 303, "the first one stands"


def test_it_stands_for_no_number_and_outlives_one_that_was_wrong(site: Site, lun: Guest) -> None:
    site.visitor("stille")
    paper = unread(lun, 71, subject=NOBODY)
    assert write(lun, paper, today() + timedelta(40)).status_code == 303
    assert lacking(site, paper)["gp"] == "number"
    assert add(lun, paper, owner_number="14835749828").status_code == 303
    assert all(one.confirmed_at for one in consents.rows(site, paper))
    assert wrong_number(lun, paper, "owner") == 303
    assert set(lacking(site, paper).values()) == {"number"}


def test_what_else_could_not_be_read_still_stops_it(site: Site, lun: Guest) -> None:
    paper = unread(lun, 72, sharing=NO_DAY | {"topics": ""})
    assert write(lun, paper, today() + timedelta(40)).status_code == 303
    assert lacking(site, paper)["gp"] == "unread"
    assert "unread" in behind.marks(site, paper)
    page = lun.get(paper.at_office).text
    assert "Dette er ikke lest av: hva som kan deles. Be om et nytt samtykke" in page


def test_until_a_later_day_on_which_it_is_taken_back_it_can_still_be_written_in(
    site: Site, lun: Guest
) -> None:
    site.visitor("stille")
    paper = unread(lun, 74)
    ids = [str(one.id) for one in consents.rows(site, paper)]
    later = {"from_when": "later"} | boxes("from_when_date", today() + timedelta(20))
    told = boxes("said_on", today()) | later
    assert consents.take_down(lun, own(lun, paper), ids, **told).status_code == 303
    assert BUTTON in lun.get(paper.at_office).text
    assert write(lun, paper, today() + timedelta(40)).status_code == 303
    assert all(one.confirmed_at for one in consents.rows(site, paper))


def test_where_it_was_read_nobody_writes_another(site: Site, lun: Guest) -> None:
    paper = consent(lun, days=other(73))
    assert lun.get(f"{paper.at_office}/siste-dag").headers["location"] == paper.at_office
    with site.unchanged():
        assert write(lun, paper, today()).status_code == 303
