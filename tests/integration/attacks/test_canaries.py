"""Nothing that anybody types, sends or asks for stands in a log, an address or a title (A-078).

Each place gets a word of its own, which stands nowhere else. What was planted here is watched for to the end of the
run, in every log of every site: see ``tests.leaks``.
"""

import json
import socket
from pathlib import Path

import httpx
import pytest

from forms.fields.choice import Choice
from forms.fields.declaration import Declaration
from forms.journeys.registry import journeys
from forms.municipality import municipalities
from forms.stepform import StepForm
from tests.counter import code_for_counter
from tests.draft import Draft, begin, told
from tests.filled import Pairs, inputs, pairs
from tests.guest import TRUST, Guest, planted
from tests.integration.handover.world import until
from tests.integration.wizard.test_attachments import STEP, upload
from tests.leaks import leaks
from tests.running_site import Site
from tests.seen import office
from tests.sendable import pdf

NUMBER = "14835749828"


def canaried(form: StepForm) -> Pairs:
    """The step's inputs with a word of their own wherever something can be typed; what is chosen stays."""
    chosen = {one.name for one in form if isinstance(one, Choice | Declaration)}
    known = dict(pairs(form))
    kept = [(name, value) for name, value in pairs(form) if name in chosen]
    return [
        *kept,
        *((name, f"{known.get(name, '')} {planted(name)}") for name in inputs(form) if name not in chosen),
    ]


def typed_everywhere(guest: Guest, slug: str) -> Draft:
    """Step after step: first with our words, refused or not; then as the sample answers it."""
    draft = begin(guest, slug)
    walk = draft.walk(told(slug))
    for step in walk.path:
        ours = canaried(walk.form(step))
        assert draft.answer(step.slug, ours).status_code in {303, 422}
        assert draft.autosave(step.slug, ours).status_code < 500
        draft.answer(step.slug, pairs(walk.form(step)))
    return draft


def where_offered(slug: str) -> str:
    return next(place.id for place in municipalities().values() if slug in place.journeys)


EACH = [
    *((slug, "site") for slug in journeys()),
    ("coordination", "postgresql_site"),
    ("appeal", "postgresql_site"),
]


@pytest.mark.parametrize(("slug", "either_site"), EACH, indirect=["either_site"])
def test_a_078_no_log_has_what_is_typed_in_any_form(either_site: Site, slug: str) -> None:
    draft = typed_everywhere(either_site.visitor("stille", where_offered(slug)), slug)
    draft.guest.get(f"{draft.path}/se-over")
    assert leaks(either_site) == []


HEADERS = ("Referer", "User-Agent", "X-Forwarded-For", "Accept-Language", "Cookie", "Origin", "X-Request-Id")


def test_a_078_no_log_has_what_stands_in_an_address_a_header_or_a_body(either_site: Site) -> None:
    """Whatever somebody puts there themselves: the lines of requests tell the route as it is declared."""
    before, word = len(either_site.logs()), planted("address")
    paths = [f"/{word}", f"/larvik/{NUMBER}", f"/larvik/?q={word}&pid={NUMBER}", f"/larvik/sak/{word}"]
    paths += [f"/%00{word}", f"/larvik/skjema/{word}", f"/static/{word}.css", f"/larvik/mine-saker/{word}"]
    headers = dict.fromkeys((*HEADERS, word), word)
    with httpx.Client(base_url=either_site.url, verify=TRUST) as anybody:
        for path in paths:
            assert anybody.get(path, headers=headers).status_code < 500
            assert anybody.post(path, data={word: word}, headers=headers).status_code < 500
            assert anybody.delete(path).status_code < 500
        for path in ("/larvik/sok", "/sprak", "/larvik/logg-inn"):
            assert anybody.post(path, json={"code": word, "person": NUMBER}).status_code < 500
        assert anybody.request(f"X{NUMBER}", "/larvik/").status_code < 500
    for line in (f"GET /{NUMBER} {word}", f"{word}\x00 / HTTP/1.1", f"GET / HTTP/1.1\r\n{word} {NUMBER}: x"):
        with socket.create_connection(("127.0.0.1", either_site.port), timeout=5) as raw:
            raw.sendall(f"{line}\r\n\r\n".encode())
            assert raw.recv(100).startswith(b"HTTP/1.1 400")
    until(lambda: '"event": "server_trouble"' in either_site.logs()[before:])
    told_of_it = either_site.logs()[before:]
    assert [secret for secret in (word, NUMBER) if secret in told_of_it] == []
    assert leaks(either_site) == []


