"""Attacks A-043 to A-045, A-047, A-050, A-051 and A-054: steps out of order, sent twice, sent late."""

import re

import httpx
import pytest
from sqlalchemy import select

from forms.journeys.registry import sample
from tests import behind
from tests.draft import CONSENTS, JOURNEY, Draft, filled, told
from tests.filled import pairs
from tests.guest import hidden, is_page
from tests.integration.attacks.both import kind_of_site, site
from tests.integration.handover.world import until
from tests.running_site import Site
from tests.sendable import pdf
from wizard.models import Attachment

__all__ = ["kind_of_site", "site"]


def test_a_043_nobody_skips_ahead(site: Site, draft: Draft) -> None:
    walk = draft.walk(told())
    draft.fill(until=walk.path[1].slug)
    resume = draft.step(walk.path[1].slug)
    with site.unchanged():
        for step in walk.path[2:]:
            given = pairs(walk.form(step))
            told_here = draft.guest.told(resume).along(given)
            answer = draft.guest.submit(draft.step(step.slug), told_here)
            typed = [value for _, value in given if value.strip()]
            assert answer.status_code == (409 if typed else 303), step.slug
            assert typed or answer.headers["location"] == resume
            blank = draft.guest.told(resume).along([(name, " ") for name, _ in given])
            assert draft.guest.submit(draft.step(step.slug), blank).headers["location"] == resume
            assert draft.guest.get(draft.step(step.slug)).headers["location"] == resume
        assert draft.guest.submit(draft.step("ingen-slik"), told_here).headers["location"] == resume


def test_what_was_typed_into_a_step_that_was_never_saved_is_shown_when_it_is_left_behind(
    site: Site, draft: Draft
) -> None:
    """In the other tab an earlier answer was changed, so that other steps come first now."""
    draft.fill(until="services")
    page = draft.guest.told(draft.step("services"))
    typed = {
        "current_services_text": "En lang tekst om hjelpen.",
        "stowaway": "Ingen spurte om dette.",
    }
    role = {"submitter_role": "proxy", "staff_assistance": "no"}
    assert draft.answer("role", role).status_code == 303
    with site.unchanged():
        answer = draft.guest.submit(draft.step("services"), page.along(typed))
        kept = draft.guest.submit(f"{draft.step('services')}/autolagring", page.along(typed))
    assert answer.status_code == kept.status_code == 409
    assert "En lang tekst om hjelpen." in answer.text
    assert "Ingen spurte" not in answer.text
    assert f'href="{draft.step("subject")}"' in answer.text
    assert "Et annet svar er endret" in kept.text
    assert "velge" not in kept.text, "there is nothing to choose"
    no_child = page.along({"child_condition": "Barnet venter på svar."})
    assert "Barnet venter på svar." in draft.guest.submit(draft.step("coordination"), no_child).text


def test_a_044_an_unfinished_form_is_not_sent(site: Site, draft: Draft) -> None:
    missing = "need"
    draft.fill(until=missing)
    with site.unchanged():
        assert draft.guest.get(f"{draft.path}/send").headers["location"] == f"{draft.path}/se-over"
        told_here = draft.guest.told(f"{draft.path}/slett").along({"content": "0" * 64} | CONSENTS)
        answer = draft.guest.submit(f"{draft.path}/send", told_here)
    assert answer.status_code == 409
    assert f'href="{draft.step(missing)}"' in answer.text
    assert f'href="{draft.step(missing)}"' in draft.review()


def test_a_044_every_step_is_checked_again_when_it_is_sent(site: Site, draft: Draft) -> None:
    """A step that was sound no longer holds when an earlier answer changes what may be asked for."""
    draft.complete()
    fresh = draft.guest.told(f"{draft.path}/send").along(CONSENTS)
    assert draft.autosave("need", {"need_description": "", "what_matters": "halvferdig"}).status_code == 200
    with site.unchanged():
        answer = draft.guest.submit(f"{draft.path}/send", fresh)
    assert answer.status_code == 409
    assert draft.step("need") in answer.text


