"""The verb by which a helper adds the paper that was signed by hand, photographed or scanned."""

import hashlib
import uuid
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from docgen.contract import Signature
from forms.acting import acting_as
from forms.signatures import Scanned, scanned_signature
from forms.signed_paper import HOW, SignedPaperForm
from forms.signers import NAMES, PRINCIPAL, author_signs
from forms.signing_at_counter import IN_WRITING, signer_at_counter
from forms.yes import NOTIFYING
from wizard.accounts import Visitor
from wizard.cases import consents
from wizard.cases.attaching import add_row, kept_file
from wizard.cases.beginning import record
from wizard.cases.drafts import Draft, Reader, read_draft
from wizard.cases.errors import NoPaperError
from wizard.cases.finding import lock_case, lock_sent
from wizard.cases.following import events_of
from wizard.cases.freezing import ON_PAPER, Given, given, keep, replace_paper
from wizard.cases.ground import hold_ground
from wizard.cases.inspecting import Sound, inspect
from wizard.cases.signature_files import SIGNED_PAPER
from wizard.cases.standing import ANEW, BY_SCAN, PAPER_CAME, PAPER_SCANNED, takes_scan
from wizard.cases.tying import signature_came
from wizard.cases.what_is_signed import standing_content
from wizard.catalogues import language_of
from wizard.models import Attachment
from wizard.tools import Tools

FIRST, OFFICE_LOOKS, REPLACED = "first", "office_looks", "replaced"
YES_WAITS = "yes_waits"
"""What the scan has meant: the signature has come, waits for the office's eyes, or stands in another's place.

With ``YES_WAITS`` the form is in, and it is what somebody says yes to in it that waits for the office's eyes.
"""


@dataclass(frozen=True)
class Scan:
    """What was told of the paper, its bytes with the file's own name, and who scanned it."""

    form: SignedPaperForm
    name: str
    content: bytes
    helper: Visitor

    @property
    def by(self) -> str:
        return f"{self.helper.name}, {self.helper.helps}"


def paper_scanned(tools: Tools, case_id: uuid.UUID, reader: Reader, scan: Scan) -> str:
    """Keep the paper, and tell what it means, by the words above; empty where it has faults.

    The signature has come by it, but for what is nothing without one, and for any yes to the municipality: that waits
    until somebody of the office has looked at it, who did not scan it. Put in once more, the last one counts and the
    earlier one is kept. ``NoPaperError`` where none can come any more; ``RefusedFileError`` where it is no picture or
    PDF, too large, or cannot be kept now.
    """
    sound = inspect(scan.form.signed_paper, scan.name, scan.content, tools.clamd)
    row = kept_file(tools, reader, case_id, SIGNED_PAPER, sound)
    with tools.store.write() as db:
        case = lock_case(db.connection(), case_id)
        lock_sent(db, case_id)
        hold_ground(db.connection(), tools, reader.participant_id)
        if not takes_scan(events_of(db, [case_id]).get(case_id, ())):
            raise NoPaperError
        draft, signature = _signed(db, tools, read_draft(db.connection(), tools, case, reader), scan, sound)
        if scan.form.refuse_signer(signer_at_counter(draft.walk.now).name):
            return ""
        return _keep(db, tools, draft, signature, row)


def _signed(db: Session, tools: Tools, draft: Draft, scan: Scan, sound: Sound) -> tuple[Draft, Signature]:
    """As it stands beside the content, in the language of what was signed."""
    content = standing_content(db, tools, draft.case)
    if content is None:
        raise NoPaperError
    reader = draft.reader.in_language(language_of(content.language))
    draft = read_draft(db.connection(), tools, draft.case, reader)
    now, text = draft.walk.now, draft.walk.now.language.text
    told = Scanned(
        how=text(HOW[str(scan.form.how_signed.data)]),
        witness=scan.form.witness_told,
        by=scan.by,
        file=sound.name,
        sha256=hashlib.sha256(sound.content).hexdigest(),
    )
    role = acting_as(draft.walk) if author_signs(now) else text(NAMES[PRINCIPAL])
    return draft, scanned_signature(signer_at_counter(now), role, told, content.sha256(), now.language)


def _keep(db: Session, tools: Tools, draft: Draft, signature: Signature, row: Attachment) -> str:
    """The same paper with the same word of it, put in twice, is put in once."""
    case_id, at = draft.case.id, tools.clock()
    waits = _waits(draft)
    again = any(one.signature == signature for one in given(db, tools, case_id) if one.capacity == ON_PAPER)
    if again:
        return waits or FIRST
    replaces = replace_paper(db, case_id, at)
    add_row(db, tools, draft.reader, row)
    keep(db, tools, case_id, Given(draft.case.author_id, ON_PAPER, at, signature))
    record(db, case_id, PAPER_SCANNED, at, actor=draft.actor_id, detail=ANEW if replaces else "")
    if replaces:
        return REPLACED
    if waits:
        return waits
    _came(db, draft, at)
    return FIRST


def _waits(draft: Draft) -> str:
    """``OFFICE_LOOKS`` or ``YES_WAITS`` where two people look at the signature; empty where the helper is enough."""
    now = draft.walk.now
    if now.naming in IN_WRITING:
        return OFFICE_LOOKS
    said = draft.walk.journey.says_yes(now)
    return YES_WAITS if any(one.kind != NOTIFYING for one in said) else ""


def _came(db: Session, draft: Draft, at: datetime) -> None:
    """Nobody has to look at it before it is a signature."""
    case_id = draft.case.id
    record(db, case_id, PAPER_CAME, at, actor=draft.actor_id, detail=BY_SCAN)
    signature_came(db, case_id, at)
    consents.paper_came(db, case_id, at)
