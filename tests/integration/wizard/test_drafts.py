"""A draft: begun, saved, left, taken up again, written in two tabs, thrown away."""

import re
import uuid
from datetime import datetime

import lxml.html
import pytest

from forms.language import OSLO
from tests import behind
from tests.draft import Draft, begin, filled, told
from tests.guest import hidden
from tests.running_site import Site

TYPED = {"need_description": "Halvferdig og", "what_matters": ""}
SAVED = re.compile(r"Lagret (\d\d\.\d\d)")


def test_beginning_leads_to_the_first_step(draft: Draft) -> None:
    page = draft.see("role")
    assert "Hvem fyller ut" in page
    assert draft.path in draft.guest.get("/larvik/mine-saker").text


def test_a_journey_that_is_not_offered_cannot_be_begun(site: Site) -> None:
    guest = site.visitor("stille")
    with site.unchanged():
        for journey in ("", "penger", "../coordination", "__init__"):
            answer = guest.post("/larvik/begynn", {"journey": journey}, page="/larvik/mine-saker")
            assert answer.status_code == 404


def test_what_was_left_is_taken_up_at_the_first_open_step(site: Site, draft: Draft) -> None:
    walk = draft.fill(until="need")
    draft.guest.log_out()
    again = Draft(site.visitor("stille"), draft.path)
    assert f'href="{draft.path}">Fortsett' in again.guest.get("/larvik/mine-saker").text
    for address in (draft.path, draft.step("ingen"), draft.step(walk.path[-1].slug)):
        assert again.guest.get(address).headers["location"] == draft.step("need")
    assert 'value="Stille"' in again.see("you")
    again.guest.post(draft.step("need"), TYPED)
    assert again.guest.get(draft.path).headers["location"] == draft.step("services")


def test_a_draft_in_which_all_is_answered_is_taken_up_at_the_review(draft: Draft) -> None:
    draft.complete()
    assert draft.guest.get(draft.path).headers["location"] == f"{draft.path}/se-over"


def test_a_saved_step_shows_what_was_answered(draft: Draft) -> None:
    walk = draft.fill()
    given = told()
    assert given["need"]["what_matters"] in draft.see("need")
    assert re.search(r'value="coordinator"[^>]*\schecked', draft.see("request"))
    assert draft.answer("need", filled(walk, "need")).headers["location"] == f"{draft.path}/se-over#steg-need"


def test_autosave_keeps_what_is_half_done_and_says_when(site: Site, draft: Draft) -> None:
    draft.fill(until="need")
    answer = draft.autosave("need", TYPED)
    assert answer.status_code == 200
    clock = SAVED.search(answer.text)
    assert clock
    now = datetime.now(OSLO)
    assert clock[1] in {now.strftime("%H.%M"), f"{now.hour:02}.{(now.minute - 1) % 60:02}"}
    assert hidden(answer.text, "version") == "1"
    assert "<html" not in answer.text
    page = draft.see("need")
    assert "Halvferdig og" in page
    assert "tatt vare på det du skrev sist" in page
    assert "need" not in behind.answers(site, draft), "typed is not answered"
    assert draft.step("need") in draft.review()


def test_autosave_of_the_same_again_writes_nothing(site: Site, draft: Draft) -> None:
    draft.fill(until="need")
    draft.autosave("need", TYPED)
    with site.unchanged():
        answer = draft.autosave("need", TYPED)
    assert hidden(answer.text, "version") == "1"


def test_where_nothing_was_written_nothing_is_kept_and_nothing_is_said(site: Site, draft: Draft) -> None:
    with site.unchanged():
        assert draft.answer("role", {}).status_code == 422
        answer = draft.autosave("role", {"submitter_role": "", "helper_name": " "})
    assert (answer.status_code, hidden(answer.text, "version")) == (200, "0")
    draft.fill(until="need")
    draft.autosave("need", TYPED)
    draft.autosave("need", {"need_description": "", "what_matters": ""})
    for text in (answer.text, draft.see("need")):
        assert not SAVED.search(text)
        assert "tatt vare på" not in text


def test_half_an_answer_is_kept_though_it_amounts_to_none(draft: Draft) -> None:
    draft.fill(until="contact")
    draft.autosave("contact", {"subject_address-postcode": "32"})
    assert 'value="32"' in draft.see("contact")


def test_autosave_of_what_is_saved_already_leaves_nothing_half_done(site: Site, draft: Draft) -> None:
    walk = draft.fill()
    assert draft.autosave("need", TYPED).status_code == 200
    assert draft.autosave("need", filled(walk, "need")).status_code == 200
    assert "need" in behind.answers(site, draft)
    assert draft.send().status_code == 303


