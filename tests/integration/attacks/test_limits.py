"""What comes too often is told to wait: by person and route, by address, over several processes (A-071, A-077)."""

import io
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select
from structlog.testing import capture_logs
from werkzeug.test import TestResponse

from tests import several
from tests.draft import Draft, begin
from tests.guest import CANARY, Guest, hidden
from tests.running_site import Site
from wizard.app import create_app
from wizard.cases.access_log import SEARCHED
from wizard.cases.asking import MOST
from wizard.limits import AUTOSAVES
from wizard.models_access import Access
from wizard.routes.past_files import CHUNK
from wizard.settings import Settings

Make = Callable[..., Flask]
FEW = {"saves_a_minute": 3, "posts_a_minute": 4, "reads_a_minute": 8, "people_behind_address": 2}
MANY = {"saves_a_minute": 1000, "posts_a_minute": 1000, "reads_a_minute": 1000}
HELPED = {"submitter_role": "self", "staff_assistance": "yes", "staff_assistance_office": CANARY}


@pytest.fixture
def make(site: Site, tmp_path: Path) -> Iterator[Make]:
    """Makes an application on a site, one as each process has it; all count in the same file, on no database."""
    with ExitStack() as stack:

        def made(on: Site = site, **settings: Any) -> Flask:
            app = create_app(on.settings(**MANY | {"limits_file": tmp_path / "limits"} | settings))
            stack.callback(app.extensions["tools"].store.close)
            return app

        yield made


@pytest.fixture
def draft(either_site: Site) -> Draft:
    return begin(either_site.visitor("stille"))


def browser(app: Flask, guest: Guest | None = None) -> FlaskClient:
    client = app.test_client()
    if guest:
        client.set_cookie("veiviser", guest.cookie, domain="localhost")
    return client


def save(client: FlaskClient, draft: Draft, end: str = "") -> TestResponse:
    told = draft.guest.told(draft.step("role")).controls
    return client.post(draft.step("role") + end, data=told | HELPED)


def test_what_is_saved_too_often_is_on_the_page_still_and_is_saved_a_minute_later(
    either_site: Site, make: Make, draft: Draft
) -> None:
    app = make(either_site, saves_a_minute=3)
    client = browser(app, draft.guest)
    assert [save(client, draft).status_code for _ in range(3)] == [422, 422, 422]
    with either_site.unchanged():
        refused = save(client, draft)
    assert refused.status_code == 429
    assert 0 < int(refused.headers["Retry-After"]) <= 60
    assert refused.headers["Cache-Control"] == "no-store"
    assert f'value="{CANARY}"' in refused.text
    assert "Teksten din står her ennå. Vent et minutt" in refused.text
    tools = app.extensions["tools"]
    app.extensions["tools"] = replace(tools, clock=lambda: tools.clock() + timedelta(seconds=61))
    assert save(client, draft).status_code == 422


def test_it_is_counted_over_processes_and_for_each_person_and_route_apart(site: Site, make: Make) -> None:
    draft = begin(site.visitor("stille"))
    first, second = browser(make(**FEW), draft.guest), browser(make(**FEW), draft.guest)
    assert [save(one, draft).status_code for one in (first, second, first, second)] == [422] * 3 + [429]
    assert first.get(draft.step("role")).status_code == 200, "another route"
    other = begin(site.visitor("myk"))
    assert save(browser(make(**FEW), other.guest), other).status_code == 422, "another person"


def test_a_fast_typist_is_never_told_to_wait_and_a_machine_is(
    either_site: Site, make: Make, draft: Draft
) -> None:
    """Autosave waits for a pause of one second: sixty a minute is more than anybody can make it send."""
    assert AUTOSAVES * Settings.model_fields["saves_a_minute"].default > 60
    app = make(either_site, saves_a_minute=5)
    client = browser(app, draft.guest)
    codes = list[int]()
    token = hidden(client.get(draft.step("role")).text, "csrf_token")
    for number in range(16):
        typed = {"csrf_token": token, "version": str(number), "staff_assistance_office": f"{number}"}
        answer = client.post(f"{draft.step('role')}/autolagring", data=typed)
        codes.append(answer.status_code)
    assert codes == [200] * 15 + [429]
    assert "Ikke lagret ennå. Vent litt, så lagrer vi igjen." in answer.text
    assert "<html" not in answer.text
    assert int(answer.headers["Retry-After"]) > 0


