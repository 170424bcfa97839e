"""The verb that puts a case in from the counter: the person confirms, a helper sees it, and nobody signs for them."""

import hashlib
import uuid
from dataclasses import dataclass
from datetime import datetime

import structlog

from docgen.contract import Content, Signature
from forms.acting import acting_as
from forms.marks import SAID as SAID_MARK
from forms.signatures import AtCounter, counter_hand_signature, counter_signature
from forms.signing_at_counter import DONE, DRAWN, NAME, PAPER, SAID, CounterSignForm, counter_form
from wizard.accounts import Visitor
from wizard.cases import standing
from wizard.cases.attaching import DRAWN_SIGNATURE, Upload, kept_file
from wizard.cases.beginning import find_draft, record
from wizard.cases.drafts import Draft, Reader, Typed, read_draft
from wizard.cases.errors import AlreadySentError, ContentChangedError
from wizard.cases.finding import lock_case
from wizard.cases.participants import hold_ground
from wizard.cases.putting_in import Putting, put_in
from wizard.cases.sending import frozen_content
from wizard.cases.timing import note_late
from wizard.models import Attachment
from wizard.tools import Tools

EVENTS = {
    DRAWN: standing.DRAWN,
    NAME: standing.NAME_WRITTEN,
    SAID: standing.SAID,
}
PICTURE = "underskrift.png"

log = structlog.get_logger()


@dataclass(frozen=True)
class Seen:
    """What the person was read (its hash), what the helper filled in about how it was confirmed, and who helps."""

    content_sha256: str
    typed: Typed
    helper: Visitor

    @property
    def by(self) -> str:
        return f"{self.helper.name}, {self.helper.helps}"


def send_at_counter(tools: Tools, case_id: uuid.UUID, reader: Reader, seen: Seen) -> CounterSignForm | None:
    """Confirm what was read aloud and put the case in; sent twice it is sent once.

    Gives the form back where it has faults. Raises as ``sending.send``, and ``RefusedFileError`` where a drawn
    signature cannot be kept now.
    """
    try:
        form = _form(tools, case_id, reader, seen)
    except AlreadySentError:
        return None
    if not form.validate():
        return form
    picture = _picture(tools, case_id, reader, form)
    with tools.store.write() as db:
        case = lock_case(db.connection(), case_id)
        if case.submitted:
            return None
        hold_ground(db.connection(), reader.participant_id, tools.today())
        draft = read_draft(db.connection(), tools, case, reader)
        content = frozen_content(draft)
        if content.sha256() != seen.content_sha256:
            raise ContentChangedError
        if picture:
            db.add(picture)
        at = tools.clock()
        signature = _signature(draft, content, form, seen, at)
        if not signature.by_hand:
            record(db, case_id, EVENTS[str(form.way.data)], at, actor=draft.actor_id)
        marks = (SAID_MARK,) if form.way.data == SAID else ()
        put_in(db, tools, draft, Putting(content, (signature,), at, marks))
    log.info("case_submitted", case=str(case_id), account=str(seen.helper.account_id))
    note_late(draft.walk, case, at)
    return None


def _form(tools: Tools, case_id: uuid.UUID, reader: Reader, seen: Seen) -> CounterSignForm:
    with tools.store.connect() as db:
        draft = read_draft(db, tools, find_draft(db, case_id), reader)
    return counter_form(draft.walk.journey.slug)(draft.walk.now, seen.typed)


def _picture(tools: Tools, case_id: uuid.UUID, reader: Reader, form: CounterSignForm) -> Attachment | None:
    """The bytes are kept before the database is locked; what is left without a row is swept away later."""
    if not form.drawing.asked():
        return None
    upload = Upload("", DRAWN_SIGNATURE, PICTURE, form.drawing.data)
    return kept_file(tools, reader, case_id, upload, "image/png")


def _signature(draft: Draft, content: Content, form: CounterSignForm, seen: Seen, at: datetime) -> Signature:
    person, role, language = draft.walk.now.submitter, acting_as(draft.walk), draft.reader.language
    told = _told(form, seen)
    if form.way.data != PAPER:
        return counter_signature(person, role, told, at, content.sha256(), language)
    journey = draft.walk.journey
    protected = journey.restricted(draft.walk.now) or journey.keeps_back
    return counter_hand_signature(person, role, told, content.sha256(), language, protected=protected)


def _told(form: CounterSignForm, seen: Seen) -> AtCounter:
    """Only what belongs to the way that was chosen: more may have been filled in before."""

    def label(question: str) -> str:
        field = form[question]
        return field.shown(form.situation.language) if field.asked() else ""

    return AtCounter(
        by=seen.by,
        way=form.situation.language.text(DONE[str(form.way.data)]),
        identity=label("identity"),
        typed_name=label("typed_name"),
        drawing_sha256=hashlib.sha256(form.drawing.data).hexdigest() if form.drawing.asked() else "",
        why_unsigned=label("why_unsigned"),
    )
