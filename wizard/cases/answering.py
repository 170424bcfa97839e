"""The verbs of a step: save it, keep what is typed, add and remove rows."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, exists, insert, select, update
from sqlalchemy.exc import IntegrityError

from forms.journey import Step
from forms.stepform import StepForm
from wizard.cases.crowding import refuse_full, refuse_too_long
from wizard.cases.drafts import Draft, Filled, Reader, StepState, read_draft
from wizard.cases.errors import AlreadySentError, ConflictError, GoneError
from wizard.cases.finding import CaseRow, find_case, hold_case
from wizard.cases.freezing import void
from wizard.cases.ground import hold_ground
from wizard.cases.step_places import place_of
from wizard.cases.still_asked import anybody_asked, end_unnamed
from wizard.models import Case, StepAnswers, Submission
from wizard.tools import Tools

VALUES = ("version", "saved_at", "sealed_answers", "sealed_typed")
NOT_SENT = ~exists(select(Submission.case_id).where(Submission.case_id == bindparam("at_case")))
FIRST = insert(StepAnswers).from_select(
    ("case_id", "slug", *VALUES),
    select(
        Case.id,
        bindparam("at_slug", type_=StepAnswers.slug.type),
        *(bindparam(name, type_=StepAnswers.__table__.c[name].type) for name in VALUES),
    ).where(Case.id == bindparam("at_case"), NOT_SENT),
)
AGAIN = (
    update(StepAnswers)
    .where(StepAnswers.case_id == bindparam("at_case"), StepAnswers.slug == bindparam("at_slug"))
    .where(StepAnswers.version == bindparam("at_version"), NOT_SENT)
    .values({name: bindparam(name) for name in VALUES})
)


@dataclass(frozen=True)
class Answered:
    """What came of a step's POST: not saved where the form has faults; then ``draft`` is as it was."""

    draft: Draft
    step: Step
    form: StepForm
    saved: bool
    following: Step | None = None

    @property
    def changed(self) -> bool:
        """Whether the step had been answered before."""
        return self.draft.state(self.step).answers is not None

    @property
    def back(self) -> bool:
        """Whether the way on begins before this step."""
        steps = self.draft.walk.journey.steps
        return self.following is not None and steps.index(self.following) < steps.index(self.step)


@dataclass(frozen=True)
class Kept:
    """The step's version after autosave, and when; no time where nothing is kept."""

    version: int
    saved_at: datetime | None


def answer(tools: Tools, case: CaseRow, reader: Reader, filled: Filled) -> Answered:
    """Save a step if it is sound.

    Raises ``AlreadySentError``, ``OutOfOrderError`` and, where the step was saved or typed elsewhere with other values
    since the filled version, ``ConflictError``; ``TooLongError`` where the form has no room for it. The same values
    sent twice are saved once.
    """
    draft = _read(tools, case, reader)
    step = draft.visit(filled.slug)
    form = draft.walk.form(step, filled.typed)
    state = draft.state(step)
    if not form.validate():
        return Answered(draft, step, form, saved=False)
    answers = form.stored()
    if answers != state.answers or state.typed is not None:
        over = _over_the_same(draft, step, filled, answers)
        _write(tools, draft, over, answers=answers, typed=None, changes=answers != state.answers)
    return Answered(draft, step, form, saved=True, following=_following(draft, step, answers))


def _read(tools: Tools, case: CaseRow, reader: Reader) -> Draft:
    if case.submitted:
        raise AlreadySentError
    with tools.store.connect() as db:
        return read_draft(db, tools, case, reader)


def _over_the_same(draft: Draft, step: Step, filled: Filled, answers: Mapping[str, Any]) -> Filled:
    """Filled over what is kept now, where that says the same: the page never heard that it was kept."""
    state = draft.state(step)
    if state.typed is None:
        same = answers == state.answers
    else:
        kept = draft.walk.form(step, state.typed)
        same = kept.validate() and kept.stored() == answers
    return replace(filled, version=state.version) if same else filled