def test_a_045_a_branch_no_longer_taken_is_not_sent(site: Site, draft: Draft) -> None:
    draft.complete()
    street = sample(JOURNEY)["contact"]["subject_address"]["street"]
    assert street in draft.review()
    protect = {"address_protected": "yes", "safe_contact": "attendance"}
    assert draft.answer("address-protection", protect).status_code == 303
    with site.unchanged():
        hidden = draft.guest.told(draft.step("language")).along({"subject_address-street": "Bakveien 1"})
        answer = draft.guest.submit(draft.step("contact"), hidden)
    assert answer.status_code == 409
    assert "Bakveien 1" in answer.text, "shown to whoever typed it, and kept nowhere"
    assert f'href="{draft.path}/se-over"' in answer.text
    review = draft.review()
    assert street not in review
    assert "Dette følger ikke med" in review
    assert "<li>Kontakt</li>" in review
    assert "tittel-contact" not in review
    assert draft.send().status_code == 303
    assert street not in behind.frozen(site, draft).model_dump_json()


def test_a_045_a_file_of_a_branch_no_longer_taken_stays_the_citizens(site: Site, draft: Draft) -> None:
    """A power of attorney was added; then the citizen said that the application is for themselves."""
    draft.answer("role", {"submitter_role": "proxy", "staff_assistance": "no"})
    for slug in ("address-protection", "subject"):
        person = {
            "subject_no_id": "no_number",
            "subject_given_name": "Rask",
            "subject_family_name": "Havgløtt",
        }
        born = {
            f"subject_birth_date-{part}": one
            for part, one in (("day", "14"), ("month", "3"), ("year", "2001"))
        }
        given = {"address_protected": "no"} if slug == "address-protection" else person | born
        assert draft.answer(slug, given).status_code == 303
    paper = ("fullmakt.pdf", pdf(), "application/pdf")
    form = dict(draft.guest.told(draft.step("representative")).along({"_upload": "rep_document"}))
    taken = draft.guest.http.post(draft.step("representative"), data=form, files={"rep_document": paper})
    assert taken.status_code == 303, taken.headers.get("location")
    with site.tools() as tools, tools.store.read() as db:
        file = f"vedlegg/{db.scalars(select(Attachment.id).where(Attachment.case_id == draft.id)).one()}"
    walk = draft.walk(told())
    for step in walk.path:
        assert draft.answer(step.slug, pairs(walk.form(step))).status_code == 303
    assert draft.send().status_code == 303
    assert draft.guest.get(f"{draft.path}/{file}").content == paper[1]
    office, lun = draft.path.replace("/sak/", "/kontor/sak/"), site.visitor("lun")
    assert "fullmakt.pdf" not in lun.get(office).text
    assert lun.get(f"{office}/{file}").status_code == 404


def test_a_047_a_lost_receipt_is_fetched_by_sending_again(site: Site, draft: Draft) -> None:
    draft.complete()
    form = draft.guest.told(f"{draft.path}/send").along(CONSENTS)
    gone_at_once = httpx.Timeout(30, read=0.001)
    with pytest.raises(httpx.ReadTimeout):
        draft.guest.http.post(f"{draft.path}/send", data=dict(form), timeout=gone_at_once)
    until(lambda: behind.submissions(site, draft) == 1)
    first = draft.guest.submit(f"{draft.path}/send", form)
    receipt = facts(draft.receipt())
    again = draft.guest.submit(f"{draft.path}/send", form)
    assert first.headers["location"] == again.headers["location"] == f"{draft.path}/kvittering"
    assert facts(draft.receipt()) == receipt
    assert (behind.submissions(site, draft), behind.hand_overs(site, draft)) == (1, 1)
    assert behind.events(site, draft) == ["started", "signed", "submitted"]


def facts(receipt: str) -> str:
    found = re.search('<dl class="facts">.*?</dl>', receipt, re.DOTALL)
    assert found
    assert "V-" in found[0]
    return found[0]


