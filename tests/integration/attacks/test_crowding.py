"""One log-in fills the disk, with drafts without end or with text where a line is asked for."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import func, select

from tests.at_a_time import SiteAt
from tests.draft import Draft, begin
from tests.guest import Guest
from tests.later import sent
from tests.powers import begin_for, given
from wizard.cases import beginning
from wizard.cases.errors import TooManyDraftsError
from wizard.models import Case, StepAnswers

MANY = "Du har mange utkast som ikke er sendt"
TOO_LONG = "Svaret er for langt: {} tegn. Kort det ned til"
MOST, ROOM = 3, 200_000


@pytest.fixture(scope="module")
def site_at(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SiteAt]:
    """Room for three unsent drafts of one person, each with 200,000 bytes of text. Each test has people of its own."""
    site = SiteAt(tmp_path_factory.mktemp("crowded"))
    site.environment |= {"VEIVISER_DRAFTS_OF_PERSON": str(MOST), "VEIVISER_TYPED_OF_CASE": str(ROOM)}
    with site:
        yield site


def begin_again(guest: Guest) -> tuple[int, str]:
    start = f"/{guest.municipality}/mine-saker"
    answer = guest.post(f"/{guest.municipality}/begynn", {"journey": "coordination"}, page=start)
    return answer.status_code, answer.text


def kept(site: SiteAt, draft: Draft) -> int:
    """Bytes of what is typed into it and not saved."""
    query = select(func.sum(func.length(StepAnswers.sealed_typed))).where(StepAnswers.case_id == draft.id)
    with site.tools() as tools, tools.store.read() as db:
        return db.scalar(query) or 0


def test_there_is_an_end_to_ones_drafts_which_a_sent_or_deleted_one_moves(site_at: SiteAt) -> None:
    guest = site_at.visitor("stille")
    drafts = [begin(guest) for _ in range(MOST)]
    with site_at.unchanged():
        code, page = begin_again(guest)
    assert (code, MANY in page, "slett et du ikke trenger" in page) == (409, True, True)
    assert f'href="/{guest.municipality}/mine-saker"' in page
    drafts[0].complete().send()
    assert begin_again(guest)[0] == 303
    assert begin_again(guest)[0] == 409
    assert guest.post(f"{drafts[1].path}/slett", {}).status_code == 303
    assert begin_again(guest)[0] == 303


def test_what_is_begun_for_others_counts_for_who_begins_and_not_for_them(site_at: SiteAt) -> None:
    giver, proxy = site_at.visitor("frisk"), site_at.visitor("myk")
    power = sent(given(giver, proxy))
    for _ in range(MOST):
        begin_for(site_at, proxy, power)
    assert begin_again(proxy)[0] == 409
    assert begin_again(giver)[0] == 303


def test_of_many_that_are_begun_at_once_no_more_are_begun(database_url: str, tmp_path: Path) -> None:
    site = SiteAt(tmp_path, database_url)
    site.environment |= {"VEIVISER_DRAFTS_OF_PERSON": str(MOST)}
    with site:
        first = site.begin("stille", "coordination")
        tools = site.app.extensions["tools"]
        with tools.store.read() as db:
            owner = db.get_one(Case, first.id).owner_id

        def one_more(_: int) -> bool:
            try:
                beginning.begin(tools, owner, "larvik", "coordination")
            except TooManyDraftsError:
                return False
            return True

        with ThreadPoolExecutor(8) as threads:
            assert sum(threads.map(one_more, range(8))) == MOST - 1


def test_a_text_that_is_far_too_long_is_not_kept_and_not_cut(site_at: SiteAt) -> None:
    draft = begin(site_at.visitor("rask"))
    somewhat, far = "a" * 2_200, "b" * 2_201
    assert draft.autosave("role", {"staff_assistance_office": somewhat}).status_code == 200
    before = kept(site_at, draft)
    answer = draft.autosave("role", {"staff_assistance_office": far})
    assert (answer.status_code, "Teksten er for lang" in answer.text) == (413, True)
    assert kept(site_at, draft) == before
    assert somewhat in draft.see("role"), "what was kept is there still"


def test_a_button_and_saving_say_it_at_the_question_with_all_that_was_typed(site_at: SiteAt) -> None:
    draft = begin(site_at.visitor("jevn"))
    far = "b" * 2_201
    for more in ({"_language": "en"}, {}):
        with site_at.unchanged():
            answer = draft.answer("role", {"submitter_role": "self", "staff_assistance_office": far, **more})
        assert answer.status_code == 422
        assert 'href="#staff_assistance_office"' in answer.text, "though nobody asked for it"
        assert far in answer.text


def test_text_that_comes_back_under_one_name_is_counted_together(site_at: SiteAt) -> None:
    draft = begin(site_at.visitor("stolt"))
    typed = [("staff_assistance_office", "c" * 1_200)] * 2
    assert draft.autosave("role", typed).status_code == 413
    rows = [(f"relatives-{n}-x", "d" * 2_000) for n in range(200)]
    assert draft.autosave("role", [("staff_assistance_office", "e"), *rows]).status_code == 200
    assert kept(site_at, draft) < 1_000, "what is nobody's question is kept nowhere"


def test_a_form_has_room_for_so_much_and_what_is_over_it_is_told_at_its_longest_answer(
    site_at: SiteAt,
) -> None:
    draft = begin(site_at.visitor("kjekk"))
    draft.fill(until="need")
    fits = "f" * 80_000
    assert draft.autosave("need", {"need_description": fits, "what_matters": fits}).status_code == 200
    before = kept(site_at, draft)
    typed = {"need_description": fits, "what_matters": "æ" * 70_000}
    answer = draft.autosave("need", typed)
    assert (answer.status_code, "Teksten er for lang" in answer.text) == (413, True)
    assert kept(site_at, draft) == before
    answer = draft.answer("need", {**typed, "_language": "nb"})
    assert (answer.status_code, 'href="#need_description"' in answer.text) == (422, True)
    assert "Det er ikke plass til mer tekst i skjemaet" in answer.text
    assert typed["what_matters"] in answer.text
