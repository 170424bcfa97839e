"""The one place where a case goes in: what is frozen, its signatures, its marks, what it gives, and the hand-over."""

from datetime import datetime
from typing import NamedTuple

from sqlalchemy.orm import Session

from docgen.contract import Content, Fact, Signature
from forms import document, marks
from forms.blocks.circumstances import protected
from forms.marks import UNSIGNED
from forms.signers import PRINCIPAL
from forms.yes import PAPER
from wizard.cases import consents
from wizard.cases.assistants import is_assistant
from wizard.cases.assisting import end_within
from wizard.cases.beginning import record
from wizard.cases.cosigners import round_of
from wizard.cases.drafts import Draft
from wizard.cases.freezing import given
from wizard.cases.powers import register
from wizard.cases.refusals import Refusal, refusals
from wizard.cases.search_words import find_by
from wizard.cases.standing import CAME_UNSIGNED, PAPER_PROMISED
from wizard.cases.still_asked import end_unnamed
from wizard.cases.taking_back import take_back
from wizard.cases.told_names import told_otherwise
from wizard.cases.tying import hide_with, of_the_same, tie, tie_to_power
from wizard.cases.unchecked import unchecked
from wizard.failpoints import reach
from wizard.models import Submission
from wizard.tools import Tools


class Came(NamedTuple):
    """What staff wrote down: when it came, what becomes known by that, and whether it is kept from most eyes."""

    at: datetime
    counts_from: datetime
    """From when what it takes back is over: as it came, or from a later day on it that had come by then."""
    receipt: list[Fact]
    restricted: bool


class Putting(NamedTuple):
    """What goes in, with the signatures there are, and when."""

    content: Content
    signatures: tuple[Signature, ...]
    at: datetime
    came: Came | None = None
    marks: tuple[str, ...] = ()
    """What the office must see of how it was confirmed: keys of ``forms.marks``."""

    @property
    def by_hand(self) -> bool:
        return any(signature.by_hand for signature in self.signatures)


def put_in(db: Session, tools: Tools, draft: Draft, putting: Putting) -> None:
    """Put the case in; within the transaction of its last signature. From the commit on it is received.

    Whoever helped does not any more, unless it is they who see it sent: they print it, and may await the paper.
    """
    case, at, came = draft.case, putting.at, putting.came
    received_at = came.at if came else at
    end_unnamed(db.connection(), tools, draft, at, before=None)
    lacking = _lacking(db, tools, draft)
    request = document.request(putting.content, putting.signatures, _receipt(draft, putting, lacking))
    reach("send_frozen")
    if not is_assistant(db.connection(), draft.reader.participant_id):
        end_within(db, at, case.id, draft.actor_id)
    counts_from = came.counts_from if came else None
    tied = tie(db, draft, at, signed=not putting.by_hand, came=counts_from)
    power = tie_to_power(db, draft)
    own = draft.walk.journey.restricted(draft.walk.now)
    submission = Submission(
        case_id=case.id,
        municipality=case.municipality,
        received_at=received_at,
        content_sha256=request.content.sha256(),
        restricted=own or bool(came and came.restricted),
        hidden_by_another=False,
        subject_lookup=consents.whose(tools, draft),
        marks=[
            *draft.walk.marks,
            *_marks(draft, at),
            *lacking.marks,
            *putting.marks,
            *_other_name(db, tools, draft, putting),
        ],
        sealed_request=tools.vault.seal(request.canonical(), f"submissions:{case.id}"),
    )
    db.add(submission)
    _hide(db, draft, submission, (*(tied.earlier if tied else ()), *((power,) if power else ())))
    if putting.by_hand:
        record(db, case.id, CAME_UNSIGNED if came else PAPER_PROMISED, at, actor=draft.actor_id)
    waiting = " ".join(tied.waiting) if tied else ""
    record(db, case.id, "submitted", at, actor=draft.actor_id, detail=waiting)
    register(db, tools, draft, received_at, signed=not putting.by_hand)
    consents.register(db, tools, draft, received_at, _signed(db, tools, draft, putting, lacking))
    take_back(db, tools, draft, at, counts_from)
    db.flush()
    find_by(db, tools, submission, request)
    reach("send_recorded")
    tools.enqueue(db, case.id)
    reach("send_enqueued")


def _hide(db: Session, draft: Draft, submission: Submission, together: tuple[Submission, ...]) -> None:
    """Where it, or what hangs together with it, is protected: with all of that.

    Where it tells itself of a protected address, all of the person's is.
    """
    own = draft.walk.journey.restricted(draft.walk.now)
    if not submission.restricted and not any(one.restricted for one in together):
        return
    submission.hidden_by_another = not own and all(
        one.hidden_by_another for one in together if one.restricted
    )
    if own and protected(draft.walk.now):
        same = of_the_same(db, draft.case, submission.subject_lookup)
        hide_with(db, submission, same, told_by=draft.case.owner_id)
    else:
        hide_with(db, submission)


class Lacking(NamedTuple):
    """Whose signatures are missing, by capacity, who said no to signing, and whose name no number confirms."""

    missing: list[str]
    refused: list[Refusal]
    unchecked: list[tuple[str, str]]

    @property
    def marks(self) -> list[str]:
        said_no = [marks.refused(one.capacity) for one in self.refused]
        names = [marks.NAME_UNCHECKED] if self.unchecked else []
        return [*(marks.unsigned(one) for one in self.missing), *said_no, *names]


def _lacking(db: Session, tools: Tools, draft: Draft) -> Lacking:
    """Whose signatures are waited for; the giver's of a power of attorney is promised on paper then.

    A no is told also where the author does not ask any more.
    """
    refused = refusals(db, tools, draft.case.id)
    said_no = {one.capacity for one in refused}
    awaited = [one.capacity for one in round_of(db, tools, draft).awaited]
    missing = [one for one in awaited if one not in {PRINCIPAL, *said_no}]
    return Lacking(missing, refused, unchecked(db, tools, draft))


def _signed(db: Session, tools: Tools, draft: Draft, putting: Putting, lacking: Lacking) -> consents.Signed:
    """What the signatures leave missing for a consent to hold."""
    incomplete = lacking.missing or lacking.refused
    lacks = UNSIGNED if incomplete else PAPER if putting.by_hand else ""
    return consents.Signed(lacks, frozenset(one.capacity for one in given(db, tools, draft.case.id)))


def _other_name(db: Session, tools: Tools, draft: Draft, putting: Putting) -> list[str]:
    """For the office alone: the document goes through the helper's hands, and must not tell it."""
    other = not putting.came and told_otherwise(db, tools, draft, putting.signatures)
    return [marks.OTHER_THAN_LOG_IN] if other else []


def _receipt(draft: Draft, putting: Putting, lacking: Lacking) -> list[Fact]:
    if putting.came:
        return putting.came.receipt
    sent = draft.walk.sent(putting.at, awaits_paper=putting.by_hand)
    language = draft.walk.now.language
    refused = [(one.capacity, one.at) for one in lacking.refused]
    return [
        *document.receipt(sent, putting.at),
        *document.unsigned(language, lacking.missing),
        *document.refused(language, refused),
        *document.unchecked(language, lacking.unchecked),
    ]


def _marks(draft: Draft, at: datetime) -> list[str]:
    return [note.mark for note in draft.walk.received(at) if note.mark]