def codes_of(client: FlaskClient, times: int, address: str, **options: Any) -> list[int]:
    return [client.get(address, **options).status_code for _ in range(times)]


def test_whoever_is_nobody_is_counted_by_address(make: Make) -> None:
    app = make(**FEW)
    here, there = {"REMOTE_ADDR": "192.0.2.7"}, {"REMOTE_ADDR": "192.0.2.8"}
    asked = codes_of(browser(app), 17, "/larvik/", environ_overrides=here)
    assert asked == [200] * 16 + [429]
    assert codes_of(browser(app), 1, "/larvik/", environ_overrides=there) == [200]
    for end in ("1", "ffff:1"):
        own = {"REMOTE_ADDR": f"2001:db8:0:1::{end}"}
        seen = codes_of(browser(app), 9, "/larvik/", environ_overrides=own)
    assert seen == [200] * 7 + [429] * 2, "one customer has a whole network"


def test_a_071_nobody_chooses_their_own_address(make: Make) -> None:
    """Without a proxy the header is nobody's; behind one, what stood there before its own word is nobody's either."""
    app = make(**FEW)
    for number in range(16):
        forged = {"X-Forwarded-For": f"127.0.0.{number}", "X-Real-IP": f"127.0.0.{number}"}
        assert browser(app).get("/larvik/", headers=forged).status_code == 200
    assert browser(app).get("/larvik/", headers={"X-Forwarded-For": "127.0.0.99"}).status_code == 429
    behind = make(**FEW, proxies=1)
    for number in range(16):
        forged = {"X-Forwarded-For": f"127.0.0.{number}, 198.51.100.1"}
        assert browser(behind).get("/larvik/", headers=forged).status_code == 200
    last = {"X-Forwarded-For": "127.0.0.99, 198.51.100.1"}
    assert browser(behind).get("/larvik/", headers=last).status_code == 429
    another = {"X-Forwarded-For": "127.0.0.1, 198.51.100.2"}
    assert browser(behind).get("/larvik/", headers=another).status_code == 200


@pytest.mark.parametrize(
    ("code", "words"), [("nb", "Vent litt"), ("nn", "Vent litt"), ("en", "Please wait a little")]
)
def test_the_page_that_says_wait_speaks_the_reader_s_language(make: Make, code: str, words: str) -> None:
    client = browser(make(**FEW))
    token = hidden(client.get("/larvik/").text, "csrf_token")
    client.post("/sprak", data={"csrf_token": token, "code": code})
    codes_of(client, 16, "/larvik/")
    page = client.get("/larvik/")
    assert (page.status_code, f'lang="{code}"' in page.text, words in page.text) == (429, True, True)


def test_whoever_wants_out_gets_out(site: Site, make: Make) -> None:
    client = browser(make(**FEW), site.visitor("stille"))
    token = hidden(client.get("/larvik/").text, "csrf_token")
    assert codes_of(client, 8, "/larvik/")[-1] == 429
    answer = client.post("/forlat", data={"csrf_token": token})
    assert (answer.status_code, answer.headers["location"]) == (303, "/borte")


def test_whoever_reads_too_much_shuts_no_other_at_the_address_out_from_the_way_in_and_out(make: Make) -> None:
    client = browser(make(reads_a_minute=2, people_behind_address=1))
    assert codes_of(client, 3, "/larvik/")[-1] == 429
    for path in ("/larvik/logg-inn", "/utlogget/i-ramme"):
        assert client.get(path, base_url="http://127.0.0.1").status_code != 429, path
    assert 429 not in codes_of(client, 5, "/utlogget")


def test_a_032_a_guess_at_an_address_counts_too(site: Site, make: Make) -> None:
    codes = codes_of(
        browser(make(**FEW), site.visitor("stille")), 9, f"/larvik/sak/{'0' * 8}-0000-4000-8000-{'0' * 12}"
    )
    assert codes == [404] * 8 + [429]


