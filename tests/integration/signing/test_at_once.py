"""Several people at the same moment, on each kind of database: no signature survives a change."""

from threading import Barrier, Thread

import httpx
import pytest

from tests import behind, several
from tests.draft import Draft
from tests.guest import TRUST, Guest, watch
from tests.integration.signing.conftest import forget_tries
from tests.running_site import Site
from wizard.cases.codes import TRIES

Post = tuple[Guest, str, list[tuple[str, str]]]
RIGHT = {"rep_authority": "none"}
ORDERS = (1, -1, 1, -1)


def at_once(*posts: Post) -> list[httpx.Response]:
    """Each person's form, posted at the same moment; the answers in the order of the posts."""
    barrier, answers = Barrier(len(posts)), dict[int, httpx.Response]()

    def run(number: int, guest: Guest, address: str, pairs: list[tuple[str, str]]) -> None:
        with httpx.Client(base_url=guest.url, cookies=guest.http.cookies, timeout=30, verify=TRUST) as client:
            barrier.wait()
            answers[number] = client.post(address, data=dict(pairs))

    threads = [Thread(target=run, args=(number, *post)) for number, post in enumerate(posts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for answer in answers.values():
        watch(answer)
    return [answers[number] for number in range(len(posts))]


def signing(guest: Guest, at: str) -> Post:
    return guest, at, guest.told(at).along(several.READ)


def changing(draft: Draft, need: str) -> Post:
    address = draft.step("need")
    return draft.guest, address, draft.guest.told(address).along({"need_description": need})


def button(draft: Draft, path: str, **data: str) -> Post:
    page = several.page(draft)
    return draft.guest, f"{page}/{path}", draft.guest.told(page).along(data)


class Asked:
    """A case that its author has signed, and two who have come to sign it."""

    def __init__(self, site: Site) -> None:
        parent, self.child, self.other = (site.visitor(one) for one in ("myk", "rask", "kjekk"))
        self.draft = several.filled_for(parent, self.child.invented)
        several.wait(self.draft)
        self.child_at = several.come(self.child, several.code_of(several.ask(self.draft, "young_person")))
        other = several.ask(self.draft, "second_parent", self.other.invented)
        self.other_at = several.come(self.other, several.code_of(other))


@pytest.fixture
def asked(either_site: Site) -> Asked:
    return Asked(either_site)


def test_two_who_sign_at_once_are_both_in_what_is_sent_once(either_site: Site, asked: Asked) -> None:
    answers = at_once(
        signing(asked.child, asked.child_at),
        signing(asked.other, asked.other_at),
        signing(asked.other, asked.other_at),
    )
    assert {one.status_code for one in answers} == {303}
    request = behind.frozen(either_site, asked.draft)
    assert len(request.signatures) == 3
    assert behind.submissions(either_site, asked.draft) == behind.hand_overs(either_site, asked.draft) == 1
    events = behind.events(either_site, asked.draft)
    assert (events.count("signed"), events.count("submitted")) == (3, 1)


def test_the_last_signature_and_sending_without_it_are_one_sending(either_site: Site, asked: Asked) -> None:
    several.sign(asked.other, asked.other_at)
    signed, sent = at_once(signing(asked.child, asked.child_at), button(asked.draft, "send"))
    assert (signed.status_code, sent.status_code) == (303, 303)
    assert behind.submissions(either_site, asked.draft) == 1
    late = "signature_came" in behind.events(either_site, asked.draft)
    assert len(behind.frozen(either_site, asked.draft).signatures) == (2 if late else 3)
    assert ("unsigned young_person" in behind.marks(either_site, asked.draft)) is late


def test_signed_is_what_was_read_whatever_the_author_changes_meanwhile(
    either_site: Site, asked: Asked
) -> None:
    several.sign(asked.other, asked.other_at)
    for number, order in enumerate(ORDERS):
        draft, text = asked.draft, f"Endret mens noen leste {number}."
        if behind.submissions(either_site, draft):
            break
        posts = [signing(asked.child, asked.child_at), changing(draft, text)]
        signed, changed = at_once(*posts[::order])[::order]
        if signed.status_code == 303:
            assert changed.status_code == 409, "sent already, and not changed after that"
            request = behind.frozen(either_site, draft)
            assert {one.content_sha256 for one in request.signatures} == {request.content.sha256()}
            assert text not in request.model_dump_json()
        else:
            assert (signed.status_code, changed.status_code) == (409, 303)
            assert behind.submissions(either_site, draft) == 0
            assert behind.events(either_site, draft)[-1] == "signatures_voided"
            several.wait(draft)
            several.sign(asked.other, asked.other_at)


def test_whoever_is_let_go_has_signed_before_or_not_at_all(either_site: Site) -> None:
    for order in ORDERS:
        asked = Asked(either_site)
        posts = [
            signing(asked.other, asked.other_at),
            button(asked.draft, "trekk", capacity="second_parent"),
        ]
        signed, back = at_once(*posts[::order])[::order]
        assert back.status_code == 303
        events = behind.events(either_site, asked.draft)
        assert signed.status_code == (303 if events.count("signed") == 2 else 403)
        assert ("asking_taken_back" in events) is (signed.status_code == 403)


def test_tries_at_once_are_counted_one_by_one(either_site: Site) -> None:
    forget_tries(either_site)
    guest = either_site.visitor("vennlig")
    form = guest.told("/larvik/kode").along({"code": "2222-2222"})
    answers = at_once(*[(guest, "/larvik/kode", form)] * 12)
    assert sorted(one.status_code for one in answers) == [422] * TRIES + [429] * (12 - TRIES)


def test_a_code_typed_twice_at_once_is_taken_up_once(either_site: Site) -> None:
    forget_tries(either_site)
    parent, child = either_site.visitor("myk"), either_site.visitor("frisk")
    draft = several.filled_for(parent, child.invented, representative=RIGHT)
    several.wait(draft)
    code = several.code_of(several.ask(draft, "young_person"))
    form = child.told("/larvik/kode").along({"code": code})
    answers = at_once(*[(child, "/larvik/kode", form)] * 4)
    assert sorted(one.status_code for one in answers) == [303, 422, 422, 422]
    assert child.get("/larvik/mine-saker").text.count(f"{draft.path}.") == 1


def test_what_is_thrown_away_is_gone_for_everybody(either_site: Site, asked: Asked) -> None:
    several.sign(asked.child, asked.child_at)
    address = f"{asked.draft.path}/slett"
    thrown = asked.draft.guest.post(address, page=address)
    assert thrown.status_code == 303
    assert asked.child.get(asked.child_at).status_code == 404
    names = (asked.draft.id.hex, str(asked.draft.id))
    rows = [row for table in either_site.rows().values() for row in table]
    assert [row for row in rows if any(name in row for name in names)] == []
