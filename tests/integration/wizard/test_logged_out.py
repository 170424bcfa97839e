"""A log-in that ended before "Lagre og fortsett": the text comes back, to nobody but who sent it, and can be saved."""

import re
import uuid
from html import unescape

import httpx
import pytest

from forms.fields.text import Text
from forms.journeys.registry import journeys
from forms.language import Language
from tests import behind
from tests.draft import Draft, told
from tests.filled import pairs
from tests.guest import CANARY, bare, hidden
from tests.running_site import Site

TEXT = "Skrevet mens jeg ble logget ut."
NEED = {"need_description": TEXT, "what_matters": "Å bo hjemme & <hage>."}


@pytest.fixture
def page(draft: Draft) -> list[tuple[str, str]]:
    """What the step of a need sends that was filled in by Stille, who is logged out by now."""
    draft.fill(until="need")
    sent = draft.guest.told(draft.step("need")).along(NEED)
    draft.guest.log_out()
    draft.guest.get("/larvik/")  # which tells of the log-out, once
    return sent


def fields(text: str) -> list[tuple[str, str]]:
    """The hidden fields of the form that sends the text again."""
    form = text.partition("<main")[2].partition("<form")[2].partition("</form>")[0]
    found = re.findall(r'name="([^"]*)" value="([^"]*)"', form)
    return [(unescape(name), unescape(value)) for name, value in found]


def shown(answer: httpx.Response) -> str:
    """What a reader sees in the middle of the page."""
    main = answer.text.partition("<main")[2].partition("</main>")[0]
    return unescape(re.sub(r"<[^>]*>", " ", main))


def test_the_text_comes_back_and_is_saved_after_the_log_in(
    site: Site, draft: Draft, page: list[tuple[str, str]]
) -> None:
    guest = draft.guest
    with site.unchanged():
        answer = guest.submit(draft.step("need"), page)
    assert answer.status_code == 401
    assert all(text in shown(answer) for text in NEED.values())
    assert "Du er logget ut." in shown(answer)
    guest.log_in("stille")
    again = guest.submit(draft.step("need"), fields(answer.text))
    assert again.status_code == 400
    assert "Du er logget inn igjen. Teksten din står her ennå." in again.text
    assert TEXT in again.text
    saved = guest.submit(draft.step("need"), [*guest.told(draft.step("need")).along({}), *NEED.items()])
    assert saved.status_code == 303
    assert behind.answers(site, draft)["need"]["need_description"] == TEXT


def test_who_presses_before_the_log_in_is_told_so_on_the_same_page(
    draft: Draft, page: list[tuple[str, str]]
) -> None:
    first = draft.guest.submit(draft.step("need"), page)
    second = draft.guest.submit(draft.step("need"), fields(first.text))
    assert second.status_code == 401
    assert "Du er ikke logget inn ennå." in shown(second)
    third = draft.guest.submit(draft.step("need"), fields(second.text))
    assert bare(third.text) == bare(second.text)
    assert sorted(fields(second.text)[1:]) == sorted(fields(first.text)[1:])


def test_a_button_inside_the_step_gives_the_text_back_too(
    site: Site, draft: Draft, page: list[tuple[str, str]]
) -> None:
    with site.unchanged():
        answer = draft.guest.submit(draft.step("need"), [*page, ("_rows", "need:add")])
        files = {"attachments": ("brev.pdf", b"%PDF-1.7 invented", "application/pdf")}
        with_file = draft.guest.http.post(draft.step("need"), data=dict(page), files=files)
    for one in (answer, with_file):
        assert one.status_code == 401
        assert TEXT in shown(one)
        assert "_rows" not in dict(fields(one.text))
    assert "må du velge dem på nytt" in shown(with_file)


def test_nothing_that_is_kept_is_shown_nor_whether_there_is_such_a_case(site: Site, draft: Draft) -> None:
    draft.complete()
    sent = [("version", "1"), *NEED.items()]
    nobody = site.visitor()
    answer = nobody.submit(draft.step("need"), sent)
    unknown = nobody.submit(draft.step("need").replace(str(draft.id), str(uuid.uuid4())), sent)
    assert bare(answer.text).replace(str(draft.id), "") == re.sub(
        r"/sak/[0-9a-f-]+", "/sak/", bare(unknown.text)
    )
    assert CANARY not in answer.text
    assert "Bjørkeløv" not in answer.text


@pytest.mark.parametrize("code", ["nn", "en"])
def test_it_speaks_the_reader_s_language(site: Site, draft: Draft, code: str) -> None:
    nobody = site.visitor()
    nobody.post("/sprak", {"code": code}, page="/larvik/")
    answer = nobody.submit(draft.step("need"), list(NEED.items()))
    assert f'lang="{code}"' in answer.text
    assert "Du er logget ut" not in answer.text
    assert hidden(answer.text, "need_description") == TEXT


@pytest.mark.parametrize("slug", journeys())
def test_every_step_s_text_is_shown(site: Site, slug: str) -> None:
    nobody = site.visitor()
    draft = Draft(site.visitor("stille"), f"/larvik/sak/{uuid.uuid4()}", slug)
    walk = draft.walk(told(slug))
    for step in walk.path:
        sent = pairs(walk.form(step))
        answer = nobody.submit(draft.step(step.slug), sent)
        assert answer.status_code == 401, step.slug
        assert set(fields(answer.text)) >= set(sent)
        read = " ".join(shown(answer).split())
        for question in walk.form(step).questions():
            if isinstance(question, Text):
                assert " ".join(question.shown(Language()).split()) in read, (step.slug, question.name)


@pytest.mark.parametrize(
    ("person", "posted", "led_to"),
    [
        ("stille", "/larvik/handle-for/avslutt", "/larvik/handle-for"),
        ("stille", "/larvik/innlogginger/avslutt", "/larvik/innlogginger"),
        ("stille", "/larvik/opplysningene-mine/slett", "/larvik/opplysningene-mine"),
        ("fin", "/larvik/skranke/delt-skjerm", "/larvik/skranke/"),
    ],
)
def test_whoever_posts_from_a_page_that_is_no_step_comes_back_to_that_page(
    site: Site, person: str, posted: str, led_to: str
) -> None:
    guest = site.visitor()
    assert "/logg-inn" in guest.post(posted, page="/larvik/").headers["location"]
    assert guest.post("/larvik/logg-inn", {"person": person}).headers["location"] == led_to
