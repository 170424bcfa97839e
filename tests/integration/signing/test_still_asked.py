"""Whoever was asked to sign reads and signs only as long as the answers name them."""

import pytest

from tests import behind, several
from tests.at_a_time import SiteAt
from tests.draft import Draft
from tests.guest import Guest

WHY = "Han slo meg i fjor."
LET_GO = "Du er ikke lenger bedt om å skrive under"
NOT_HIM = {"other_parent": "no_contact", "other_parent_why": WHY}
RIGHT = {"rep_authority": "none"}


@pytest.fixture
def kjekk(site_at: SiteAt) -> Guest:
    return site_at.visitor("kjekk", "porsgrunn")


@pytest.fixture
def draft(site_at: SiteAt) -> Draft:
    """Signed by the mother of somebody of 15."""
    child = site_at.visitor("rask", "porsgrunn")
    draft = site_at.begin("myk", "care_services", "porsgrunn")
    draft.complete(several.answers_for(child.invented, "care_services"))
    several.wait(draft)
    return draft


def code(draft: Draft, who: Guest) -> str:
    return several.code_of(several.ask(draft, "second_parent", who.invented))


def shut_out(guest: Guest, at: str) -> bool:
    case = at.removesuffix("/skriv-under")
    for path in ("/skriv-under", "/kvittering", "/dokument/pdf", ""):
        answer = guest.get(f"{case}{path}")
        assert (answer.status_code, LET_GO in answer.text) == (403, True), path
    return case not in guest.get(f"{guest.at}/mine-saker").text


def test_a_father_who_must_not_be_contacted_after_all_reads_nothing_more(
    site_at: SiteAt, draft: Draft, kjekk: Guest
) -> None:
    at = several.come(kjekk, code(draft, kjekk))
    form = kjekk.told(at).along(several.READ)
    assert draft.answer("other-parent", NOT_HIM).status_code == 303
    assert behind.events(site_at, draft)[-2:] == ["signatures_voided", "asking_taken_back"]
    assert shut_out(kjekk, at)
    assert draft.send().status_code == 303
    assert shut_out(kjekk, at)
    assert kjekk.submit(at, form).status_code == 403
    assert "signature_came" not in behind.events(site_at, draft)


def test_a_code_that_he_has_not_used_opens_nothing(draft: Draft, kjekk: Guest) -> None:
    unused = code(draft, kjekk)
    draft.answer("other-parent", NOT_HIM)
    draft.send()
    answer = several.type_code(kjekk, unused)
    assert answer.status_code == 422
    assert "Koden gjelder ikke lenger." in answer.text
    assert "Du har ingen ennå" in kjekk.get("/porsgrunn/mine-saker").text


def test_a_protected_address_told_afterwards_lets_everybody_go(draft: Draft, kjekk: Guest) -> None:
    at = several.come(kjekk, code(draft, kjekk))
    hidden = {"address_protected": "yes", "safe_contact": "phone", "safe_contact_phone": "+4722222222"}
    assert draft.answer("address-protection", hidden).status_code == 303
    assert shut_out(kjekk, at)


def test_about_another_child_whoever_knew_the_first_is_let_go(
    site_at: SiteAt, draft: Draft, kjekk: Guest
) -> None:
    """The father of the one is nobody to the other, though the answer about him still stands."""
    glad = site_at.visitor("glad", "porsgrunn")
    at = several.come(kjekk, code(draft, kjekk))
    another = several.answers_for(glad.invented, "care_services")["subject"]
    assert draft.answer("subject", another).status_code == 303
    assert shut_out(kjekk, at)


def test_a_name_spelled_anew_lets_nobody_go(site_at: SiteAt, draft: Draft, kjekk: Guest) -> None:
    rask = site_at.visitor("rask").invented
    at = several.come(kjekk, code(draft, kjekk))
    same = {**several.answers_for(rask)["subject"], "subject_given_name": "Raske"}
    assert draft.answer("subject", same).status_code == 303
    assert several.wait(draft).status_code == 303
    assert kjekk.get(at).status_code == 200
    assert several.sign(kjekk, at).status_code == 303


def test_what_is_typed_and_not_saved_lets_nobody_go(draft: Draft, kjekk: Guest) -> None:
    at = several.come(kjekk, code(draft, kjekk))
    draft.autosave("other-parent", NOT_HIM)
    assert kjekk.get(at).status_code == 200


def test_the_young_person_of_another_case_signs_nothing(site_at: SiteAt) -> None:
    frisk, lett = site_at.visitor("frisk"), site_at.visitor("lett")
    draft = site_at.begin("myk", "coordination")
    draft.complete(several.answers_for(frisk.invented, representative=RIGHT))
    several.wait(draft)
    at = several.come(frisk, several.code_of(several.ask(draft, "young_person")))
    form = frisk.told(at).along(several.READ)
    draft.answer("subject", several.answers_for(lett.invented)["subject"])
    several.wait(draft)
    assert "Ikke spurt ennå" in draft.guest.get(several.page(draft)).text
    assert frisk.submit(at, form).status_code == 403
    assert shut_out(frisk, at)
    assert behind.submissions(site_at, draft) == 0
