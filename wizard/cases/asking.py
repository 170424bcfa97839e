"""The author's verbs: ask somebody to sign, and take it back. Nothing is sent to anybody: the code is handed over."""

import uuid
from datetime import datetime, timedelta

import structlog
from sqlalchemy import Connection, func, select, update
from sqlalchemy.orm import Session

from forms.language import N_
from forms.signers import Signer, known_number, mistaken, signers
from forms.situation import Person
from forms.validators import is_identity_number
from wizard.accounts import lookup_of
from wizard.cases import codes
from wizard.cases.assistants import is_assistant, numbers_of_helpers
from wizard.cases.beginning import record
from wizard.cases.cosigners import SIGNED, round_of
from wizard.cases.drafts import Draft, Reader, read_draft
from wizard.cases.errors import MistakenError, NotToSignError, TooManyTriesError
from wizard.cases.finding import lock_case
from wizard.cases.freezing import AUTHOR, freeze, given, void
from wizard.cases.ground import hold_ground
from wizard.cases.participants import COPY_WITHIN, find_participant
from wizard.cases.since_frozen import AGED
from wizard.cases.standing import ASKED, ASKING_ENDED
from wizard.cases.what_is_signed import frozen_content
from wizard.models import Account
from wizard.models_acting import Invitation, Participant
from wizard.tools import Tools

LIFETIME = timedelta(days=14)
MOST, A_DAY = 10, timedelta(days=1)
"""So many codes a day for one case: nobody needs more, and nobody can try numbers out."""
HELPED = N_(
    "Dette er nummeret til den som har hjulpet dere i skranken. Den som hjelper, skriver aldri under."
)
ASKED_ANOTHER = N_(
    "Dere har allerede bedt en annen. Skal det være denne, velger dere «Endre noe», og personen skriver under på nytt."
)

log = structlog.get_logger()


def ask(tools: Tools, case_id: uuid.UUID, reader: Reader, capacity: str, who: Person) -> str:
    """A code for that person to sign with, shown this once; one that they had before is good for nothing any more.

    Nobody is looked up: whether there has ever been such a person here makes no difference. Raises
    ``NotToSignError`` where nobody is to sign as that now, or a helper is alone with it, ``MistakenError`` with the
    reason where it cannot be that person, or the author has not signed since a helper asked another, and
    ``TooManyTriesError`` after ten codes in a day.
    """
    with tools.store.write() as db:
        draft = _held(db, tools, case_id, reader)
        if helper_is_alone(db, tools, draft):
            raise NotToSignError
        signer = _signer(draft, capacity)
        at = tools.clock()
        _refuse(db, tools, draft, signer, who)
        _refuse_many(db, case_id, at)
        _ready(db, tools, draft, at)
        _end(db, tools, case_id, capacity, at, but=who)
        wanted = codes.Wanted(case_id, capacity, who, draft.actor_id, LIFETIME)
        code = codes.invite(db, tools, wanted)
        record(db, case_id, ASKED, at, actor=draft.actor_id, detail=capacity)
    log.info("asked_to_sign", case=str(case_id), account=str(draft.actor_id), capacity=capacity)
    return code


def take_back(tools: Tools, case_id: uuid.UUID, reader: Reader, capacity: str) -> None:
    """Nobody is asked as that any more. What was signed already stays signed: then ``NotToSignError``.

    So too where a helper is alone with it.
    """
    with tools.store.write() as db:
        draft = _held(db, tools, case_id, reader)
        if helper_is_alone(db, tools, draft):
            raise NotToSignError
        if any(one.capacity == capacity for one in given(db, tools, case_id)):
            raise NotToSignError  # whoever has signed reads it still, whether or not anybody need sign it now
        at = tools.clock()
        if _end(db, tools, case_id, capacity, at):
            record(db, case_id, ASKING_ENDED, at, actor=draft.actor_id, detail=capacity)


def helper_is_alone(db: Session, tools: Tools, draft: Draft) -> bool:
    """Whether a helper asks so long after the author signed that the author must be taken to have gone home.

    Whoever comes again has read a code aloud since, by which that helper came in.
    """
    signed_at = _signed_with_helper(db, tools, draft)
    if signed_at is None:
        return False
    here = (
        find_participant(db.connection(), draft.reader.participant_id)
        if draft.reader.participant_id
        else None
    )
    return tools.clock() - max(signed_at, here.since if here else signed_at) >= COPY_WITHIN


