"""A power of attorney at the counter: its giver signs there, and help to its proxy ends with it."""

from datetime import timedelta

import pytest

from tests import behind, powers, several
from tests.at_a_time import SiteAt
from tests.counter import Helped, code_for_counter, taken_up
from tests.draft import Draft
from tests.guest import Guest
from tests.integration.signing.test_at_the_counter import brought
from tests.integration.signing.test_giver_of_authorization import answers as to_be_signed
from tests.integration.signing.test_giver_of_authorization import signed_by, stands
from tests.integration.wizard.test_counter_signing import DRAWN, NAMED, PAPER, SAID, confirm, upload
from tests.later import PDF, sent
from tests.office_list import paper_came


@pytest.fixture
def stille(site_at: SiteAt) -> Guest:
    return site_at.visitor("stille")


@pytest.fixture
def power(site_at: SiteAt, stille: Guest) -> Draft:
    """An authorization that the future proxy has filled in at home."""
    return site_at.begin("jevn", "power_of_attorney").complete(to_be_signed(stille.invented))


def test_the_giver_of_an_authorization_signs_it_at_the_counter_and_it_is_theirs(
    site_at: SiteAt, helper: Guest, power: Draft, stille: Guest
) -> None:
    draft = brought(helper, power)
    page = draft.guest.get(f"{draft.path}/underskrift").text
    assert "Stille Bjørkeløv bekrefter selv." in page
    assert 'name="national_id"' not in page, "the answers tell it"
    assert confirm(draft, SAID).status_code == 422
    assert confirm(draft, DRAWN).headers["location"] == f"{draft.path}/kvittering"
    assert signed_by(site_at, draft) == ["Stille Bjørkeløv"]
    assert stands(site_at, power, stille)
    assert "Du skrev under på skjermen i skranken" in stille.get(power.path).text
    begun_by_it = powers.begin_for(site_at, power.guest, power)
    assert "Du handler for Stille Bjørkeløv." in begun_by_it.see("role")
    mine = power.guest.get("/larvik/mine-saker").text
    (proxy,) = powers.proxies(site_at, power)
    assert f"{power.path}.{proxy.id}" in mine
    told = power.guest.get(f"{power.path}.{proxy.id}").text
    assert "Underskriften kom fra den som gir fullmakt, på skjermen i skranken" in told


def test_the_giver_signs_the_very_text_that_was_frozen_for_them(
    site_at: SiteAt, helper: Guest, power: Draft, stille: Guest
) -> None:
    code = several.code_of(several.ask(power, "principal"))
    frozen = several.come(stille, code)
    shown = dict(stille.told(frozen).along({}))["content"]
    draft = brought(helper, power)
    assert "kan skrive under i skranken" in draft.guest.get(several.page(draft)).text
    assert confirm(draft, NAMED).status_code == 303
    assert behind.frozen(site_at, draft).content.sha256() == shown
    assert stands(site_at, power, stille)


def test_a_giver_on_paper_gives_nothing_yet(site_at: SiteAt, helper: Guest, power: Draft) -> None:
    assert confirm(brought(helper, power), PAPER).status_code == 303
    assert powers.row(site_at, power) is None
    (signature,) = behind.frozen(site_at, power).signatures
    assert signature.by_hand
    assert "Stille Bjørkeløv" in [fact.value for fact in signature.facts]


@pytest.mark.parametrize(
    ("number", "said"),
    [
        ("", "Skriv de 11 sifrene til den som gir fullmakt."),
        ("11909049875", "Dette er ditt eget nummer."),
        ("05927849730", "Nummeret passer ikke med fødselsdatoen"),
    ],
)
def test_a_giver_whose_number_is_not_known_tells_it_and_it_must_fit(
    site_at: SiteAt, helper: Guest, stille: Guest, number: str, said: str
) -> None:
    known = to_be_signed(stille.invented)
    born = {"subject_no_id": "no_number", "subject_birth_date": "1957-03-14"}
    subject = {name: one for name, one in known["subject"].items() if "name" in name} | born
    power = site_at.begin("jevn", "power_of_attorney").complete({**known, "subject": subject})
    draft = brought(helper, power)
    with site_at.unchanged():
        answer = confirm(draft, DRAWN | {"national_id": number})
    assert (answer.status_code, said in answer.text) == (422, True)
    assert confirm(draft, DRAWN | {"national_id": stille.invented.national_id}).status_code == 303
    assert stands(site_at, power, stille)


