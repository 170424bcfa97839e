"""What is left of a case in the database tells nothing of what was written: no mark, no word, no hash to guess by."""

import hashlib
import json
import re
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from forms.marks import MARKS, NAME_UNSEEN, unseen, unsigned
from tests import behind, consents
from tests.draft import Draft, begin
from tests.guest import CANARY
from tests.integration.wizard.test_archived import delivered
from tests.running_site import Site
from wizard.cases import stubs
from wizard.cases.archiving import put_into_archive
from wizard.cases.left_behind import MARKS_LEFT
from wizard.cases.removing import remove
from wizard.cases.resealing import PLACES
from wizard.models import Case, CaseEvent, Submission, Table
from wizard.models_consents import Consent

HEX_DIGEST = re.compile(r"[0-9a-fA-F]{64}|[\w+/-]{43}=?")
PLANTED = [*MARKS, f"{NAME_UNSEEN} proxy", unsigned("second_parent"), "no_authorization guardianship"]


def emptied(site: Site, draft: Draft) -> None:
    """In the archive for so long that it is kept here no longer; marked with all that there is."""
    delivered(site, draft)
    with site.tools() as tools:
        with tools.store.write() as db:
            owner = db.get_one(Case, draft.id).owner_id
            db.execute(update(Submission).where(Submission.case_id == draft.id).values(marks=PLANTED))
        assert put_into_archive(tools, draft.id, owner)
        with tools.store.write() as db:
            long_ago = tools.clock() - timedelta(days=4000)
            db.execute(update(CaseEvent).where(CaseEvent.case_id == draft.id).values(at=long_ago))
        assert remove(tools, draft.id)


def left(db: Session, draft: Draft) -> Iterator[tuple[type[Table], Any]]:
    """Every row of every table that points at the case."""
    for mapper in Table.registry.mappers:
        for column in mapper.local_table.columns:
            points = any(key.column is Case.__table__.c.id for key in column.foreign_keys)
            if points or column is Case.__table__.c.id or column.name == "case_id":
                for row in db.scalars(select(mapper).where(column == draft.id)):
                    yield mapper.class_, row


def values(site: Site, draft: Draft) -> dict[str, list[Any]]:
    """All that stands there by table and column, opened where it is sealed."""
    found: dict[str, list[Any]] = {}
    with site.tools() as tools, tools.store.read() as db:
        for table, row in left(db, draft):
            for column in table.__table__.columns:
                value = getattr(row, column.name)
                if value is not None and column.name.startswith("sealed_"):
                    value = tools.vault.open(value, PLACES[table, column.name](row)).decode()
                found.setdefault(f"{table.__tablename__}.{column.name}", []).append(value)
    return found


def telling(found: dict[str, list[Any]], hashes: set[bytes]) -> set[str]:
    """The columns in which a mark, a hash, or what was typed can be read."""
    told = {column: [value for value in those if value] for column, those in found.items()}
    marks = {
        column
        for column, those in told.items()
        if not column.endswith(".kind") and set(MARKS).intersection(json.dumps(those, default=str).split('"'))
    }
    texts = {column: [one for one in those if isinstance(one, str)] for column, those in told.items()}
    words = {column for column, those in texts.items() if any(CANARY in one for one in those)}
    digests = {column for column, those in texts.items() if any(map(HEX_DIGEST.fullmatch, those))}
    raw = {column for column, those in told.items() if hashes.intersection(map(as_bytes, those))}
    return marks | words | digests | raw


def as_bytes(value: object) -> bytes:
    return value if isinstance(value, bytes) else b""


def hashes_of(site: Site, draft: Draft) -> set[bytes]:
    """Of what was sent, as bytes: of its content, of all of it, and of its signatures."""
    request = behind.frozen(site, draft)
    signed = (hashlib.sha256(one.model_dump_json().encode()).digest() for one in request.signatures)
    return {bytes.fromhex(request.content.sha256()), bytes.fromhex(request.sha256()), *signed}


def test_no_mark_no_word_and_no_hash_of_what_was_written_is_left(site: Site) -> None:
    draft = begin(site.visitor("stille")).complete()
    assert draft.send().status_code == 303
    hashes, before = hashes_of(site, draft), values(site, draft)
    assert {"submissions.content_sha256", "signatures.content_sha256", "submissions.sealed_request"} <= (
        telling(before, hashes)
    ), "what stood there would be found"
    emptied(site, draft)
    after = values(site, draft)
    assert after["submissions.marks"] == [[one for one in PLANTED if one in MARKS_LEFT]]
    assert len(MARKS_LEFT) == 4, (
        "each of them is asked of a stub by a later form, a hiding rule or the office"
    )
    assert telling(after, hashes) == {"submissions.marks"}


def test_as_long_as_a_yes_holds_it_is_known_whose_number_nobody_has_been_here_with(site: Site) -> None:
    draft = consents.given(site.visitor("stille"))
    hashes = {bytes.fromhex(one.text_sha256) for one in consents.rows(site, draft)} | hashes_of(site, draft)
    assert "consents.text_sha256" in telling(values(site, draft), hashes)
    emptied(site, draft)
    assert set(behind.marks(site, draft)) == {*MARKS_LEFT, unseen("proxy")}
    assert telling(values(site, draft), hashes) <= {"submissions.marks", "consents.sealed_detail"}, (
        "the words that were agreed to stay, sealed"
    )
    with site.tools() as tools:
        with tools.store.write() as db:
            db.execute(update(Consent).where(Consent.case_id == draft.id).values(ended_at=tools.clock()))
        assert stubs.let_go(tools, draft.id)
    assert set(behind.marks(site, draft)) == MARKS_LEFT
