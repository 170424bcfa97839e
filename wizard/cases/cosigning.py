"""The verbs of somebody who was asked to sign: sign, or say no; with the last signature the case is sent."""

import uuid
from datetime import datetime
from typing import NamedTuple

import structlog
from sqlalchemy import update
from sqlalchemy.orm import Session

from docgen.contract import Content, Signature, printable
from forms.signatures import electronic_signature, hand_signature
from forms.signers import NAMES, PRINCIPAL, known_name, known_number
from forms.signing import CosignForm
from forms.situation import Person
from wizard.cases import consents
from wizard.cases.beginning import record
from wizard.cases.cosigners import round_of
from wizard.cases.drafts import Draft, Reader, read_draft
from wizard.cases.errors import ContentChangedError, IncompleteError, NotToSignError
from wizard.cases.finding import CaseRow, find_case, is_withdrawn, lock_case
from wizard.cases.freezing import Given, frozen, give, given, void
from wizard.cases.ground import hold_ground
from wizard.cases.handing_to_giver import hand_to_giver
from wizard.cases.participants import ParticipantRow, find_participant
from wizard.cases.powers import register
from wizard.cases.putting_in import Putting, put_in
from wizard.cases.sending import Signing, log_in, note_signed
from wizard.cases.since_frozen import AGED, as_frozen, outdated
from wizard.cases.standing import DECLINED, GIVER_SIGNED, SIGNATURE_CAME
from wizard.cases.still_asked import hold_named
from wizard.cases.unchecked import mark_unchecked
from wizard.cases.what_is_signed import standing_content
from wizard.catalogues import language_of
from wizard.models_acting import Participant
from wizard.tools import Tools

log = structlog.get_logger()


class Mine(NamedTuple):
    """The case as somebody holds it who was asked to sign it."""

    case: CaseRow
    me: ParticipantRow
    content: Content


def cosign(tools: Tools, case_id: uuid.UUID, reader: Reader, signing: Signing) -> CosignForm | None:
    """Sign what was shown. Where nobody is waited for any more, the case is sent with it.

    Signing twice is signing once. Gives the form back where it has faults. ``ContentChangedError`` where the author
    has changed it since it was shown, or a birthday made others decide; then nothing is signed.
    """
    sent = None
    with tools.store.write() as db:
        mine = _mine(db, tools, case_id, reader)
        if any(one.account_id == mine.me.account_id for one in given(db, tools, case_id)):
            return None
        draft = _as_frozen(db, tools, mine.case, _in_its_language(reader, mine.content))
        form = CosignForm(draft.walk.now, signing.typed)
        if not form.validate():
            return form
        if mine.content.sha256() != signing.content_sha256:
            raise ContentChangedError
        at = tools.clock()
        old = _void_outdated(db, draft, at)
        if not old:
            _sign(db, tools, mine, draft, signing.level, at)
            sent = draft if not mine.case.submitted and _send_complete(db, tools, draft, at) else None
    if old:
        raise ContentChangedError
    log.info("cosigned", case=str(case_id), account=str(mine.me.account_id), capacity=mine.me.capacity)
    if sent:
        note_signed(sent, at)
    return None


def _mine(db: Session, tools: Tools, case_id: uuid.UUID, reader: Reader) -> Mine:
    case = lock_case(db.connection(), case_id)
    hold_ground(db.connection(), tools, reader.participant_id)
    me = reader.participant_id and find_participant(db.connection(), reader.participant_id)
    content = standing_content(db, tools, case)
    if content is None:
        raise ContentChangedError
    if not me or not me.signs or (case.submitted and is_withdrawn(db, case_id)):
        raise NotToSignError
    hold_named(db.connection(), tools, case, me, reader)
    return Mine(case, me, content)


def _as_frozen(db: Session, tools: Tools, case: CaseRow, reader: Reader) -> Draft:
    return as_frozen(db, read_draft(db.connection(), tools, case, reader))


def _void_outdated(db: Session, draft: Draft, at: datetime) -> bool:
    """Ages are counted again whenever somebody signs, and when it goes in: where others decide now, nothing holds."""
    if not outdated(db, draft):
        return False
    void(db.connection(), draft.case.id, at, draft.actor_id, AGED)
    return True


def _in_its_language(reader: Reader, content: Content) -> Reader:
    """What stands beside the content is in its language, whatever language its reader's pages are in."""
    return reader.in_language(language_of(content.language))