def test_a_078_no_log_has_a_file_a_search_a_code_or_a_reason(either_site: Site) -> None:
    draft = begin(either_site.visitor("stille"))
    draft.fill(until=STEP)
    content = pdf(planted("content"))
    for name in (f"{planted('file')}.pdf", f"{NUMBER}.pdf", f"{planted('program')}.exe"):
        upload(draft, name, content)
    upload(draft, "ødelagt.pdf", b"%PDF-" + planted("broken").encode())
    draft.guest.post("/larvik/sok", {"asked": planted("search")})
    draft.guest.post("/larvik/kode", {"code": planted("code")})
    sent = begin(draft.guest).complete()
    assert sent.send().status_code == 303
    lun = either_site.visitor("lun")
    lun.post("/larvik/kontor/sok", {"asked": planted("sought")}, page="/larvik/kontor/")
    why = {"reason": "other", "words": planted("why"), "related": "no"}
    lun.http.get(office(sent))
    lun.post(f"{office(sent)}/grunn", why)
    lun.post(f"{office(sent)}/send-videre", {"track": planted("track")}, page=office(sent))
    fin = either_site.visitor("fin")
    begun = {"name": planted("name"), "related": planted("related")}
    fin.post("/larvik/skranke/begynn", begun, page="/larvik/skranke/")
    fin.post("/larvik/skranke/kode", {"code": planted("counter")}, page="/larvik/skranke/")
    assert leaks(either_site) == []


def test_a_078_the_watch_finds_what_it_is_for(site: Site, tmp_path: Path) -> None:
    """A word that was planted, a code that a page showed, a cookie, a key: each is found where a line tells it."""
    quiet = Site(tmp_path, site.database_url)
    quiet.guests.append(site.visitor("stille"))
    draft = begin(quiet.guests[0])
    code = code_for_counter(draft)
    names = ("VEIVISER_SECRET_KEY", "VEIVISER_KEYS", "VEIVISER_LOOKUP_KEY")
    keys = [quiet.environment[name].split(":")[-1] for name in names]
    for secret in (planted("log"), code, quiet.guests[0].cookie, NUMBER, quiet.token, *keys):
        (tmp_path / "docgen.log").write_text(f'{{"event": "x {secret}"}}')
        assert leaks(quiet) != [], secret
    (tmp_path / "docgen.log").write_text(
        '{"event": "request", "route": "/<municipality>/sak/<case:case_id>"}'
    )
    assert leaks(quiet) == []


def test_every_line_of_every_log_is_json_without_an_address(either_site: Site) -> None:
    either_site.visitor("stille").get("/larvik/mine-saker")
    until(lambda: "/<municipality>/mine-saker" in either_site.logs())  # a line is written when all is sent
    lines = [json.loads(line) for line in either_site.logs().splitlines() if line]
    assert all({"event", "level", "timestamp"} <= line.keys() for line in lines)
    requests = [line for line in lines if line["event"] == "request"]
    assert {line["route"] for line in requests} >= {"/<municipality>/mine-saker", "/<municipality>/logg-inn"}
    kept = {"method", "route", "status", "bytes", "ms", "request"}
    assert all(line.keys() - {"event", "level", "timestamp"} == kept for line in requests)
