"""What is signed by several: frozen at the first signature, the same for each, and void as soon as it is changed."""

import uuid
from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import BindParameter, Connection, bindparam, delete, insert, select, update
from sqlalchemy.orm import Session

from docgen.contract import Content, Signature
from wizard.cases.beginning import record
from wizard.cases.drafts import Draft
from wizard.cases.signature_files import drop_drawn
from wizard.cases.standing import SIGNED, VOIDED
from wizard.models import CaseEvent
from wizard.models_acting import Frozen, Signed
from wizard.tools import Tools

AUTHOR = "author"
"""As what somebody signs what they filled in themselves."""
ON_PAPER = "on_paper"
"""A signature on a paper that was scanned at the counter, whoever's it is."""
CASE: BindParameter[Any] = bindparam("at_case")
FROZEN = select(Frozen.case_id).where(Frozen.case_id == CASE)
THAW = delete(Frozen).where(Frozen.case_id == CASE)
GIVEN = select(Signed).where(Signed.case_id == CASE, Signed.voided_at.is_(None)).order_by(Signed.at)
EVER_SIGNED = select(Signed.id).where(Signed.case_id == CASE).limit(1)
WHY_FELL = (
    select(CaseEvent.detail)
    .where(CaseEvent.case_id == CASE, CaseEvent.kind == VOIDED)
    .order_by(CaseEvent.id.desc())
    .limit(1)
)


class Given(NamedTuple):
    """A signature on what is frozen: whose, as what, and as it stands in the document."""

    account_id: uuid.UUID
    capacity: str
    at: datetime
    signature: Signature


def freeze(db: Session, tools: Tools, case_id: uuid.UUID, content: Content, at: datetime) -> None:
    """Keep the content as canonical JSON; within the transaction of the first signature."""
    db.add(
        Frozen(
            case_id=case_id,
            at=at,
            content_sha256=content.sha256(),
            language=content.language,
            sealed_content=tools.vault.seal(content.canonical(), f"frozen:{case_id}"),
        )
    )
    db.flush()


def frozen(db: Session, tools: Tools, case_id: uuid.UUID) -> Content | None:
    """What was frozen; None where nothing is, or where it was changed since."""
    row = db.get(Frozen, case_id)
    if row is None:
        return None
    return Content.model_validate_json(tools.vault.open(row.sealed_content, f"frozen:{case_id}"))


def is_frozen(db: Connection | Session, case_id: uuid.UUID) -> bool:
    return db.execute(FROZEN, {"at_case": case_id}).first() is not None


def give(db: Session, tools: Tools, draft: Draft, given: Given) -> None:
    """Keep a signature, and write down that it was given; within the caller's transaction."""
    keep(db, tools, draft.case.id, given)
    record(db, draft.case.id, SIGNED, given.at, actor=given.account_id, detail=given.capacity)


def keep(db: Session, tools: Tools, case_id: uuid.UUID, given: Given) -> None:
    """As ``give``, for a signature of which is told otherwise."""
    signed_id = uuid.uuid4()
    db.add(
        Signed(
            id=signed_id,
            case_id=case_id,
            account_id=given.account_id,
            capacity=given.capacity,
            at=given.at,
            content_sha256=given.signature.content_sha256,
            sealed_signature=tools.vault.seal(
                given.signature.model_dump_json().encode(), f"signatures:{signed_id}"
            ),
        )
    )


def given(db: Session, tools: Tools, case_id: uuid.UUID) -> list[Given]:
    """The signatures that hold, in the order in which they were given."""
    rows = db.scalars(GIVEN, {"at_case": case_id})
    return [Given(row.account_id, row.capacity, row.at, _open(tools, row)) for row in rows]


def _open(tools: Tools, row: Signed) -> Signature:
    return Signature.model_validate_json(tools.vault.open(row.sealed_signature, f"signatures:{row.id}"))


def has_signed(db: Session, case_id: uuid.UUID) -> bool:
    """Whether anybody ever has, whether or not it holds."""
    return db.scalar(EVER_SIGNED, {"at_case": case_id}) is not None


def late_signatures(tools: Tools, case_id: uuid.UUID, sent: Sequence[Signature]) -> list[Signature]:
    """What came after the case was sent with the others: it stands beside the sealed document."""
    with tools.store.read() as db:
        return [one.signature for one in given(db, tools, case_id) if one.signature not in sent]


def signed_paper(tools: Tools, case_id: uuid.UUID) -> Signature | None:
    """What is known of the paper that was scanned last; None where none was."""
    with tools.store.read() as db:
        on_paper = [one.signature for one in given(db, tools, case_id) if one.capacity == ON_PAPER]
    return on_paper[-1] if on_paper else None


def replace_paper(db: Session, case_id: uuid.UUID, at: datetime) -> bool:
    """Another paper counts from now on; gives whether there was one."""
    earlier = update(Signed).where(
        Signed.case_id == case_id, Signed.capacity == ON_PAPER, Signed.voided_at.is_(None)
    )
    return bool(db.execute(earlier.values(voided_at=at)).rowcount)  # type: ignore[attr-defined]  # an update's result counts rows


def fell_why(db: Session, case_id: uuid.UUID) -> str:
    """Why signatures fell last; empty where something was changed, or none ever fell."""
    return db.scalar(WHY_FELL, {"at_case": case_id}) or ""


def own_signature(db: Session, case_id: uuid.UUID, account_id: uuid.UUID) -> Signed | None:
    """Somebody's signature: one that holds before any that does not."""
    query = select(Signed).where(Signed.case_id == case_id, Signed.account_id == account_id)
    return db.scalar(query.order_by(Signed.voided_at.is_not(None), Signed.at.desc()).limit(1))


def void(db: Connection, case_id: uuid.UUID, at: datetime, actor: uuid.UUID, why: str = "") -> bool:
    """Nothing is signed any more, since something was changed; within the transaction that changes it.

    ``why`` is ``AGED`` where nobody changed anything, and others decide or sign all the same.
    Gives whether a signature fell. Whoever signs at the same moment waits for the case, and then finds other content.
    """
    if not db.execute(THAW, {"at_case": case_id}).rowcount:
        return False
    drop_drawn(db, case_id)
    fallen = db.execute(
        update(Signed).where(Signed.case_id == case_id, Signed.voided_at.is_(None)).values(voided_at=at)
    ).rowcount
    if fallen:
        db.execute(insert(CaseEvent).values(case_id=case_id, kind=VOIDED, at=at, actor_id=actor, detail=why))
    return bool(fallen)