def test_saving_after_autosave_in_the_same_tab_is_no_conflict(draft: Draft) -> None:
    walk = draft.fill(until="need")
    page = draft.guest.told(draft.step("need"))
    kept = draft.guest.submit(f"{draft.step('need')}/autolagring", page.along(TYPED))
    controls = [(n, hidden(kept.text, "version") if n == "version" else v) for n, v in page.controls.items()]
    answer = draft.guest.submit(draft.step("need"), [*controls, *filled(walk, "need")])
    assert answer.status_code == 303


def test_a_lost_answer_of_autosave_is_no_conflict_with_oneself(site: Site, draft: Draft) -> None:
    """A script sends line ends as LF, a browser as CRLF; the page still has the version from before."""
    draft.fill(until="need")
    page = draft.guest.told(draft.step("need"))
    typed = {"need_description": "Å bo hjemme.\nOg å sove.", "what_matters": ""}
    by_browser = {name: value.replace("\n", "\r\n") for name, value in typed.items()}
    autosave = f"{draft.step('need')}/autolagring"
    for again in (typed, typed, by_browser):
        kept = draft.guest.submit(autosave, page.along(again))
        assert (kept.status_code, hidden(kept.text, "version")) == (200, "1")
    assert draft.guest.submit(draft.step("need"), page.along(by_browser)).status_code == 303
    assert behind.answers(site, draft)["need"]["need_description"] == typed["need_description"]
    with site.unchanged():
        assert draft.guest.submit(draft.step("need"), page.along(by_browser)).status_code == 303
        kept = draft.guest.submit(autosave, page.along(typed))
    assert (kept.status_code, hidden(kept.text, "version")) == (200, "2")


def test_an_old_version_is_a_conflict_and_both_are_shown(site: Site, draft: Draft) -> None:
    draft.fill(until="need")
    old = draft.guest.told(draft.step("need"))
    assert draft.answer("need", {"need_description": "Fra den ene fanen."}).status_code == 303
    with site.unchanged():
        answer = draft.guest.submit(
            draft.step("need"), old.along({"need_description": "Fra den andre fanen."})
        )
        fragment = draft.guest.submit(
            f"{draft.step('need')}/autolagring", old.along({"need_description": "Fra den andre fanen."})
        )
    assert answer.status_code == fragment.status_code == 409
    for text in ("Fra den ene fanen.", "Fra den andre fanen.", "Det du skrev nå", "Det som er lagret"):
        assert text in answer.text
    assert "endret et annet sted" in fragment.text
    chosen = {name: hidden(answer.text, name) for name in ("csrf_token", "version", "need_description")}
    assert chosen["need_description"] == "Fra den andre fanen."
    assert draft.guest.submit(draft.step("need"), list(chosen.items())).status_code == 303
    assert behind.answers(site, draft)["need"]["need_description"] == "Fra den andre fanen."


def test_the_same_values_from_two_tabs_are_no_conflict(site: Site, draft: Draft) -> None:
    walk = draft.fill(until="need")
    old = draft.guest.told(draft.step("need")).along(filled(walk, "need"))
    assert draft.guest.submit(draft.step("need"), old).status_code == 303
    with site.unchanged():
        assert draft.guest.submit(draft.step("need"), old).status_code == 303


def test_a_version_that_is_no_number_is_refused(site: Site, draft: Draft) -> None:
    for version in ("", "-1", "1e9", "٣", "9" * 30, "null"):
        with site.unchanged():
            answer = draft.answer("role", {"submitter_role": "self", "version": version})
        assert answer.status_code == 400
    endless = {"submitter_role": "self", "version": "9" * 5000, "csrf_token": "x"}
    answer = draft.guest.submit(draft.step("role"), list(endless.items()))
    assert answer.status_code == 400
    assert "Teksten din står her ennå" in answer.text


def test_an_error_keeps_everything_that_was_typed(site: Site, draft: Draft) -> None:
    draft.fill(until="contact")
    typed = {
        "subject_address-street": "Bjørkeveien 4",
        "subject_address-postcode": "32",
        "subject_address-city": "Larvik",
        "subject_phone": "12",
        "subject_email": "ikke en adresse",
    }
    with site.unchanged():
        answer = draft.answer("contact", typed)
    assert answer.status_code == 422
    assert re.search(r"<title>\s*Feil: ", answer.text)
    for name, value in typed.items():
        assert re.search(rf'name="{name}"\s+value="{value}"', answer.text), name
    for anchor in ("subject_address-postcode", "subject_phone", "subject_email"):
        assert f'href="#{anchor}"' in answer.text
        assert re.search(rf'id="{anchor}"[^>]*aria-invalid="true"', answer.text), anchor


