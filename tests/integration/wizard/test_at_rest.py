"""What lies on the disk is sealed: no answer, identity number or file can be read in it, and keys may be changed."""

import base64
import json
import re
from pathlib import Path

import pytest
from itsdangerous import URLSafeTimedSerializer

from tests import behind
from tests.draft import Draft, begin
from tests.guest import CANARY, personal
from tests.integration.wizard.test_attachments import SECRET, STEP, upload
from tests.running_site import Site, key
from wizard.app import create_app
from wizard.cases.following import document_bytes
from wizard.cases.handing_over import CaseStore
from wizard.models import StepAnswers

NUMBER = re.compile(rb"(?<![0-9a-f.-])\d{6} ?\d{5}(?![0-9a-f])")
"""An identity number of anybody's, and no part of a random id or a hash."""

TOKEN = re.compile(r"[\w-]{43}")


@pytest.fixture(scope="module")
def lived_in(site: Site) -> Draft:
    """A case with everything in it: answers, a file, a document; and a draft with something half typed."""
    guest = site.visitor("stille")
    draft = begin(guest)
    draft.fill(until=STEP)
    assert upload(draft, f"{CANARY}.pdf", SECRET).status_code == 303
    walk = draft.walk(behind.answers(site, draft))
    for step in walk.path[[one.slug for one in walk.path].index(STEP) :]:
        assert draft.answer(step.slug, {}).status_code == 303
    assert draft.send().status_code == 303
    with site.tools() as tools:
        CaseStore(tools).keep_document(draft.id, "application/pdf", SECRET)
    half = begin(guest)
    half.fill(until="need")
    assert half.autosave("need", {"need_description": f"Halvferdig {CANARY}"}).status_code == 200
    return draft


def disguises(secret: str) -> set[bytes]:
    """How a text might lie on a disk."""
    plain = secret.encode()
    escaped = json.dumps(secret)[1:-1].encode()
    wide = {secret.encode("utf-16-le"), secret.encode("utf-16-be")}
    return {plain, escaped, plain.hex().encode(), base64.b64encode(plain)[:-4], *wide}


def on_disk(folder: Path) -> bytes:
    return b"\0".join(path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file())


def test_nothing_personal_can_be_read_on_the_disk(site: Site, lived_in: Draft) -> None:
    lying = on_disk(site.folder)
    case = behind.case(site, lived_in)
    assert case
    assert case.reference.encode() in lying, "what is not secret is found, so a secret would be"
    for secret in personal():
        assert not any(disguise in lying for disguise in disguises(secret))
    assert SECRET[:40] not in lying
    assert NUMBER.search(b'{"number": "141285 12345"}'), "one that lay there would be found"
    assert not NUMBER.search(lying)


def test_nothing_personal_can_be_read_in_the_tables(either_site: Site) -> None:
    draft = begin(either_site.visitor("stille")).complete()
    assert draft.send().status_code == 303
    tables = repr(either_site.rows())
    assert draft.id.hex in tables.replace("-", "")
    for secret in personal():
        assert secret not in tables


def test_the_login_token_itself_is_not_kept(site: Site, lived_in: Draft) -> None:
    _, carried = URLSafeTimedSerializer("not the site's").loads_unsafe(lived_in.guest.cookie)
    [token] = [one for one in carried.values() if isinstance(one, str) and TOKEN.fullmatch(one)]
    assert len(base64.urlsafe_b64decode(token + "=")) == 32, "256 bits"
    sessions = repr(site.rows_of("login_sessions"))
    assert token not in sessions


def test_a_new_key_writes_and_the_old_one_still_opens(site: Site) -> None:
    draft = begin(site.visitor("aile"))
    draft.fill(until="services")
    rotated = site.settings(keys=f"two:{key()},{site.environment['VEIVISER_KEYS']}")
    app = create_app(rotated)
    client = app.test_client()
    client.set_cookie("veiviser", draft.guest.cookie, domain="localhost")
    page = client.get(draft.step("need"))
    assert CANARY in page.text
    told = dict(draft.guest.told(draft.step("language")).controls)
    again = told | {"preferred_language": "nn", "accommodation": "Skrevet med ny nøkkel."}
    assert client.post(draft.step("language"), data=again).status_code == 303
    tools = app.extensions["tools"]
    with tools.store.read() as db:
        rows = {slug: db.get_one(StepAnswers, (draft.id, slug)) for slug in ("need", "language")}
    named = {slug: row.sealed_answers[1 : 1 + row.sealed_answers[0]] for slug, row in rows.items()}
    assert named == {"need": b"one", "language": b"two"}
    assert "Skrevet med ny nøkkel." in client.get(draft.step("language")).text
    tools.store.close()
    assert draft.path in draft.guest.get("/larvik/mine-saker").text, "listed where it cannot be opened, too"


def test_a_document_is_opened_with_the_key_it_was_sealed_with(site: Site, lived_in: Draft) -> None:
    rotated = site.settings(keys=f"three:{key()},{site.environment['VEIVISER_KEYS']}")
    app = create_app(rotated)
    tools = app.extensions["tools"]
    assert document_bytes(tools, lived_in.id, "pdf") == SECRET
    tools.store.close()