def _following(draft: Draft, step: Step, answers: Mapping[str, Any]) -> Step | None:
    """Where to go on: the first unanswered step, which is the next one but after a change."""
    situation = draft.walk.situation
    walk = type(draft.walk)(
        draft.walk.journey, situation.with_answers({**situation.answers, step.slug: answers})
    )
    return walk.first_unanswered()


def keep_typed(tools: Tools, case: CaseRow, reader: Reader, filled: Filled, *, exactly: bool = False) -> Kept:
    """Keep what is typed into the step's own inputs, sound or not. What says nothing new leaves nothing behind.

    A text that is somewhat too long is kept whole; ``TooLongError`` for one that is far longer, and nothing is cut.
    ``exactly`` keeps it even then: a blank row, just asked for, counts for nothing and must still be there.
    """
    draft = _read(tools, case, reader)
    step = draft.visit(filled.slug)
    state = draft.state(step)
    form = draft.walk.form(step, filled.typed)
    refuse_too_long(form)
    typed = form.own_inputs(filled.typed)
    nothing_new = _same_as_saved(form, state) or _untouched(draft, step, form, typed)
    pending = typed if exactly or not nothing_new else None
    if pending == (None if state.typed is None else list(state.typed.items(multi=True))):
        return Kept(state.version, state.kept_at)
    return _write(tools, draft, filled, answers=state.answers, typed=pending, changes=exactly)


def _same_as_saved(form: StepForm, state: StepState) -> bool:
    return state.answers is not None and form.validate() and form.stored() == state.answers


def _untouched(draft: Draft, step: Step, form: StepForm, typed: list[tuple[str, str]]) -> bool:
    """Whether nothing is filled in on a step without answers but what stood there from the beginning."""
    if draft.state(step).answers is not None or form.stored() != draft.walk.form(step).stored():
        return False
    return not any(value.strip() for _, value in typed) or form.validate()


def _write(
    tools: Tools,
    draft: Draft,
    filled: Filled,
    *,
    answers: Mapping[str, Any] | None,
    typed: list[tuple[str, Any]] | None,
    changes: bool,
) -> Kept:
    """Write over the filled version and no other; the lock is held for the writing alone.

    What ``changes`` the content makes every signature on it void, and lets go whom it does not name any more.
    """

    def sealed(value: Any, what: str) -> bytes | None:
        place = place_of(draft.case.id, filled.slug, what)
        return None if value is None else tools.vault.seal_json(value, place)

    at = tools.clock()
    texts = sealed(answers, "answers"), sealed(typed, "typed")
    values = {
        "at_case": draft.case.id,
        "at_slug": filled.slug,
        "at_version": filled.version,
        "version": filled.version + 1,
        "saved_at": at,
        "sealed_answers": texts[0],
        "sealed_typed": texts[1],
    }
    with tools.store.begin() as db:
        hold_case(db, draft.case.id)
        hold_ground(db, tools, draft.reader.participant_id)
        refuse_full(db, tools, draft, filled, sum(map(len, filter(None, texts))))
        before = _as_asked(db, tools, draft) if changes else None
        _overwrite(db, values)
        if changes:
            void(db, draft.case.id, at, draft.actor_id)
        if before:
            after = read_draft(db, tools, draft.case, draft.reader)
            end_unnamed(db, tools, after, at, before=before)
    return Kept(filled.version + 1, at)


def _as_asked(db: Connection, tools: Tools, draft: Draft) -> Draft | None:
    """The answers that others were asked to sign by; None where nobody was."""
    return read_draft(db, tools, draft.case, draft.reader) if anybody_asked(db, draft.case.id) else None


def _overwrite(db: Connection, values: dict[str, Any]) -> None:
    try:
        written = db.execute(AGAIN if values["at_version"] else FIRST, values).rowcount
    except IntegrityError as error:
        raise ConflictError from error
    if not written:
        raise _hindrance(find_case(db, values["at_case"]))


def _hindrance(case: CaseRow | None) -> Exception:
    """Why nothing was written: one statement writes and asks, so that the lock is held for one alone."""
    if case is None:
        return GoneError()
    return AlreadySentError() if case.submitted else ConflictError()
