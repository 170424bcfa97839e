"""A mother fills in for somebody of 16, who signs themselves: now, later, or not at all."""

from datetime import timedelta

import pytest

from forms.ties import WITHDRAWN
from tests import behind, several
from tests.at_a_time import SiteAt
from tests.draft import Draft, filled
from tests.guest import Guest
from wizard.cases.beginning import record

RIGHT = {"rep_authority": "none"}


@pytest.fixture
def frisk(site_at: SiteAt) -> Guest:
    return site_at.visitor("frisk")


@pytest.fixture
def draft(site_at: SiteAt, frisk: Guest) -> Draft:
    draft = site_at.begin("myk", "coordination")
    return draft.complete(several.answers_for(frisk.invented, representative=RIGHT))


def lun(site: SiteAt, draft: Draft) -> str:
    return site.visitor("lun").get(draft.path.replace("/sak/", "/kontor/sak/")).text


def test_the_review_says_who_must_sign_and_the_page_of_signing_waits_unless_told_otherwise(
    draft: Draft,
) -> None:
    assert "Etter deg må den det gjelder skrive under." in draft.review()
    page = draft.guest.get(f"{draft.path}/send").text
    assert 'value="wait"' in page
    assert several.wait(draft).headers["location"] == several.page(draft)
    waiting = draft.guest.get(several.page(draft)).text
    assert "Fra 16 år bestemmer man selv" in waiting
    assert "pasient- og brukerrettighetsloven §§ 4-3 og 4-5" in waiting
    assert "person_name" not in waiting, "whom the answers tell of is not named again"
    assert draft.guest.get(draft.path).headers["location"] == several.page(draft)


def test_with_the_young_persons_signature_it_is_sent(site_at: SiteAt, draft: Draft, frisk: Guest) -> None:
    several.wait(draft)
    at = several.come(frisk, several.code_of(several.ask(draft, "young_person")))
    assert behind.submissions(site_at, draft) == 0
    assert several.sign(frisk, at).status_code == 303
    assert behind.submissions(site_at, draft) == 1
    assert behind.marks(site_at, draft) == ["urgent"]
    assert "Kommunen har fått søknaden" in several.receipt(frisk, at)
    assert "Du har sendt søknaden" in draft.receipt()
    assert "Hører til" not in several.receipt(frisk, at)
    pdf = site_at.made_pdf(draft)
    assert "MykHavgløtt" in pdf
    assert "FriskFjellbekk" in pdf
    assert "Underskriftmangler" not in pdf
    assert "Underskrift mangler" not in lun(site_at, draft)


def test_sent_without_waiting_it_is_marked_and_signed_later(
    site_at: SiteAt, draft: Draft, frisk: Guest
) -> None:
    assert draft.send().headers["location"] == f"{draft.path}/kvittering"
    assert behind.marks(site_at, draft) == ["urgent", "unsigned young_person"]
    assert "Underskriftmangler" in site_at.made_pdf(draft)
    assert "Underskrift mangler" in lun(site_at, draft)
    assert "Underskrift mangler" in draft.receipt()
    sealed = behind.frozen(site_at, draft)
    at = several.come(frisk, several.code_of(several.ask(draft, "young_person")))
    assert several.sign(frisk, at).status_code == 303
    assert behind.frozen(site_at, draft) == sealed
    assert behind.events(site_at, draft)[-2:] == ["signed", "signature_came"]
    page = lun(site_at, draft)
    assert "Underskrift mangler" not in page.split("<dl", maxsplit=1)[0]
    assert "Underskriften som manglet, er kommet" in page
    assert "Frisk Fjellbekk" in page.partition("Underskrifter som kom etterpå")[2]
    assert "Underskrift mangler" not in draft.receipt()


def test_waiting_can_be_ended_at_any_time(site_at: SiteAt, draft: Draft) -> None:
    several.wait(draft)
    several.code_of(several.ask(draft, "young_person"))
    answer = draft.guest.post(f"{several.page(draft)}/send", page=several.page(draft))
    assert answer.headers["location"] == f"{draft.path}/kvittering"
    assert behind.marks(site_at, draft) == ["urgent", "unsigned young_person"]
    assert draft.guest.post(f"{several.page(draft)}/send", page=several.page(draft)).status_code == 303
    assert behind.submissions(site_at, draft) == 1


def test_no_comes_with_a_word_to_whoever_asked_and_one_may_think_again(
    site_at: SiteAt, draft: Draft, frisk: Guest
) -> None:
    several.wait(draft)
    at = several.come(frisk, several.code_of(several.ask(draft, "young_person")))
    assert several.decline(frisk, at, "Jeg vil heller ringe selv. <b>").status_code == 303
    page = draft.guest.get(several.page(draft)).text
    assert "Vil ikke skrive under" in page
    assert "Jeg vil heller ringe selv. &lt;b&gt;" in page
    assert "Du har sagt nei" in frisk.get(at).text
    assert behind.submissions(site_at, draft) == 0
    assert several.sign(frisk, at).status_code == 303
    assert behind.submissions(site_at, draft) == 1
    assert several.decline(frisk, at).status_code == 303
    assert behind.events(site_at, draft).count("declined_to_sign") == 1


