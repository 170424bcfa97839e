"""Attacks A-046, A-048, A-049 and A-052: the same moment twice, on SQLite and on PostgreSQL."""

import json
from collections.abc import Callable
from threading import Barrier, Thread
from typing import Any

import httpx
import pytest

from tests import behind
from tests.draft import CONSENTS, Draft, begin
from tests.guest import CANARY, TRUST, Guest, watch
from tests.running_site import Site

Post = tuple[str, list[tuple[str, str]]]


def at_once(guest: Guest, posts: list[Post]) -> list[httpx.Response]:
    """All the posts at the same moment, each over a connection of its own that is already open."""
    barrier, answers = Barrier(len(posts)), dict[int, httpx.Response]()

    def run(number: int, address: str, form: dict[str, Any]) -> None:
        with httpx.Client(base_url=guest.url, cookies=guest.http.cookies, timeout=60, verify=TRUST) as client:
            barrier.wait()
            answers[number] = client.post(address, data=form)

    threads = [Thread(target=run, args=(n, address, dict(form))) for n, (address, form) in enumerate(posts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for answer in answers.values():
        watch(answer)
    return [answers[number] for number in range(len(posts))]


@pytest.fixture
def ready(either_site: Site) -> Callable[[], Draft]:
    """Makes drafts in which all is answered."""
    guest = either_site.visitor("var")
    return lambda: begin(guest).complete()


def sending(draft: Draft) -> Post:
    return f"{draft.path}/send", draft.guest.told(f"{draft.path}/send").along(CONSENTS)


def saving(draft: Draft, need: str) -> Post:
    address = draft.step("need")
    return address, draft.guest.told(address).along({"need_description": need})


def test_a_046_twenty_submits_at_once_are_one(either_site: Site, ready: Callable[[], Draft]) -> None:
    draft = ready()
    answers = at_once(draft.guest, [sending(draft)] * 20)
    assert {(one.status_code, one.headers["location"]) for one in answers} == {
        (303, f"{draft.path}/kvittering")
    }
    assert behind.submissions(either_site, draft) == 1
    assert behind.hand_overs(either_site, draft) == 1
    assert behind.events(either_site, draft) == ["started", "signed", "submitted"]


def test_a_048_a_save_is_in_what_is_sent_or_is_refused(either_site: Site, ready: Callable[[], Draft]) -> None:
    for order in (1, -1, 1):
        draft = ready()
        sent, saved = at_once(draft.guest, [sending(draft), saving(draft, "Endret i siste liten.")][::order])[
            ::order
        ]
        changed = behind.answers(either_site, draft)["need"]["need_description"] == "Endret i siste liten."
        if behind.submissions(either_site, draft):
            assert (sent.status_code, saved.status_code, changed) == (303, 409, False)
            assert CANARY in behind.frozen(either_site, draft).model_dump_json()
        else:
            assert (sent.status_code, saved.status_code, changed) == (409, 303, True)
            assert draft.send().status_code == 303, "read again, it can be sent"
        shown = behind.frozen(either_site, draft).model_dump_json()
        assert ("Endret i siste liten." in shown) is changed


def test_a_049_of_two_tabs_the_second_is_asked(either_site: Site, ready: Callable[[], Draft]) -> None:
    draft = ready()
    answers = at_once(
        draft.guest, [saving(draft, "Det jeg skrev i fane én."), saving(draft, "Og i fane to.")]
    )
    assert sorted(one.status_code for one in answers) == [303, 409]
    refused = next(one for one in answers if one.status_code == 409)
    assert "Det jeg skrev i fane én." in refused.text
    assert "Og i fane to." in refused.text
    kept = behind.answers(either_site, draft)["need"]["need_description"]
    assert kept == ("Og i fane to." if answers[1].status_code == 303 else "Det jeg skrev i fane én.")


def test_a_052_deleted_or_sent_but_never_both(either_site: Site, ready: Callable[[], Draft]) -> None:
    for order in (1, -1, 1):
        draft = ready()
        throw = (f"{draft.path}/slett", draft.guest.told(f"{draft.path}/slett").along(()))
        sent, deleted = at_once(draft.guest, [sending(draft), throw][::order])[::order]
        rows = [row for table in either_site.rows().values() for row in table if about(draft, row)]
        tried, listed = attempts(either_site, draft), draft.guest.get("/larvik/mine-saker").text
        if sent.status_code == 303:
            assert deleted.status_code == 409
            assert tried == [("case_submitted", ""), ("refused", "apply.throw_away")]
            assert draft.guest.get(f"{draft.path}/kvittering").status_code == 200
            assert draft.guest.get(f"{draft.path}/slett").status_code == 409
            assert str(draft.id) in listed
            assert behind.events(either_site, draft) == ["started", "signed", "submitted"]
            assert behind.answers(either_site, draft)
            assert behind.hand_overs(either_site, draft) == 1
        else:
            assert (sent.status_code, deleted.status_code) == (404, 303)
            assert tried in (
                [("denied", ""), ("draft_deleted", "")],
                [("draft_deleted", ""), ("refused", "apply.put_in")],
            )
            assert rows == []
            assert draft.guest.get(f"{draft.path}/kvittering").status_code == 404
            assert str(draft.id) not in listed


def attempts(site: Site, draft: Draft) -> list[tuple[str, str]]:
    """What the log tells of the case: each attempt to send or to delete it, and at which address it was refused."""
    lines = [json.loads(line) for line in site.logs().splitlines() if line.startswith("{")]
    return sorted(
        (line["event"], line.get("route", "")) for line in lines if line.get("case") == str(draft.id)
    )


def about(draft: Draft, row: str) -> bool:
    return draft.id.hex in row or str(draft.id) in row