def test_a_050_what_is_sent_is_not_changed(site: Site, draft: Draft) -> None:
    walk = draft.complete().walk(told())
    need = draft.guest.told(draft.step("need")).along(filled(walk, "need"))
    assert draft.send().status_code == 303
    with site.unchanged():
        for address in (draft.step("need"), f"{draft.path}/slett"):
            answer = draft.guest.submit(address, need)
            assert answer.status_code == 409
            assert "allerede sendt" in answer.text
            assert is_page(answer)
        late = [(name, "Skrevet for sent." if name == "what_matters" else value) for name, value in need]
        answer = draft.guest.submit(draft.step("need"), late)
        assert "Skrevet for sent." in answer.text
        stale = [(name, value) for name, value in need if name != "csrf_token"]
        assert told()["need"]["what_matters"] in draft.guest.submit(draft.step("need"), stale).text
        kept = draft.guest.submit(f"{draft.step('need')}/autolagring", need)
        assert (kept.status_code, "allerede sendt" in kept.text) == (409, True)
        files = {"attachment": ("brev.pdf", pdf(), "application/pdf")}
        assert draft.guest.http.post(draft.step("need"), data=dict(need), files=files).status_code == 409
        for end in ("slett", "se-over", "steg/need"):
            assert draft.guest.get(f"{draft.path}/{end}").status_code == 409
        assert draft.guest.get(f"{draft.path}/send").headers["location"] == f"{draft.path}/kvittering"


def test_a_051_what_was_not_read_is_not_signed(site: Site, draft: Draft) -> None:
    draft.complete()
    yesterday = draft.guest.told(f"{draft.path}/send").along(CONSENTS)
    assert draft.answer("need", {"need_description": "Noe helt annet."}).status_code == 303
    with site.unchanged():
        answer = draft.guest.submit(f"{draft.path}/send", yesterday)
        for forged in ("", "x", "0" * 64):
            told_here = [(name, forged if name == "content" else value) for name, value in yesterday]
            assert draft.guest.submit(f"{draft.path}/send", told_here).status_code == 409
    assert answer.status_code == 409
    assert "Noe helt annet." in answer.text
    assert "Svarene er endret" in answer.text
    assert draft.send().status_code == 303


def test_a_054_sending_is_a_post_and_nothing_else(site: Site, draft: Draft) -> None:
    draft.complete()
    form = dict(draft.guest.told(f"{draft.path}/send").along(CONSENTS))
    with site.unchanged():
        for method in ("PUT", "DELETE", "PATCH"):
            answer = draft.guest.http.request(method, f"{draft.path}/send", data=form)
            assert answer.status_code == 405
            assert set(answer.headers["allow"].split(", ")) == {"GET", "HEAD", "OPTIONS", "POST"}
        assert draft.guest.get(f"{draft.path}/send", params=form).status_code == 200
        assert draft.guest.http.head(f"{draft.path}/send").text == ""
        only_post = f"{draft.step('need')}/autolagring"
        for method in ("GET", "HEAD", "PUT"):
            assert draft.guest.http.request(method, only_post).status_code == 405


def test_consents_are_asked_for_and_what_was_ticked_stays(site: Site, draft: Draft) -> None:
    draft.complete()
    with site.unchanged():
        answer = draft.send(declaration="")
    assert answer.status_code == 422
    assert 'href="#declaration"' in answer.text
    assert answer.text.count("checked") == 2


@pytest.mark.parametrize("token", [[], [("csrf_token", "gammel")]])
def test_what_was_ticked_stays_on_a_page_that_is_too_old_to_send(
    site: Site, draft: Draft, token: list[tuple[str, str]]
) -> None:
    draft.complete()
    content = draft.guest.told(f"{draft.path}/send").controls["content"]
    chosen = [("content", content), ("declaration", "yes"), ("sign_method", "paper")]
    with site.unchanged():
        answer = draft.guest.submit(f"{draft.path}/send", [*token, *chosen])
    assert answer.status_code == 400
    assert "Det du valgte, står her ennå." in answer.text
    assert answer.text.count("checked") == 2
    fresh = [(name, hidden(answer.text, name)) for name in ("csrf_token", "content")]
    whole = [*fresh, *chosen[1:], ("info_read", "yes")]
    for token_now in (whole, [*chosen, *token]):  # once sent, an old page too leads to the receipt
        after = draft.guest.submit(f"{draft.path}/send", token_now)
        assert after.headers["location"] == f"{draft.path}/kvittering"
