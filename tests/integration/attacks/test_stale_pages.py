"""Attacks A-066 to A-070: pages without a token, with an old one, from before another log-in, and of another site."""

from typing import Any
from urllib.parse import urlencode

import httpx
import pytest

from tests import behind
from tests.draft import Draft, begin
from tests.forged import aged
from tests.guest import CANARY, Guest, hidden
from tests.running_site import Site


@pytest.fixture
def draft(either_site: Site) -> Draft:
    return begin(either_site.visitor("stille"))


@pytest.fixture
def other(either_site: Site) -> Guest:
    return either_site.visitor("myk")


ROLE = {"submitter_role": "self", "staff_assistance": "yes", "staff_assistance_office": "Servicesenteret"}
INITIALS = {"staff_assistance_initials": "KN"}
TYPED = ROLE | INITIALS | {"staff_assistance_office": CANARY}


def without_token(site: Site, draft: Draft, *extra: tuple[str, str], **kwargs: Any) -> httpx.Response:
    told = [
        (name, value)
        for name, value in draft.guest.told(draft.step("role")).along(ROLE)
        if name != "csrf_token"
    ]
    with site.unchanged():
        return draft.guest.submit(draft.step("role"), [*told, *extra], **kwargs)


def test_a_066_without_a_token_nothing_is_saved_and_the_text_comes_back(
    either_site: Site, draft: Draft, other: Guest
) -> None:
    own = draft.guest.token(draft.step("role"))
    answers = [
        without_token(either_site, draft),
        without_token(either_site, draft, ("csrf_token", other.token())),
        without_token(either_site, draft, ("csrf_token", "x")),
        without_token(either_site, draft, params={"csrf_token": own}),
    ]
    for answer in answers:
        assert answer.status_code == 400
        assert 'value="Servicesenteret"' in answer.text
        assert "Teksten din står her ennå" in answer.text


def test_a_067_a_page_that_stood_open_for_ninety_minutes_still_saves(either_site: Site, draft: Draft) -> None:
    told = draft.guest.told(draft.step("role")).controls
    old = {"csrf_token": aged(either_site, draft.guest.cookie)}
    assert (
        draft.guest.submit(draft.step("role"), list((told | ROLE | INITIALS | old).items())).status_code
        == 303
    )
    assert behind.answers(either_site, draft)["role"]["staff_assistance_office"] == "Servicesenteret"


def from_another_tab(draft: Draft, person: str) -> httpx.Response:
    """The step was open in one tab while in another one logged out and ``person`` in; then it is sent."""
    told = draft.guest.told(draft.step("role")).along(TYPED)
    draft.guest.log_out()
    draft.guest.log_in(person)
    return draft.guest.submit(draft.step("role"), told)


def test_a_068_logged_in_anew_in_another_tab_the_text_is_there_to_save(
    either_site: Site, draft: Draft
) -> None:
    answer = from_another_tab(draft, "stille")
    assert answer.status_code == 400
    assert f'value="{CANARY}"' in answer.text
    assert "Trykk «Lagre og fortsett»" in answer.text
    assert "role" not in behind.answers(either_site, draft)
    shown = {name: hidden(answer.text, name) for name in ("csrf_token", "version")}
    assert draft.guest.submit(draft.step("role"), list((shown | TYPED).items())).status_code == 303
    assert behind.answers(either_site, draft)["role"]["staff_assistance_office"] == CANARY


def test_a_068_chosen_files_are_asked_for_again(draft: Draft) -> None:
    """They cannot be shown again; nothing that was typed beside them is lost, and nothing is a dead end."""
    draft.fill(until="attachments")
    told = dict(draft.guest.told(draft.step("attachments")).along({}))
    draft.guest.log_out()
    draft.guest.log_in("stille")
    files = {"attachments": ("brev.pdf", b"%PDF-1.7 invented", "application/pdf")}
    answer = draft.guest.http.post(draft.step("attachments"), data=told, files=files)
    assert answer.status_code == 400
    assert 'type="file"' in answer.text


def test_a_069_logged_in_as_another_in_another_tab_nothing_is_stored_or_shown(
    either_site: Site, draft: Draft
) -> None:
    answer = from_another_tab(draft, "myk")
    assert answer.status_code in {400, 404}
    assert CANARY not in answer.text
    assert behind.answers(either_site, draft) == {}
    for address in (draft.step("role"), "/larvik/mine-saker"):
        assert CANARY not in draft.guest.get(address).text


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": "cross-site", "Content-Type": "text/plain"},
        {"Origin": "https://evil.no"},
        {"Origin": "https://evil.no", "Content-Type": "text/plain"},
    ],
)
def test_a_070_what_another_site_sends_is_refused_whatever_it_calls_itself(
    either_site: Site, draft: Draft, headers: dict[str, str]
) -> None:
    draft.complete()
    told = [*draft.guest.told(draft.step("role")).along(ROLE | INITIALS)]
    with either_site.unchanged():
        for address in (draft.step("role"), f"{draft.path}/send", f"{draft.path}/slett", "/larvik/begynn"):
            answer = draft.guest.http.post(address, content=urlencode(told), headers=headers)
            assert answer.status_code == 403


def test_a_070_a_body_that_is_no_form_changes_nothing(either_site: Site, draft: Draft) -> None:
    told = urlencode(draft.guest.told(draft.step("role")).along(ROLE | INITIALS))
    with either_site.unchanged():
        for kind in ("text/plain", "application/json", ""):
            answer = draft.guest.http.post(draft.step("role"), content=told, headers={"Content-Type": kind})
            assert answer.status_code == 400
