"""Reads a case that is in, with its files, as an archive needs it. Reads only."""

import uuid

from sqlalchemy import select

from docgen.contract import DOCX, PDF
from forms.blocks import concerned
from forms.journeys.registry import journey
from forms.language import Language
from forms.walk import Walk
from wizard.accounts import person_of
from wizard.archive_message.errors import NotToArchiveError
from wizard.archive_message.matter import Filed, Matter
from wizard.archive_message.remarks import remarks
from wizard.archive_message.who import Both, of_form, of_paper, of_what_belongs_to
from wizard.cases.attaching import read_attachment, sent_files
from wizard.cases.finding import CaseRow, find_case, is_restricted
from wizard.cases.following import Sent, document_bytes, sent
from wizard.cases.kept_back import authors_walk
from wizard.models import Case, Concern
from wizard.tools import Tools

IN_BOKMAL = Language()


def find_sent(tools: Tools, reference: str) -> CaseRow:
    """The case of that reference; ``NotToArchiveError`` where there is none that is in, with all of it here."""
    with tools.store.connect() as db:
        case_id = db.scalar(select(Case.id).where(Case.reference == reference))
        case = find_case(db, case_id) if case_id else None
    if case is None or not case.submitted:
        raise NotToArchiveError("No case that was sent has that reference.")
    if case.removed:
        raise NotToArchiveError("It lies in the municipality's archive, and is not here any more.")
    return case


def gather(tools: Tools, case: CaseRow) -> Matter:
    """``NotToArchiveError`` as long as something of it is missing, and ``UnreadableError`` where no key opens it."""
    found, walk = sent(tools, case), authors_walk(tools, case, IN_BOKMAL)
    if found is None or walk is None:
        raise NotToArchiveError("It cannot be opened with the keys that are here.")
    now, told = walk.now, journey(case.journey)
    both = _who(tools, case, walk)
    with tools.store.connect() as db:
        restricted = is_restricted(db, case.id)
    return Matter(
        case_id=case.id,
        reference=case.reference,
        codes=now.municipality.archive_codes,
        sort=told.sort,
        title=told.title,
        sender=both.sender,
        subject=both.subject,
        receiver=_receiver(walk),
        received_at=found.received_at,
        restricted=restricted,
        pdf=_form(tools, case, found, PDF),
        docx=_form(tools, case, found, DOCX),
        attachments=_attachments(tools, found),
        remarks=tuple(remarks(tools, found, now.municipality.archive_codes.system)),
        earlier=_earlier(tools, case),
    )


def _who(tools: Tools, case: CaseRow, walk: Walk) -> Both:
    with tools.store.connect() as db:
        author = person_of(db, tools, case.author_id)
    if case.on_paper:
        return of_paper(walk.now, author)
    own = of_form(walk.now, author)
    chosen = concerned.chosen(walk.now)
    if chosen is None or walk.now.principal:
        return own
    before = _who_before(tools, case, chosen.reference)
    return of_what_belongs_to(before, author) if before else own._replace(subject=None)


def _who_before(tools: Tools, case: CaseRow, reference: str) -> Both | None:
    """Of the earlier case; None where what it told is not here any more."""
    with tools.store.connect() as db:
        earlier_id = db.scalar(select(Case.id).where(Case.reference == reference))
        earlier = find_case(db, earlier_id) if earlier_id else None
    if earlier is None or earlier.removed or earlier.id == case.id:
        return None
    walk = authors_walk(tools, earlier, IN_BOKMAL)
    return _who(tools, earlier, walk) if walk else None


def _receiver(walk: Walk) -> str:
    place = walk.now.municipality
    unit = place.notified if walk.journey.sort == "notification" else None
    return unit or place.office.name


def _form(tools: Tools, case: CaseRow, found: Sent, media_type: str) -> Filed:
    content = document_bytes(tools, case.id, {PDF: "pdf", DOCX: "docx"}[media_type])
    if content is None:
        raise NotToArchiveError("Its documents are not made yet.")
    return Filed(found.request.content.title, media_type, content)


def _attachments(tools: Tools, found: Sent) -> tuple[Filed, ...]:
    """Those that nobody will ever open are not among them: a remark says so."""
    files = [one for one in sent_files(tools, found) if not one.not_taken]
    if any(one.waits for one in files):
        raise NotToArchiveError("A file of it waits to be screened for viruses.")
    return tuple(_attachment(tools, found.case.id, uuid.UUID(one.id)) for one in files)


def _attachment(tools: Tools, case_id: uuid.UUID, file_id: uuid.UUID) -> Filed:
    read = read_attachment(tools, case_id, file_id)
    if read is None:
        raise NotToArchiveError("A file of it was taken away meanwhile.")
    info, content = read
    return Filed(info.name, info.media_type, content)


def _earlier(tools: Tools, case: CaseRow) -> tuple[uuid.UUID, ...]:
    query = select(Concern.earlier_id).where(Concern.case_id == case.id).order_by(Concern.earlier_id)
    with tools.store.connect() as db:
        return tuple(db.scalars(query))
