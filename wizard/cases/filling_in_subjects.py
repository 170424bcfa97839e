"""The verb after an upgrade: writes beside each older case and yes by what whom it is about is known. Repeatable."""

import uuid

import structlog
from sqlalchemy import select, update

from forms.language import Language
from forms.yes import NOTIFYING
from wizard.accounts import person_of
from wizard.cases.consents import whose
from wizard.cases.drafts import Reader, read_draft
from wizard.cases.finding import find_case
from wizard.models import Submission
from wizard.models_consents import Consent
from wizard.tools import Tools
from wizard.vault import SealBrokenError

log = structlog.get_logger()


def fill_in_subjects(tools: Tools) -> int:
    """Gives in how many cases it was found; a case that tells no number, or cannot be opened, is left as it is."""
    empty = Consent.subject_lookup.is_(None), Consent.kind != NOTIFYING
    unknown = Submission.subject_lookup.is_(None)
    with tools.store.read() as db:
        consented = select(Consent.case_id).where(*empty)
        cases = list(db.scalars(consented.union(select(Submission.case_id).where(unknown))))
    found = {case_id: lookup for case_id in cases if (lookup := _lookup(tools, case_id))}
    for case_id, lookup in found.items():
        with tools.store.write() as db:
            own = update(Consent).where(Consent.case_id == case_id, *empty).values(subject_lookup=lookup)
            db.execute(own.execution_options(synchronize_session=False))
            sent = (
                update(Submission).where(Submission.case_id == case_id, unknown).values(subject_lookup=lookup)
            )
            db.execute(sent.execution_options(synchronize_session=False))
    return len(found)


def _lookup(tools: Tools, case_id: uuid.UUID) -> bytes | None:
    with tools.store.connect() as db:
        case = find_case(db, case_id)
        if case is None:
            return None
        try:
            reader = Reader(person_of(db, tools, case.author_id), Language())
            return whose(tools, read_draft(db, tools, case, reader))
        except SealBrokenError:
            log.warning("case_unreadable", case=str(case_id))
            return None