def test_a_077_two_hundred_look_ups_are_stopped_and_each_that_was_answered_is_logged(
    either_site: Site, make: Make
) -> None:
    sent = begin(either_site.visitor("stille")).complete()
    assert sent.send().status_code == 303
    client = browser(make(either_site, posts_a_minute=20), either_site.visitor("lun"))
    token = hidden(client.get("/larvik/kontor/").text, "csrf_token")
    before = len(looked_up(either_site))
    names = [f"Ingen {number}" for number in range(200)]
    codes = [
        client.post("/larvik/kontor/sok", data={"csrf_token": token, "asked": name}).status_code
        for name in names
    ]
    assert codes == [200] * 20 + [429] * 180
    assert len(looked_up(either_site)) - before == 20


def looked_up(site: Site) -> list[int]:
    with site.tools() as tools, tools.store.read() as db:
        return list(db.scalars(select(Access.number).where(Access.outcome == SEARCHED)))


def test_where_it_cannot_be_counted_nobody_is_shut_out(make: Make, tmp_path: Path) -> None:
    app = make(**FEW, limits_file=tmp_path)
    with capture_logs() as logged:
        assert codes_of(browser(app), 17, "/larvik/") == [200] * 17
    assert [one["event"] for one in logged] == ["not_counted"]


def test_what_is_kept_tells_nobody_s_address(make: Make, tmp_path: Path) -> None:
    codes_of(browser(make(**FEW)), 2, "/larvik/", environ_overrides={"REMOTE_ADDR": "192.0.2.7"})
    kept = b"".join(one.read_bytes() for one in tmp_path.glob("limits*"))
    assert b"192.0.2" not in kept
    assert len(kept) > 0


def test_what_may_be_done_again_tomorrow_says_so(site: Site) -> None:
    father = site.visitor("kjekk").invented
    draft = several.filled_for(site.visitor("myk"), site.visitor("rask").invented)
    several.wait(draft)
    for _ in range(MOST):
        several.code_of(several.ask(draft, "second_parent", father))
    answer = several.ask(draft, "second_parent", father)
    assert (answer.status_code, answer.headers["retry-after"]) == (429, "86400")
    assert "Prøv igjen i morgen." in answer.text
    assert "minutt" not in answer.text.partition("<main")[2].partition("</main>")[0]
    assert father.name in answer.text


class Endless(io.RawIOBase):
    """A form with a file of ten megabytes, which says how much of it was read."""

    SIZE = 10_000_000

    def __init__(self, token: str) -> None:
        part = 'Content-Disposition: form-data; name="{}"'
        first = f"--x\r\n{part.format('csrf_token')}\r\n\r\n{token}\r\n--x\r\n"
        self.first = f'{first}{part.format("signed_paper")}; filename="a.pdf"\r\n\r\n'.encode()
        self.was_read, self.end = 0, 0

    def readinto(self, into: Any) -> int:
        found = (self.first[self.was_read :] or b"x" * len(into))[: len(into)]
        into[: len(found)] = found
        self.was_read += len(found)
        return len(found)

    def readable(self) -> bool:
        return True

    def seek(self, at: int, whence: int = 0) -> int:
        self.end = self.SIZE if whence else at
        return self.end

    def tell(self) -> int:
        return self.end


def read_of(client: FlaskClient, token: str) -> tuple[int, int]:
    """The answer, and how many bytes were read for it."""
    body = Endless(token)
    answer = client.post(
        "/larvik/skranke/ny",
        input_stream=body,
        content_length=Endless.SIZE,
        content_type="multipart/form-data; boundary=x",
    )
    return answer.status_code, body.was_read


def test_what_is_refused_is_read_to_its_end_for_who_is_known_alone(site: Site, make: Make) -> None:
    app, helper = make(posts_a_minute=1, people_behind_address=2), site.visitor("fin")
    token, nobody = helper.token("/larvik/skranke/ny"), browser(app)
    most = app.extensions["tools"].settings.max_step_bytes + 2 * CHUNK
    by_nobody = [read_of(nobody, "") for _ in range(3)]
    assert [code for code, _ in by_nobody] == [302, 302, 429]
    assert max(size for _, size in by_nobody) <= most
    browser(app, helper).post("/larvik/skranke/ny")
    assert read_of(browser(app, helper), "forged")[1] <= most
    assert read_of(browser(app, helper), token) == (429, Endless.SIZE), "a browser shows no answer before"