def _sign(db: Session, tools: Tools, mine: Mine, draft: Draft, level: str, at: datetime) -> None:
    language, me = draft.walk.now.language, mine.me
    signature = electronic_signature(
        draft.reader.person,
        language.text(NAMES[me.capacity]),
        log_in(tools, draft.reader, level),
        at,
        mine.content.sha256(),
        language,
    )
    give(db, tools, draft, Given(me.account_id, me.capacity, at, signature))
    db.execute(update(Participant).where(Participant.id == me.id).values(declined_at=None))
    if mine.case.submitted:
        came = GIVER_SIGNED if me.capacity == PRINCIPAL else SIGNATURE_CAME
        record(db, mine.case.id, came, at, actor=me.account_id, detail=me.capacity)
        consents.signature_came(db, draft, me.capacity, at)
        mark_unchecked(db, tools, draft)
    if me.capacity == PRINCIPAL and mine.case.submitted:
        hand_to_giver(db, mine.case, me.account_id, at)
        register(db, tools, draft.of(_now(db, mine.case)), at, signed=True)


def _send_complete(db: Session, tools: Tools, draft: Draft, at: datetime) -> bool:
    """Send where all is signed; what the author left half done is theirs to finish first."""
    db.flush()
    if not round_of(db, tools, draft).complete or draft.unsound():
        return False
    _put_in_signed(db, tools, draft, at)
    return True


def _now(db: Session, case: CaseRow) -> CaseRow:
    """The case with whoever owns it by now."""
    return find_case(db.connection(), case.id) or case


def _put_in_signed(db: Session, tools: Tools, draft: Draft, at: datetime) -> None:
    content = frozen(db, tools, draft.case.id)
    if content is None:
        raise NotToSignError
    signed = given(db, tools, draft.case.id)
    signatures = tuple(one.signature for one in signed)
    if giver := next((one.account_id for one in signed if one.capacity == PRINCIPAL), None):
        hand_to_giver(db, draft.case, giver, at)
        draft = draft.of(_now(db, draft.case))
    put_in(db, tools, draft, Putting(content, signatures or (_for_the_giver(draft, content),), at))


def _for_the_giver(draft: Draft, content: Content) -> Signature:
    """Lines to sign on, where the one whose signature it takes has not signed here."""
    now = draft.walk.now
    who = Person(known_name(now, PRINCIPAL), known_number(now, PRINCIPAL))
    role = now.language.text(NAMES[PRINCIPAL])
    return hand_signature(who, role, content.sha256(), now.language, protected=True)


def send_now(tools: Tools, case_id: uuid.UUID, reader: Reader) -> None:
    """The author waits for nobody any more: what is signed goes in, and what is missing is marked.

    ``IncompleteError`` where a step is half done; ``NotToSignError`` where the author has not signed, and
    ``ContentChangedError`` where a birthday made others decide since.
    """
    with tools.store.write() as db:
        case = lock_case(db.connection(), case_id)
        if case.submitted:
            return
        hold_ground(db.connection(), tools, reader.participant_id)
        content = frozen(db, tools, case_id)
        if content is None:
            raise NotToSignError
        draft = _as_frozen(db, tools, case, _in_its_language(reader, content))
        at = tools.clock()
        old = _void_outdated(db, draft, at)
        if not old and (missing := draft.unsound()):
            raise IncompleteError(missing)
        if not old:
            _put_in_signed(db, tools, draft, at)
    if old:
        raise ContentChangedError
    note_signed(draft, at)


def decline(tools: Tools, case_id: uuid.UUID, reader: Reader, word: str) -> None:
    """Say no, with or without a word to whoever asked; one may change one's mind as long as one is asked."""
    with tools.store.write() as db:
        case = lock_case(db.connection(), case_id)
        hold_ground(db.connection(), tools, reader.participant_id)
        row = reader.participant_id and db.get(Participant, reader.participant_id)
        if not row or any(one.account_id == row.account_id for one in given(db, tools, case_id)):
            raise NotToSignError
        said, at = printable(word).strip(), tools.clock()
        row.declined_at = at
        row.sealed_word = tools.vault.seal_json(said, f"participants:{row.id}") if said else None
        record(db, case.id, DECLINED, at, actor=row.account_id, detail=row.capacity)
    log.info("declined_to_sign", case=str(case_id), capacity=row.capacity)
