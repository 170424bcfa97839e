"""The verb that sends: sign, freeze and hand over, in one transaction."""

import uuid
from dataclasses import dataclass
from datetime import datetime

import structlog
from sqlalchemy import Connection
from sqlalchemy.orm import Session

from docgen.contract import Content, Signature
from forms.acting import ROLES, acting_as, notes_down
from forms.paper_signatures import lines_for_others
from forms.signatures import LogIn, electronic_signature, hand_signature, record_of_speech
from forms.signers import author_signs
from forms.signing import ELECTRONIC, SignForm
from wizard.cases.assistants import is_assistant
from wizard.cases.beginning import record
from wizard.cases.drafts import Draft, Reader, Typed, read_draft
from wizard.cases.errors import ContentChangedError, NeverSignsError, NotFillingInError, NotToSignError
from wizard.cases.finding import lock_case
from wizard.cases.freezing import AUTHOR, Given, freeze, give, is_frozen, void
from wizard.cases.ground import hold_ground
from wizard.cases.putting_in import Putting, put_in
from wizard.cases.since_frozen import AGED, outdated
from wizard.cases.staff import refuse_staff
from wizard.cases.standing import NOTED_DOWN
from wizard.cases.timing import note_late
from wizard.cases.what_is_signed import frozen_content
from wizard.failpoints import reach
from wizard.tools import Tools

log = structlog.get_logger()

OWN_ROLE = ROLES["self"]
SIGNER_DIGITS = 16
"""Of the keyed hash of the signer's identity number: enough to tell any two people apart."""


@dataclass(frozen=True)
class Signing:
    """What the signer saw (its hash), what they declared and chose, and how they were authenticated."""

    content_sha256: str
    typed: Typed
    level: str


def send(tools: Tools, case_id: uuid.UUID, reader: Reader, signing: Signing) -> SignForm | None:
    """Sign what was shown, and put the case in unless the author waits for others; from then on it is received.

    Sending twice is sending once. Gives the form back where it has faults. Raises ``IncompleteError`` or, where the
    answers changed since they were shown, ``ContentChangedError``; then nothing is written. ``NotFillingInError`` for
    anybody but whoever fills in, or whose case it is.
    """
    with tools.store.write() as db:
        case = lock_case(db.connection(), case_id)
        draft = read_draft(db.connection(), tools, case, reader)
        if case.submitted or (is_frozen(db, case_id) and not outdated(db, draft)):
            return None
        hold_ground(db.connection(), tools, reader.participant_id)
        if is_assistant(db.connection(), reader.participant_id):
            raise NeverSignsError
        _hold_signer(db.connection(), tools, draft)
        reach("send_held")
        form = SignForm(draft.walk.now, signing.typed)
        if not form.validate():
            return form
        content = frozen_content(draft)
        if content.sha256() != signing.content_sha256:
            raise ContentChangedError
        at = tools.clock()
        void(db.connection(), case_id, at, draft.actor_id, AGED)  # what a birthday has made another
        login = log_in(tools, reader, signing.level)
        signatures = _signatures(draft, content, form["sign_method"].data, login, at)
        _keep(db, tools, draft, Putting(content, signatures, at), waits=form.waits)
        reach("send_uncommitted")
    reach("send_committed")
    note_signed(draft, at, waits=form.waits)
    return None


def _keep(db: Session, tools: Tools, draft: Draft, signed: Putting, *, waits: bool) -> None:
    """Keep the author's signature, where it is one; put the case in unless others are waited for."""
    signature = signed.signatures[0]
    if waits:
        freeze(db, tools, draft.case.id, signed.content, signed.at)
    if notes_down(draft.walk.now):
        record(db, draft.case.id, NOTED_DOWN, signed.at, actor=draft.actor_id)
    elif not signature.by_hand:
        give(db, tools, draft, Given(draft.actor_id, AUTHOR, signed.at, signature))
    if not waits:
        put_in(db, tools, draft, signed)


def note_signed(draft: Draft, at: datetime, *, waits: bool = False) -> None:
    """Tell the log, once it is committed."""
    said = "case_signed" if waits else "case_submitted"
    log.info(said, case=str(draft.case.id), account=str(draft.actor_id))
    if not waits:
        note_late(draft.walk, draft.case, at)


def log_in(tools: Tools, reader: Reader, level: str) -> LogIn:
    """How whoever signs now was known."""
    mark = tools.vault.lookup(f"signer:{reader.person.national_id}").hex()
    return LogIn(level, mark[:SIGNER_DIGITS])


def _hold_signer(db: Connection, tools: Tools, draft: Draft) -> None:
    """Whoever fills in signs, or whose case it is; nobody else's name is on it. A proxy still may be one."""
    if (
        not draft.may_sign or draft.case.on_paper
    ):  # what came on paper is registered, and signed by nobody here
        raise NotFillingInError
    if not author_signs(draft.walk.now):
        raise NotToSignError
    if draft.fills_in:
        hold_proxy(db, tools, draft)


def hold_proxy(db: Connection, tools: Tools, draft: Draft) -> None:
    """``GroundLostError`` where whoever fills in by a power of attorney has come to work for the municipality."""
    if draft.walk.now.power:
        refuse_staff(db, tools, draft.walk.now.submitter.national_id, draft.case.municipality)


def _signatures(
    draft: Draft, content: Content, method: str, login: LogIn, at: datetime
) -> tuple[Signature, ...]:
    """The author's; on paper lines for everybody else who signs, too."""
    situation, sha256 = draft.walk.now, content.sha256()
    own = draft.actor_id != draft.case.author_id
    role = situation.language.text(OWN_ROLE) if own else acting_as(draft.walk)
    if method == ELECTRONIC:
        signed = record_of_speech if notes_down(situation) else electronic_signature
        return (signed(draft.reader.person, role, login, at, sha256, situation.language),)
    hidden = draft.walk.journey.restricted(situation) or draft.walk.journey.keeps_address_back
    by_hand = hand_signature(draft.reader.person, role, sha256, situation.language, protected=hidden)
    return (by_hand, *lines_for_others(situation, sha256))