def test_a_change_after_a_signature_makes_all_void_and_says_so(
    site_at: SiteAt, draft: Draft, frisk: Guest
) -> None:
    several.wait(draft)
    at = several.come(frisk, several.code_of(several.ask(draft, "young_person")))
    old = frisk.told(at).along(several.READ)
    draft.autosave("need", {"need_description": "Halvveis i en tanke"})
    assert "Du er ikke ferdig med" in draft.guest.get(several.page(draft)).text
    assert behind.events(site_at, draft).count("signatures_voided") == 0
    to = draft.answer("need", {"need_description": "Noe helt annet enn før."}).headers["location"]
    assert "Du har endret noe." in draft.guest.get(to).text
    assert behind.events(site_at, draft)[-1] == "signatures_voided"
    assert "Underskriftene gjelder ikke lenger" in draft.review()
    assert "holder på å endre teksten" in frisk.get(at).text
    assert frisk.submit(at, old).status_code == 409
    assert behind.submissions(site_at, draft) == 0
    assert several.wait(draft).headers["location"] == several.page(draft)
    assert frisk.submit(at, old).status_code == 409, "signed is what was read, and nothing else"
    assert "Noe helt annet enn før." in frisk.get(at).text
    assert several.sign(frisk, at).status_code == 303
    assert behind.submissions(site_at, draft) == 1
    assert {one.content_sha256 for one in behind.frozen(site_at, draft).signatures} == {
        behind.frozen(site_at, draft).content.sha256()
    }


def test_what_is_half_done_holds_the_last_signature_back_and_loses_nothing(
    site_at: SiteAt, draft: Draft, frisk: Guest
) -> None:
    several.wait(draft)
    at = several.come(frisk, several.code_of(several.ask(draft, "young_person")))
    same = filled(draft.walk(several.answers_for(frisk.invented, representative=RIGHT)), "need")
    draft.autosave("need", {"need_description": "Halvveis i en tanke"})
    assert several.sign(frisk, at).status_code == 303
    assert behind.submissions(site_at, draft) == 0
    send = f"{several.page(draft)}/send"
    assert draft.guest.post(send, page=several.page(draft)).status_code == 409
    draft.answer("need", same)
    assert behind.events(site_at, draft).count("signatures_voided") == 0, "nothing is another than it was"
    assert draft.guest.post(send, page=several.page(draft)).headers["location"] == f"{draft.path}/kvittering"
    assert len(behind.frozen(site_at, draft).signatures) == 2


def test_the_frozen_text_stays_in_its_language(site_at: SiteAt, draft: Draft, frisk: Guest) -> None:
    several.wait(draft)
    at = several.come(frisk, several.code_of(several.ask(draft, "young_person")))
    frisk.post("/sprak", {"code": "en"}, page=at)
    page = frisk.get(at).text
    assert "Read and sign" in page
    assert "Hva trenger du hjelp til?" in page or "hjelp" in page
    assert several.sign(frisk, at).status_code == 303
    request = behind.frozen(site_at, draft)
    assert request.content.language == "nb"
    assert {fact.label for fact in request.receipt} >= {"Mottatt"}
    assert "Rolle" in [fact.label for fact in request.signatures[1].facts]


def test_a_code_is_over_after_fourteen_days_and_can_be_made_anew(
    site_at: SiteAt, draft: Draft, frisk: Guest
) -> None:
    several.wait(draft)
    old = several.code_of(several.ask(draft, "young_person"))
    site_at.now += timedelta(days=14)
    for guest in (draft.guest, frisk):
        guest.log_in(guest.invented.key)
    answer = several.type_code(frisk, old)
    assert answer.status_code == 422
    assert "Koden har gått ut." in answer.text
    assert "Koden gikk ut" in draft.guest.get(several.page(draft)).text
    at = several.come(frisk, several.code_of(several.ask(draft, "young_person")))
    assert several.sign(frisk, at).status_code == 303


def test_nobody_signs_what_was_taken_back(site_at: SiteAt, draft: Draft, frisk: Guest) -> None:
    draft.send()
    at = several.come(frisk, several.code_of(several.ask(draft, "young_person")))
    form = frisk.told(at).along(several.READ)
    with site_at.tools() as tools, tools.store.write() as db:
        record(db, draft.id, WITHDRAWN, tools.clock())
    assert "Underskrift mangler" not in draft.guest.get(draft.path).text
    assert several.ask(draft, "young_person").status_code == 303
    assert frisk.submit(at, form).status_code == 303
    assert "signature_came" not in behind.events(site_at, draft)


def test_what_tells_of_a_protected_address_is_shown_to_nobody_from_here(
    site_at: SiteAt, frisk: Guest
) -> None:
    hidden = {"address_protected": "yes", "safe_contact": "attendance"}
    draft = site_at.begin("myk", "coordination")
    nowhere = {"current_services": ["hospital"]}
    draft.complete(
        several.answers_for(frisk.invented, representative=RIGHT, address_protection=hidden, services=nowhere)
    )
    assert "Kontoret ordner underskriften fra den det gjelder på en trygg måte." in draft.review()
    assert "send_when" not in draft.guest.get(f"{draft.path}/send").text
    assert draft.send(send_when="wait").headers["location"] == f"{draft.path}/kvittering"
    with site_at.unchanged():
        assert several.ask(draft, "young_person").status_code == 303
    assert "Lag en kode" not in draft.guest.get(several.page(draft)).text
    assert "unsigned young_person" in behind.marks(site_at, draft)