def _signed_with_helper(db: Session, tools: Tools, draft: Draft) -> datetime | None:
    """When the author last signed; None where no helper reads, or the author has not."""
    if not is_assistant(db.connection(), draft.reader.participant_id):
        return None
    return max((one.at for one in given(db, tools, draft.case.id) if one.capacity == AUTHOR), default=None)


def _held(db: Session, tools: Tools, case_id: uuid.UUID, reader: Reader) -> Draft:
    """The case as it is, nobody else's until the transaction ends."""
    case = lock_case(db.connection(), case_id)
    hold_ground(db.connection(), tools, reader.participant_id)
    return read_draft(db.connection(), tools, case, reader)


def _signer(draft: Draft, capacity: str) -> Signer:
    found = next((one for one in signers(draft.walk.now) if one.capacity == capacity), None)
    if found is None or not found.asked_here:
        raise NotToSignError
    return found


def _state(db: Session, tools: Tools, draft: Draft, capacity: str) -> str:
    found = round_of(db, tools, draft).cosigners
    return next((one.state for one in found if one.capacity == capacity), "")


def _refuse(db: Session, tools: Tools, draft: Draft, signer: Signer, who: Person) -> None:
    if not is_identity_number(who.national_id, synthetic=tools.settings.allow_synthetic_numbers):
        raise NotToSignError  # the form has told it at its question already
    if why := mistaken(draft.walk.now, signer.capacity, who):
        raise MistakenError(why)
    told = known_number(draft.walk.now, signer.capacity)
    if not told and who.national_id in numbers_of_helpers(db.connection(), tools, draft.case.id):
        raise MistakenError(HELPED)
    if _state(db, tools, draft, signer.capacity) == SIGNED:
        raise NotToSignError
    if _another_was_asked(db, tools, draft, signer.capacity, who):
        raise MistakenError(ASKED_ANOTHER)


def _another_was_asked(db: Session, tools: Tools, draft: Draft, capacity: str, who: Person) -> bool:
    """Whether a helper would let another read it than whom the author, at the counter, had asked."""
    signed_at = _signed_with_helper(db, tools, draft)
    if signed_at is None:
        return False
    asked = Invitation.case_id == draft.case.id, Invitation.purpose == capacity
    another = Invitation.lookup != lookup_of(tools, who.national_id), Invitation.made_at >= signed_at
    return db.scalar(select(Invitation.id).where(*asked, *another).limit(1)) is not None


def _refuse_many(db: Session, case_id: uuid.UUID, at: datetime) -> None:
    lately = select(func.count()).where(Invitation.case_id == case_id, Invitation.made_at > at - A_DAY)
    if (db.scalar(lately) or 0) >= MOST:
        log.warning("too_many_invitations", case=str(case_id))
        raise TooManyTriesError


def _ready(db: Session, tools: Tools, draft: Draft, at: datetime) -> None:
    """There must be something to sign: what the author signed, or, where they sign nothing, what they filled in."""
    now = round_of(db, tools, draft)
    if draft.case.submitted and not now.cosigners:
        raise NotToSignError
    if draft.case.submitted or now.frozen:
        return
    if now.author_signs:
        raise NotToSignError
    void(db.connection(), draft.case.id, at, draft.actor_id, AGED)  # what a birthday has made another
    freeze(db, tools, draft.case.id, frozen_content(draft), at)


def _end(
    db: Session, tools: Tools, case_id: uuid.UUID, capacity: str, at: datetime, *, but: Person | None = None
) -> bool:
    """End codes and readers of that capacity, ``but`` for that person's own reading; gives whether there was any."""
    mine = (Invitation.case_id == case_id, Invitation.purpose == capacity)
    open_codes = update(Invitation).where(
        *mine, Invitation.used_at.is_(None), Invitation.revoked_at.is_(None)
    )
    readers = update(Participant).where(
        Participant.case_id == case_id, Participant.capacity == capacity, Participant.ended_at.is_(None)
    )
    if but is not None:
        own = select(Account.id).where(Account.lookup == lookup_of(tools, but.national_id))
        readers = readers.where(Participant.account_id.not_in(own))
    connection: Connection = db.connection()
    ended = (
        connection.execute(open_codes.values(revoked_at=at)),
        connection.execute(readers.values(ended_at=at)),
    )
    return any(one.rowcount for one in ended)
