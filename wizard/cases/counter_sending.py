"""The verb of a signature at the counter: the person confirms, a helper sees it, and nobody signs for them."""

import uuid
from datetime import datetime

import structlog
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from docgen.contract import Content, Signature
from forms.marks import SAID as SAID_MARK
from forms.signers import PRINCIPAL, author_signs
from forms.signing_at_counter import DRAWN, NAME, SAID, CounterSignForm
from wizard.cases import standing
from wizard.cases.attaching import add_row, kept_file
from wizard.cases.beginning import find_draft, record
from wizard.cases.counter_signature import Seen, SignsHere, asked_here, signatures_seen, signs_here
from wizard.cases.drafts import Draft, Reader, read_draft
from wizard.cases.errors import AlreadySentError, ContentChangedError, OwnCaseError
from wizard.cases.finding import CaseRow, find_case, lock_case
from wizard.cases.freezing import Given, freeze, frozen, is_frozen, keep
from wizard.cases.ground import hold_ground
from wizard.cases.handing_to_giver import hand_to_giver
from wizard.cases.inspecting import Sound
from wizard.cases.owners import account_for
from wizard.cases.putting_in import Putting, put_in
from wizard.cases.screening import screen
from wizard.cases.sending import hold_proxy, note_signed
from wizard.cases.signature_files import DRAWN_SIGNATURE
from wizard.cases.what_is_signed import frozen_content
from wizard.catalogues import language_of
from wizard.models import Attachment
from wizard.tools import Tools
from wizard.uploads.kinds import PNG_TYPE

EVENTS = {
    DRAWN: standing.DRAWN,
    NAME: standing.NAME_WRITTEN,
    SAID: standing.SAID,
}
PICTURE = "underskrift.png"

log = structlog.get_logger()


def send_at_counter(tools: Tools, case_id: uuid.UUID, reader: Reader, seen: Seen) -> CounterSignForm | None:
    """Confirm what was read aloud, and put the case in unless others are waited for; done twice it is done once.

    Gives the form back where it has faults. Raises as ``sending.send``; ``RefusedFileError`` where a drawn signature
    cannot be kept now; ``OwnCaseError`` where the helper would see to their own or be the one it is about.
    """
    try:
        form = _form(tools, case_id, reader, seen)
    except AlreadySentError:
        return None
    if not form.validate() or form.refuse_name_of(seen.helper.name):
        return form
    try:
        return _confirm(tools, case_id, reader, seen, _picture(tools, case_id, reader, form))
    except IntegrityError:  # the giver's account was made by a log-in at the same moment: now it is there
        return _confirm(tools, case_id, reader, seen, _picture(tools, case_id, reader, form))


def _confirm(
    tools: Tools, case_id: uuid.UUID, reader: Reader, seen: Seen, picture: Attachment | None
) -> CounterSignForm | None:
    with tools.store.write() as db:
        case = lock_case(db.connection(), case_id)
        hold_ground(db.connection(), tools, reader.participant_id)
        held = None if case.submitted else to_sign(db, tools, case, reader)
        if held is None:
            return None
        draft, content = held
        form = asked_here(draft, seen.typed, shared=seen.shared)
        if not form.validate():
            return form
        _hold(db, tools, draft, form, seen)
        if content.sha256() != seen.content_sha256:
            raise ContentChangedError
        if picture:
            add_row(db, tools, reader, picture)
        at = tools.clock()
        _keep(db, tools, draft, form, Putting(content, signatures_seen(draft, content, form, seen, at), at))
    log.info("confirmed_at_counter", case=str(case_id), account=str(seen.helper.account_id))
    note_signed(draft, at, waits=form.waits)
    return None


def to_sign(db: Session, tools: Tools, case: CaseRow, reader: Reader) -> tuple[Draft, Content] | None:
    """What is signed at the counter, in the language that it is frozen in; None where its author has signed already.

    ``IncompleteError`` where a step does not hold.
    """
    draft = read_draft(db.connection(), tools, case, reader)
    content = frozen(db, tools, case.id)
    if content is None:
        return draft, frozen_content(draft)
    if author_signs(draft.walk.now):
        return None
    in_its_language = reader.in_language(language_of(content.language))
    return read_draft(db.connection(), tools, case, in_its_language), content


def _form(tools: Tools, case_id: uuid.UUID, reader: Reader, seen: Seen) -> CounterSignForm:
    with tools.store.connect() as db:
        draft = read_draft(db, tools, find_draft(db, case_id), reader)
    return asked_here(draft, seen.typed, shared=seen.shared)


def _picture(tools: Tools, case_id: uuid.UUID, reader: Reader, form: CounterSignForm) -> Attachment | None:
    """The bytes are kept before the database is locked; what is left without a row is swept away later."""
    if not form.drawing.asked():
        return None
    drawn: bytes = form.drawing.data
    sound = Sound(PICTURE, PNG_TYPE, drawn, screen(tools.clamd, reader.language, drawn))
    return kept_file(tools, reader, case_id, DRAWN_SIGNATURE, sound)


def _hold(db: Session, tools: Tools, draft: Draft, form: CounterSignForm, seen: Seen) -> None:
    """Nobody helps themselves, and a proxy may still be one."""
    now, own = draft.walk.now, seen.helper.person.national_id
    concerned = {signs_here(draft, form).person.national_id, now.submitter.national_id}
    if own in concerned | {now.answer("subject", "subject_national_id")}:
        log.warning("helps_oneself", account=str(seen.helper.account_id))
        raise OwnCaseError
    if author_signs(now):
        hold_proxy(db.connection(), tools, draft)


def _keep(db: Session, tools: Tools, draft: Draft, form: CounterSignForm, signed: Putting) -> None:
    """Keep the signature, where it is one; put the case in unless others are waited for."""
    signature, way, case_id = signed.signatures[0], str(form.way.data), draft.case.id
    if form.waits and not is_frozen(db, case_id):
        freeze(db, tools, case_id, signed.content, signed.at)
    who = signs_here(draft, form)
    if not signature.by_hand:
        record(db, case_id, EVENTS[way], signed.at, actor=draft.actor_id, detail=who.capacity)
    if way in {DRAWN, NAME}:
        draft = _given(db, tools, draft, who, signature, signed.at)
    if not form.waits:
        put_in(db, tools, draft, signed._replace(marks=(SAID_MARK,) if way == SAID else ()))


def _given(
    db: Session, tools: Tools, draft: Draft, who: SignsHere, signature: Signature, at: datetime
) -> Draft:
    """The signature is theirs, as if they had logged in; an authorization is its giver's own from then on."""
    case = draft.case
    if who.capacity != PRINCIPAL:
        keep(db, tools, case.id, Given(case.author_id, who.capacity, at, signature))
        return draft
    giver_id = account_for(db, tools, who.person)
    keep(db, tools, case.id, Given(giver_id, PRINCIPAL, at, signature))
    hand_to_giver(db, case, giver_id, at)
    return draft.of(find_case(db.connection(), case.id) or case)
