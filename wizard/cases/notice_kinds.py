"""What somebody is told of by e-mail: one entry for each kind, which the page, the outbox and the worker all read.

A new kind is an entry here, and a call of ``noticing.notice`` in the transaction that writes what it tells of. Whatever
it is, the mail says only that there is something to read.
"""

import uuid
from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import NamedTuple

from sqlalchemy.orm import Session

from forms.language import N_
from wizard.cases.finding import find_case
from wizard.cases.following import events_of
from wizard.cases.lapsing import goes_on
from wizard.cases.standing import archived_since

Still = Callable[[Session, uuid.UUID], bool]


class Kind(NamedTuple):
    """Something that one can be told of, or not."""

    key: str
    label: str
    """What it is called beside its box, as a source text."""
    lasts: timedelta
    """How long a mail that cannot be sent is of use."""
    still: Still
    """Whether it is so still when the mail goes out, of the case that it is about."""


def _draft_still_goes(db: Session, case_id: uuid.UUID) -> bool:
    case = find_case(db.connection(), case_id)
    return case is not None and not case.submitted and goes_on(db.connection(), case_id) is not None


def _lies_in_archive(db: Session, case_id: uuid.UUID) -> bool:
    """Said wrongly it was taken back, or something has come since: then it stays here."""
    case = find_case(db.connection(), case_id)
    return bool(case and not case.removed and archived_since(events_of(db, [case_id]).get(case_id, ())))


DRAFT_GOES = Kind(
    "draft_goes", N_("Et utkast blir slettet hvis du lar det ligge"), timedelta(days=14), _draft_still_goes
)
CASE_GOES = Kind(
    "case_goes",
    N_("Noe du har sendt, er lagt i kommunens arkiv og blir ikke liggende her"),
    timedelta(days=14),
    _lies_in_archive,
)
KINDS: Mapping[str, Kind] = {kind.key: kind for kind in (DRAFT_GOES, CASE_GOES)}

CODE, CHANGED = "address_code", "address_changed"
"""Mails about the address itself, which nobody chooses: they go to the address that they name, and at once."""
