"""A power of attorney in the register: from when it holds, for whom, and how it ends."""

from datetime import date, datetime, timedelta

import pytest

from forms.language import OSLO
from tests import behind, powers
from tests.at_a_time import SiteAt
from tests.draft import Draft
from tests.later import sent
from tests.running_site import Site
from wizard.accounts import lookup_of

PROXY = {
    "proxy_kind": "person",
    "proxy_name": "Ung Venn",
    "proxy_known_by": "birth_date",
    "proxy_relation": "friend",
    "proxy_phone": "99999998",
    "proxy_not_staff": "yes",
}


def office(draft: Draft) -> str:
    return draft.path.replace("/sak/", "/kontor/sak/")


def today(site: Site) -> date:
    with site.tools() as tools:
        return tools.today()


def test_signed_here_it_is_registered_and_holds_from_then_on(either_site: Site) -> None:
    site = either_site
    stille, myk = site.visitor("stille"), site.visitor("myk")
    power = powers.given(stille, myk)
    assert powers.row(site, power) is None
    sent(power)
    row = powers.row(site, power)
    assert row
    assert (row.confirmed_at, row.ended_at) != (None, None)
    assert row.ended_at is None
    assert (row.scope, row.one_case, row.about_id) == (powers.EVERYTHING, False, None)
    with site.tools() as tools:
        assert row.proxy_lookup == lookup_of(tools, myk.invented.national_id)
    assert power.id in powers.power_ids(powers.page(myk))
    assert power.id not in powers.power_ids(powers.page(site.visitor("jevn")))
    assert "Handle for en annen" in myk.get("/larvik/mine-saker").text


def test_what_is_ticked_and_limited_is_kept(site: Site) -> None:
    stille, myk = site.visitor("stille"), site.visitor("myk")
    day = (today(site) + timedelta(days=20)).isoformat()
    power = sent(
        powers.given(
            stille,
            myk,
            scope={"scope": ["talk", "see_case"], "scope_sharing": "yes"},
            limits={"valid_from": "later", "valid_from_date": day, "case_limit": "one_case"},
        )
    )
    row = powers.row(site, power)
    assert row
    assert (row.scope, row.one_case, row.first_day.isoformat()) == (["talk", "see_case", "share"], True, day)
    told = powers.page(myk)
    assert "Gjelder ikke ennå" in told
    assert powers.press(myk, "begynn", power, journey="consent").status_code == 403


def test_on_paper_it_waits_for_the_paper(either_site: Site) -> None:
    site = either_site
    stille, myk, lun = site.visitor("stille"), site.visitor("myk"), site.visitor("lun")
    power = sent(powers.given(stille, myk), sign_method="paper")
    row = powers.row(site, power)
    assert row
    assert row.confirmed_at is None
    refused = powers.press(myk, "begynn", power, journey="coordination")
    assert refused.status_code == 403
    assert "gjelder ikke ennå" in refused.text
    assert lun.post(f"{office(power)}/underskrift-kommet", page=office(power)).status_code == 303
    row = powers.row(site, power)
    assert row
    assert row.confirmed_at
    powers.begin_for(site, myk, power)


def test_a_proxy_of_whom_no_number_is_told_is_in_nobodys_list(site: Site) -> None:
    stille, myk = site.visitor("stille"), site.visitor("myk")
    power = sent(powers.given(stille, myk, proxy={"proxy_known_by": "birth_date"}))
    row = powers.row(site, power)
    assert row
    assert row.proxy_lookup is None
    assert powers.press(myk, "begynn", power, journey="coordination").status_code == 404


def test_taken_back_it_ends_at_once_and_the_office_sees_it(either_site: Site) -> None:
    site = either_site
    stille, myk = site.visitor("stille"), site.visitor("myk")
    power = sent(powers.given(stille, myk))
    draft = powers.begin_for(site, myk, power)
    sent(powers.revocation(power))
    row = powers.row(site, power)
    assert row
    assert row.ended_at
    assert all(part.ended_at for part in powers.parts(site, draft))
    assert "Avsluttet" in powers.page(myk)
    assert powers.press(myk, "begynn", power, journey="coordination").status_code == 403


def test_taken_back_from_a_later_day_it_holds_until_then(site: Site) -> None:
    stille, myk = site.visitor("stille"), site.visitor("myk")
    power = sent(powers.given(stille, myk))
    draft = powers.begin_for(site, myk, power)
    day = today(site) + timedelta(days=10)
    parts = {"day": day.day, "month": day.month, "year": day.year}
    when = {f"revoke_from_date-{part}": str(value) for part, value in parts.items()}
    sent(powers.revocation(power, revoke_from="later", **when))
    row = powers.row(site, power)
    assert row
    assert (row.ended_at, row.last_day) == (None, day - timedelta(days=1))
    assert draft.see("role")
    assert "Går snart ut" in powers.page(myk)


def test_the_proxy_can_end_it_too(either_site: Site) -> None:
    site = either_site
    stille, myk = site.visitor("stille"), site.visitor("myk")
    power = sent(powers.given(stille, myk))
    draft = powers.begin_for(site, myk, power)
    assert powers.press(site.visitor("jevn"), "avslutt", power).status_code == 404
    assert powers.press(myk, "avslutt", power).status_code == 303
    assert "Fullmakten er avsluttet." in powers.page(myk)
    assert draft.guest.get(draft.step("role")).status_code == 403
    assert behind.events(site, power)[-1] == "power_given_back"
    assert powers.press(myk, "avslutt", power).status_code == 303
    assert behind.events(site, power).count("power_given_back") == 1
    told = stille.get(power.path).text
    assert "Fullmakten gjelder ikke lenger." in told
    assert "Trekk fullmakten" not in told
    assert "Fullmektigen har avsluttet fullmakten" in site.visitor("lun").get(office(power)).text


def test_ages_are_counted_in_oslo_when_it_is_sent(tmp_path_factory: pytest.TempPathFactory) -> None:
    """A proxy who is 18 on the 2nd of December may be chosen from midnight on, and not a minute before."""
    with SiteAt(tmp_path_factory.mktemp("birthday")) as site:
        site.now = datetime(2026, 12, 1, 23, 59, tzinfo=OSLO)
        draft = powers.given(site.visitor("stille"), site.visitor("myk"))
        born = {"day": "2", "month": "12", "year": "2008"}
        who = {f"proxy_birth_date-{part}": value for part, value in born.items()} | PROXY
        refused = draft.answer("proxy", who)
        assert refused.status_code == 422
        assert "må være 18 år eller eldre" in refused.text
        site.now = datetime(2026, 12, 2, 0, 1, tzinfo=OSLO)
        assert draft.answer("proxy", who).status_code == 303
        sent(draft)


def test_nobody_gives_a_power_to_themselves(site: Site) -> None:
    stille = site.visitor("stille")
    draft = powers.given(stille, site.visitor("myk"))
    own = PROXY | {"proxy_known_by": "number", "proxy_national_id": stille.invented.national_id}
    refused = draft.answer("proxy", own)
    assert refused.status_code == 422
    assert "Dette er ditt eget nummer." in refused.text
