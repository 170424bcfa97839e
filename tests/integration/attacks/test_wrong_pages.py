"""Forms that no page of ours sends: refused, with all that was typed, and nothing overwritten."""

import pytest

from forms.walk import Walk
from tests.draft import Draft, begin, filled
from tests.guest import CANARY, hidden
from tests.running_site import Site

WRONG_PAGES = [
    {},
    {"version": "x"},
    {"version": "1", "_rows": "need:turn"},
    {"version": "1", "_remove": "x:y"},
]


@pytest.fixture(scope="module")
def whole(site: Site) -> tuple[Draft, Walk]:
    """A draft in which all is answered, so that every step may be visited."""
    draft = begin(site.visitor("stille"))
    return draft, draft.fill()


@pytest.mark.parametrize("controls", WRONG_PAGES)
def test_what_no_page_of_ours_sends_comes_back_with_what_was_typed(
    site: Site, whole: tuple[Draft, Walk], controls: dict[str, str]
) -> None:
    draft, _ = whole
    told_here = {"csrf_token": draft.guest.token(draft.step("need")), "what_matters": "Hagen min."} | controls
    with site.unchanged():
        answer = draft.guest.submit(draft.step("need"), list(told_here.items()))
    assert answer.status_code == 400
    assert "Hagen min." in answer.text
    assert "Noe ble feil da du sendte. Teksten din står her ennå." in answer.text


def test_a_file_where_none_is_asked_for_comes_back_with_what_was_typed(
    site: Site, whole: tuple[Draft, Walk]
) -> None:
    draft, _ = whole
    told_here = draft.guest.told(draft.step("need")).controls | {"what_matters": "Hagen min."}
    files = {"what_matters": ("brev.pdf", b"%PDF-1.7 invented", "application/pdf")}
    with site.unchanged():
        answer = draft.guest.http.post(draft.step("need"), data=told_here, files=files)
    assert answer.status_code == 400
    assert "Hagen min." in answer.text


def test_a_page_without_its_version_overwrites_nothing(whole: tuple[Draft, Walk]) -> None:
    draft, walk = whole
    assert draft.answer("need", filled(walk, "need")).status_code == 303
    told_here = {"csrf_token": draft.guest.token(draft.step("need")), "need_description": "Noe helt annet."}
    answer = draft.guest.submit(draft.step("need"), list(told_here.items()))
    again = told_here | {"version": hidden(answer.text, "version")}
    answer = draft.guest.submit(draft.step("need"), list(again.items()))
    assert answer.status_code == 409
    assert "Noe helt annet." in answer.text
    assert CANARY in answer.text, "what is saved stands beside it"
