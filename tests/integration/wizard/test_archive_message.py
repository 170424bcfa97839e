"""When a case may be taken out for the archive, and when not: on both databases, by the verbs alone."""

import uuid
from collections.abc import Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

import pytest
from sqlalchemy import select, text, update

from docgen.contract import DOCX, PDF
from tests import made
from tests.archive_message import RECORD, said
from tests.migrated import migrated
from tests.running_site import Site
from tests.sendable import pdf
from wizard import handover
from wizard.archive_message import remarks
from wizard.archive_message.errors import NotToArchiveError
from wizard.archive_message.fetching import fetch
from wizard.archive_message.package import Package
from wizard.cases.errors import FileUnavailableError, NotLoggedError
from wizard.cases.handing_over import CaseStore
from wizard.cases.signature_files import SIGNED_PAPER
from wizard.clamd import CLEAN, GIVEN_UP, INFECTED, Clamd
from wizard.models import Attachment, Case, Submission
from wizard.models_access import Access
from wizard.tools import Tools, make_tools

MESSAGE = "arkivmelding.xml"
SCAN = pdf("an invented paper that was signed")


@dataclass(frozen=True)
class Handed:
    """A case that is in."""

    tools: Tools
    id: uuid.UUID
    reference: str

    def documents_come(self) -> None:
        for media_type in (PDF, DOCX):
            CaseStore(self.tools).keep_document(self.id, media_type, b"an invented document")

    def scanned(self, screened: str | None) -> None:
        """A paper that was signed comes beside it."""
        file_id = uuid.uuid4()
        self.tools.blobs.put(file_id.hex, SCAN)
        info = {"id": str(file_id), "name": "ark.pdf", "size": len(SCAN), "media_type": PDF}
        sealed = self.tools.vault.seal_json(
            info | {"sha256": sha256(SCAN).hexdigest()}, f"attachments:{file_id}"
        )
        with self.tools.store.write() as db:
            db.add(
                Attachment(
                    id=file_id,
                    case_id=self.id,
                    question=SIGNED_PAPER,
                    added_at=self.tools.clock(),
                    sealed_info=sealed,
                    screened=screened,
                )
            )

    def taken_out(self) -> Package:
        return fetch(self.tools, self.reference)

    def logged(self) -> int:
        with self.tools.store.connect() as db:
            return len(db.scalars(select(Access.number).where(Access.case_id == self.id)).all())


@pytest.fixture
def handed(database_url: str, tmp_path: Path) -> Iterator[Handed]:
    site = Site(tmp_path, database_url)
    migrated(database_url)
    tools = replace(make_tools(site.settings(), handover.enqueue), clamd=Clamd(str(tmp_path / "nobody")))
    case_id = made.completed(tools, made.applicant(tools))
    made.send(tools, case_id)
    with tools.store.read() as db:
        reference = db.get_one(Case, case_id).reference
    yield Handed(tools, case_id, reference)
    tools.store.close()


def test_nothing_leaves_before_its_documents_are_made(handed: Handed) -> None:
    with pytest.raises(NotToArchiveError, match="not made yet"):
        handed.taken_out()
    handed.documents_come()
    files = handed.taken_out().files
    assert files["hoveddokument.pdf"] == files["hoveddokument.docx"] == b"an invented document"
    assert handed.logged() == 2


def test_nothing_is_read_where_the_log_cannot_be_written(handed: Handed) -> None:
    with handed.tools.store.writer.begin() as db:
        db.execute(text("ALTER TABLE access_log RENAME TO gone"))
    with pytest.raises(
        NotLoggedError
    ):  # and not what is missing of the case: that would have been read first
        handed.taken_out()


def test_a_file_is_waited_for_until_somebody_has_looked_through_it(handed: Handed) -> None:
    handed.documents_come()
    handed.scanned(None)
    with pytest.raises(NotToArchiveError, match="screened"):
        handed.taken_out()
    with handed.tools.store.write() as db:
        db.execute(update(Attachment).values(screened=CLEAN))
    assert handed.taken_out().files["vedlegg-01.pdf"] == SCAN


def test_a_file_that_nobody_will_open_is_told_of_and_not_sent(handed: Handed) -> None:
    handed.documents_come()
    handed.scanned(INFECTED)
    handed.scanned(GIVEN_UP)
    files = handed.taken_out().files
    assert sorted(files) == [MESSAGE, "hoveddokument.docx", "hoveddokument.pdf"]
    told = said(files[MESSAGE], f"{RECORD}/a:merknad/a:merknadstekst")
    assert told[-2:] == [remarks.INFECTED, remarks.GIVEN_UP]


def test_no_package_lacks_a_file_in_silence(handed: Handed) -> None:
    handed.documents_come()
    handed.scanned(CLEAN)
    with handed.tools.store.connect() as db:
        file_id = db.scalar(select(Attachment.id))
    assert file_id
    handed.tools.blobs.delete(file_id.hex)
    with pytest.raises(FileUnavailableError):
        handed.taken_out()


def test_what_lies_in_the_archive_alone_is_not_taken_out_again(handed: Handed) -> None:
    with handed.tools.store.write() as db:
        db.execute(update(Submission).values(removed_at=handed.tools.clock()))
    with pytest.raises(NotToArchiveError, match="not here any more"):
        handed.taken_out()
    assert handed.logged() == 0