def test_whoever_fills_in_by_a_power_gets_help_and_its_giver_takes_over_first(
    site_at: SiteAt, stille: Guest
) -> None:
    jevn = site_at.visitor("jevn")
    power = sent(powers.given(stille, jevn))
    by_power = powers.begin_for(site_at, jevn, power)
    owner = Draft(stille, f"/larvik/sak/{by_power.id}")
    with site_at.unchanged():
        assert stille.get(f"{owner.path}/hjelp").headers["location"] == f"{owner.path}/se-over"
        asked = stille.post(f"{owner.path}/hjelp", page="/larvik/mine-saker")
        assert asked.headers["location"] == f"{owner.path}/se-over"
    assert len(code_for_counter(by_power)) == len("ABCD-2345")


@pytest.fixture
def by_power(site_at: SiteAt, helper: Guest, stille: Guest) -> tuple[Draft, Helped]:
    """A power, and at the counter a draft of its proxy's, who acts by it."""
    jevn = site_at.visitor("jevn")
    power = sent(powers.given(stille, jevn))
    return power, taken_up(helper, powers.begin_for(site_at, jevn, power))


def refused(draft: Helped) -> bool:
    """At the counter, in the middle of a step."""
    answer = draft.guest.post(draft.step("role"), {"submitter_role": "proxy"}, page="/larvik/skranke/")
    return answer.status_code == 403


def test_help_to_a_proxy_ends_with_the_power(
    site_at: SiteAt, by_power: tuple[Draft, Helped], stille: Guest
) -> None:
    power, draft = by_power
    assert "Du hjelper" in draft.see("role")
    revocation = powers.revocation(power)
    assert revocation.send().status_code == 303
    with site_at.unchanged():
        assert refused(draft)
        assert draft.guest.get(draft.path).status_code == 403
    assert stille.get(f"/larvik/sak/{draft.id}").status_code in {200, 303}, "the draft stays its owner's"


def test_help_to_a_proxy_ends_when_the_owner_takes_over(
    site_at: SiteAt, by_power: tuple[Draft, Helped], stille: Guest
) -> None:
    _, draft = by_power
    own = f"/larvik/sak/{draft.id}"
    assert stille.post(f"{own}/ta-over", page=f"{own}/se-over").status_code == 303
    assert behind.events(site_at, draft)[-2:] == ["help_ended", "taken_over"]
    assert refused(draft)


def test_a_power_that_is_signed_on_paper_and_scanned_in_holds_once_the_office_has_looked_at_it(
    site_at: SiteAt, helper: Guest, stille: Guest
) -> None:
    power = powers.given(stille, site_at.visitor("jevn"))
    draft = taken_up(helper, power)
    assert confirm(draft, PAPER).status_code == 303
    row = powers.row(site_at, power)
    assert row
    assert row.confirmed_at is None
    assert upload(draft, "papir.pdf", PDF).status_code == 303
    row = powers.row(site_at, power)
    assert row
    assert row.confirmed_at is None, "nobody but the helper has seen the signature"
    lun = site_at.visitor("lun")
    assert "Underskrift er skannet: se på den" in lun.get("/larvik/kontor/").text
    for page in (power.path, "/larvik/mine-saker"):
        assert "enter på at kontoret ser på underskriften" in stille.get(page).text
    assert "Gjør dette" not in stille.get(power.path).text, "there is nothing more for them to do"
    assert paper_came(lun, power.id) == 303
    row = powers.row(site_at, power)
    assert row
    assert row.confirmed_at
    assert "Fullmakten gjelder nå." in stille.get(power.path).text


def test_a_code_that_nobody_used_is_over_in_time(site_at: SiteAt, power: Draft, helper: Guest) -> None:
    code = code_for_counter(power)
    site_at.now += timedelta(minutes=15)
    answer = helper.post("/larvik/skranke/kode", {"code": code, "related": "no"})
    assert (answer.status_code, "Koden er for gammel." in answer.text) == (422, True)
