"""Stubs that hold one another, and a day that was told: neither too late, nor too early."""

from datetime import timedelta

from sqlalchemy import update

from tests import powers, several
from tests.at_a_time import SiteAt
from tests.draft import begin
from tests.integration.wizard.test_archived import archived, delivered
from tests.integration.wizard.test_at_last import (
    FIRST,
    FORGOTTEN,
    GONE,
    RULES,
    known,
    purged,
    rows_about,
    site_at,
)
from tests.later import reference
from wizard.models_consents import Consent
from wizard.providers import invented

__all__ = ["site_at"]


def test_two_stubs_that_hold_each_other_go_together(site_at: SiteAt) -> None:
    """A power of attorney for one case, and that case, which the proxy came to by it."""
    giver, proxy = site_at.visitor("stille"), site_at.visitor("myk")
    case = begin(giver).complete()
    assert case.send().status_code == 303
    power = powers.given(giver, proxy)
    power.today = FIRST.date()
    limits = {"case_limit": "one_case", "case_reference": reference(case), "valid_from": "at_once"}
    assert power.answer("limits", limits | {"withdraw_info": "yes"}).status_code == 303
    assert power.send().status_code == 303
    assert powers.press(proxy, "se", power, reference=reference(case)).status_code == 303
    for draft in (case, power):
        archived(site_at, delivered(site_at, draft))
    site_at.now = GONE
    assert purged(site_at).sent == 2
    proxy.log_in("myk")
    assert powers.press(proxy, "avslutt", power).status_code == 303
    site_at.now = GONE + FORGOTTEN - timedelta(days=1)
    assert purged(site_at).stubs == 0
    site_at.now = GONE + FORGOTTEN
    assert purged(site_at, dry_run=True).stubs == 2
    assert (purged(site_at).stubs, purged(site_at).stubs) == (2, 0)
    assert (rows_about(site_at, case), rows_about(site_at, power)) == (0, 0)
    assert not known(site_at, giver)


def test_it_stays_until_the_day_that_was_told_though_nothing_is_waited_for_any_more(site_at: SiteAt) -> None:
    """The code that was out when the office put it into its archive ran out, and nobody had come by it."""
    myk, kjekk = site_at.visitor("myk"), site_at.visitor("kjekk")
    rask = next(one for one in invented() if one.name.startswith("Rask") and one.staff_of is None)
    draft = several.filled_for(myk, rask)
    assert several.wait(draft).status_code == 303
    several.code_of(several.ask(draft, "second_parent", kjekk.invented))
    sent = myk.post(f"{several.page(draft)}/send", {"sure": "yes"}, page=several.page(draft))
    assert sent.status_code == 303
    archived(site_at, delivered(site_at, draft))
    assert "laste den ned her til 1. desember 2027." in myk.get(draft.path).text
    site_at.later(draft, GONE)
    with site_at.tools() as tools, tools.store.write() as db:
        db.execute(update(Consent).where(Consent.case_id == draft.id).values(ended_at=GONE))
    assert purged(site_at).sent == 0
    assert "laste den ned her til 1. desember 2027." in myk.get(draft.path).text
    site_at.now = FIRST + timedelta(days=RULES.waiting_days)
    assert purged(site_at).sent == 1
