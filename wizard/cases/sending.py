"""The verb that sends: sign, freeze and hand over, in one transaction."""

import uuid
from dataclasses import dataclass
from datetime import datetime

import structlog

from docgen.contract import Content, Signature
from forms import document
from forms.acting import acting_as, notes_down
from forms.signatures import LogIn, electronic_signature, hand_signature, record_of_speech
from forms.signing import ELECTRONIC, SignForm
from wizard.cases.beginning import record
from wizard.cases.drafts import Draft, Reader, Typed, read_draft
from wizard.cases.errors import ContentChangedError, IncompleteError, NotFillingInError
from wizard.cases.finding import lock_case
from wizard.cases.participants import hold_ground
from wizard.cases.putting_in import Putting, put_in
from wizard.cases.staff import refuse_staff
from wizard.cases.standing import NOTED_DOWN
from wizard.cases.timing import note_late
from wizard.tools import Tools

log = structlog.get_logger()

SIGNER_DIGITS = 16
"""Of the keyed hash of the signer's identity number: enough to tell any two people apart."""


@dataclass(frozen=True)
class Signing:
    """What the signer saw (its hash), what they declared and chose, and how they were authenticated."""

    content_sha256: str
    typed: Typed
    level: str


def frozen_content(draft: Draft) -> Content:
    """What the review page shows and the signer signs; ``IncompleteError`` where a step does not hold."""
    missing = draft.unsound()
    if missing:
        raise IncompleteError(missing)
    return document.content(draft.walk, draft.case.reference)


def send(tools: Tools, case_id: uuid.UUID, reader: Reader, signing: Signing) -> SignForm | None:
    """Sign what was shown and put the case in; from the commit on it is received.

    Sending twice is sending once. Gives the form back where it has faults. Raises ``IncompleteError`` or, where the
    answers changed since they were shown, ``ContentChangedError``; then nothing is written. ``NotFillingInError`` for
    anybody but whoever fills in.
    """
    with tools.store.write() as db:
        case = lock_case(db.connection(), case_id)
        if case.submitted:
            return None
        hold_ground(db.connection(), reader.participant_id, tools.today())
        draft = read_draft(db.connection(), tools, case, reader)
        _hold_signer(tools, draft)
        form = SignForm(draft.walk.now, signing.typed)
        if not form.validate():
            return form
        content = frozen_content(draft)
        if content.sha256() != signing.content_sha256:
            raise ContentChangedError
        at = tools.clock()
        signature = _signature(draft, content, form["sign_method"].data, _login(tools, draft, signing), at)
        if not signature.by_hand:
            signed = NOTED_DOWN if notes_down(draft.walk.now) else "signed"
            record(db, case_id, signed, at, actor=draft.actor_id)
        put_in(db, tools, draft, Putting(content, (signature,), at))
    log.info("case_submitted", case=str(case_id), account=str(draft.actor_id))
    note_late(draft.walk, case, at)
    return None


def _hold_signer(tools: Tools, draft: Draft) -> None:
    """Only whoever fills in signs here: nobody else's name is on it. A proxy still may be one."""
    if (
        not draft.fills_in or draft.case.on_paper
    ):  # what came on paper is registered, and signed by nobody here
        raise NotFillingInError
    if draft.walk.now.power:
        refuse_staff(tools, draft.walk.now.submitter.national_id, draft.case.municipality)


def _login(tools: Tools, draft: Draft, signing: Signing) -> LogIn:
    mark = tools.vault.lookup(f"signer:{draft.walk.now.submitter.national_id}").hex()
    return LogIn(signing.level, mark[:SIGNER_DIGITS])


def _signature(draft: Draft, content: Content, method: str, login: LogIn, at: datetime) -> Signature:
    situation = draft.walk.now
    person, role = situation.submitter, acting_as(draft.walk)
    if method == ELECTRONIC:
        signed = record_of_speech if notes_down(situation) else electronic_signature
        return signed(person, role, login, at, content.sha256(), situation.language)
    return hand_signature(
        person,
        role,
        content.sha256(),
        situation.language,
        protected=draft.walk.journey.restricted(situation) or draft.walk.journey.keeps_back,
    )
