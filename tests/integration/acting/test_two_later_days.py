"""A power that is over from a day is not taken back from a later one: every page tells the day that holds."""

from datetime import date, timedelta
from typing import Any

from forms.ties import WITHDRAWN_FROM
from tests import behind, powers
from tests.draft import Draft
from tests.guest import Guest
from tests.integration.paper_intake.test_power_on_paper import BY_NAME, NOBODY, power
from tests.later import begin_about, reference, sent
from tests.paper_form import boxes, other, registered, today, wrong
from tests.running_site import Site
from wizard.models import CaseEvent

FIRST, SECOND = today() + timedelta(5), today() + timedelta(20)
OVER = "Fullmakten er over fra"


def later(day: date) -> dict[str, str]:
    return {"revoke_from": "later", **boxes("revoke_from_date", day)}


def told_days(site: Site, case: Draft) -> list[str]:
    with site.tools() as tools, tools.store.read() as db:
        found = db.query(CaseEvent).filter_by(case_id=case.id, kind=WITHDRAWN_FROM).order_by(CaseEvent.id)
        return [one.detail for one in found]


def refused_twice(site: Site, lun: Guest, giver: Guest, one: Draft) -> None:
    """By the office, and by the giver's own form."""
    with site.unchanged():
        assert OVER in wrong(powers.end_at_office(lun, one, **later(SECOND)), "revoke_from_date")
    back = begin_about(one, "power_of_attorney_revocation")
    what = powers.AT_ONCE | {"poa_reference": reference(one)} | later(SECOND)
    assert OVER in wrong(back.answer("revocation", what), "revoke_from_date")
    assert giver is one.guest


def test_taken_back_from_a_day_it_is_not_taken_back_from_a_later_one(site: Site) -> None:
    lun, stille, myk = (site.visitor(one) for one in ("lun", "stille", "myk"))
    one = sent(powers.given(stille, myk))
    assert powers.end_at_office(lun, one, **later(FIRST)).status_code == 303
    refused_twice(site, lun, stille, one)
    sooner = FIRST - timedelta(2)
    assert powers.end_at_office(lun, one, **later(sooner)).status_code == 303
    assert told_days(site, one) == [FIRST.isoformat(), sooner.isoformat()]
    row = powers.row(site, one)
    assert row
    assert row.last_day == sooner - timedelta(1)


def test_nor_is_one_that_is_over_by_its_own_last_day(site: Site) -> None:
    lun, stille, myk = (site.visitor(one) for one in ("lun", "stille", "myk"))
    ends = {"limits": {"valid_to": FIRST}}
    one = sent(powers.given(stille, myk, **ends))
    refused_twice(site, lun, stille, one)


def test_what_a_paper_tells_of_a_later_day_is_told_as_the_day_that_holds(site: Site) -> None:
    lun = site.visitor("lun")
    paper = power(lun, subject=NOBODY, proxy=BY_NAME, days=other(60))
    assert powers.end_at_office(lun, paper, **later(FIRST)).status_code == 303
    earlier: dict[str, Any] = {"earlier_reference": paper.reference, "withdraw_extent": "all"}
    days = boxes("taken_back_from", SECOND)
    registered(lun, "power_of_attorney_revocation", subject=NOBODY, earlier=earlier | days, days=other(60))
    assert told_days(site, paper) == [FIRST.isoformat()] * 2
    assert behind.events(site, paper)[-1] == WITHDRAWN_FROM