def test_rows_come_and_go_without_javascript_and_keep_what_is_typed(site: Site, draft: Draft) -> None:
    draft.complete(told(relatives={"relatives": []}))
    added = draft.answer("relatives", {"_rows": "relatives:add"})
    assert added.headers["location"] == f"{draft.step('relatives')}#relatives-0"
    typed = {"relatives-0-name": "Glad Fjellbekk", "relatives-0-phone": "33171000"}
    assert draft.answer("relatives", typed | {"_rows": "relatives:add"}).status_code == 303
    page = draft.see("relatives")
    assert 'value="Glad Fjellbekk"' in page
    assert 'name="relatives-1-name"' in page
    gone = draft.answer("relatives", typed | {"relatives-1-name": "", "_rows": "relatives:remove:0"})
    assert gone.status_code == 303
    assert "Glad Fjellbekk" not in draft.see("relatives")
    for nonsense in (
        "relatives:remove:x",
        "relatives:remove:-1",
        f"relatives:remove:{'9' * 5000}",
        "relatives:fly",
    ):
        with site.unchanged():
            assert draft.answer("relatives", {"_rows": nonsense}).status_code == 400


def test_a_deleted_draft_is_gone_with_all_that_belonged_to_it(site: Site, draft: Draft) -> None:
    draft.complete()
    assert "Vil du slette utkastet?" in draft.guest.get(f"{draft.path}/slett").text
    answer = draft.guest.post(f"{draft.path}/slett")
    assert answer.headers["location"] == "/larvik/mine-saker"
    left = [
        row for table in site.rows().values() for row in table if draft.id.hex in row or str(draft.id) in row
    ]
    assert left == []
    assert draft.guest.get(draft.path).status_code == 404
    assert draft.path not in draft.guest.get("/larvik/mine-saker").text
    assert draft.guest.submit(f"{draft.path}/slett", [("csrf_token", draft.guest.token())]).status_code == 404


def test_another_language_keeps_the_draft(site: Site, draft: Draft) -> None:
    draft.fill(until="need")
    draft.autosave("need", TYPED)
    before = behind.answers(site, draft)
    for code in ("nn", "en", "nb", "xx"):
        answer = draft.guest.post("/sprak", {"code": code, "back": draft.step("need")}, page="/larvik/")
        assert answer.headers["location"] == draft.step("need")
        page = draft.see("need")
        assert f'<html lang="{code if code != "xx" else "nb"}"' in page
        assert "Halvferdig og" in page
    assert behind.answers(site, draft) == before


@pytest.mark.parametrize("kept", [True, False], ids=["typed", "nothing typed"])
def test_another_language_keeps_the_faults_that_are_shown(draft: Draft, kept: bool) -> None:  # noqa: FBT001 -- pytest gives it by name
    draft.fill(until="need")
    empty = {"need_description": ""}
    filled_in = TYPED | {"duration": "long"} | empty if kept else empty
    refused = draft.answer("need", filled_in)
    assert refused.status_code == 422
    switch = lxml.html.fromstring(refused.text).find_class("languages")[0]
    sent = {one.get("name"): one.get("value") for one in switch.findall(".//input")} | {"_language": "en"}
    assert draft.answer("need", filled_in | sent).headers["location"] == draft.step("need")
    page = draft.see("need")
    assert '<html lang="en"' in page
    assert 'id="feil"' in page
    assert 'href="#need_description"' in page
    assert 'id="feil"' not in draft.see("need"), "once is enough"


def test_the_language_outlives_log_in_and_nothing_else_does(site: Site) -> None:
    guest = site.visitor()
    guest.post("/sprak", {"code": "en", "back": "/"}, page="/larvik/")
    guest.log_in("stille")
    assert '<html lang="en"' in guest.get("/larvik/mine-saker").text


def test_two_drafts_of_one_person_are_two(site: Site, draft: Draft) -> None:
    another = begin(draft.guest)
    assert another.id != draft.id
    assert draft.answer("role", {"submitter_role": "self"}).status_code == 303
    assert behind.answers(site, another) == {}
    assert uuid.UUID(str(another.id)).version == 4
