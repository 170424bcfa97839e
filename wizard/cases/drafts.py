"""A draft as it is read: the case's walk, and what lies behind each step. Reads only."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, bindparam, select
from werkzeug.datastructures import MultiDict

from forms.blocks import concerned
from forms.blocks.earlier_case import references_in
from forms.journey import Step
from forms.journeys.consent_withdrawal.spoken import said_day
from forms.journeys.registry import journey
from forms.language import OSLO, Language
from forms.law.deadline import Deadline
from forms.municipality import municipality
from forms.situation import Answers, FileInfo, Person, SentCase, Situation
from forms.unsaid import no_deadline, nothing, takes_nothing
from forms.walk import Walk
from forms.yes import NEVER
from wizard.accounts import person_of
from wizard.cases.assistants import helps, is_assistant, name_as_told
from wizard.cases.consented import held_of_owner
from wizard.cases.errors import OutOfOrderError
from wizard.cases.filed import info_of
from wizard.cases.finding import CaseRow, own_case_row, received_at
from wizard.cases.grown_up import deciding
from wizard.cases.held import power_of_author
from wizard.cases.known_names import known_otherwise
from wizard.cases.looking_back import sent_cases, tied_to
from wizard.cases.paper_read import sent_by_owner, walked
from wizard.cases.participants import signed_by_other_parent
from wizard.cases.said_for import cases_for
from wizard.cases.shown import pointable
from wizard.cases.staff import at_the_office
from wizard.cases.step_places import place_of
from wizard.cases.supplied import supplied
from wizard.cases.yes_ends import ends_of
from wizard.models import Attachment, StepAnswers
from wizard.tools import Tools
from wizard.vault import SealBrokenError

Typed = MultiDict[str, Any]

STEPS = select(
    StepAnswers.slug,
    StepAnswers.version,
    StepAnswers.saved_at,
    StepAnswers.sealed_answers,
    StepAnswers.sealed_typed,
).where(StepAnswers.case_id == bindparam("case_id"))
FILES = (
    select(
        Attachment.id,
        Attachment.question,
        Attachment.sealed_info,
        Attachment.screened,
        Attachment.sealed_preview.is_not(None).label("previewed"),
    )
    .where(Attachment.case_id == bindparam("case_id"))
    .order_by(Attachment.place, Attachment.added_at)
)


@dataclass(frozen=True)
class Reader:
    """For whom a draft is read: the person logged in, and the language of their pages.

    Without an account it is whoever filled in.
    """

    person: Person
    language: Language
    account_id: uuid.UUID | None = None
    participant_id: uuid.UUID | None = None
    """As whom they take part in somebody else's case; None for the owner."""

    def in_language(self, language: Language) -> "Reader":
        """The same reader of a text in another language."""
        return replace(self, language=language)


@dataclass(frozen=True)
class Filled:
    """A step's form as it came: what was typed, over which version of the step."""

    slug: str
    typed: Typed
    version: int


@dataclass(frozen=True)
class StepState:
    """What is kept of one step: version 0 and nothing where it was never saved."""

    version: int = 0
    saved_at: datetime | None = None
    answers: Mapping[str, Any] | None = None
    typed: Typed | None = None

    @property
    def kept_at(self) -> datetime | None:
        """When something was last kept; None where nothing is."""
        return None if self.answers is None and self.typed is None else self.saved_at


@dataclass(frozen=True)
class Draft:
    case: CaseRow
    walk: Walk
    states: Mapping[str, StepState]
    reader: Reader

    def of(self, case: CaseRow) -> "Draft":
        """The same answers, once the case has another owner."""
        return replace(self, case=case)

    @property
    def actor_id(self) -> uuid.UUID:
        """Who does what is done to it now."""
        return self.reader.account_id or self.case.author_id

    @property
    def fills_in(self) -> bool:
        """Whether it is the reader who fills in."""
        return self.actor_id == self.case.author_id

    @property
    def may_sign(self) -> bool:
        """Whether the reader may: what one fills in oneself, or what somebody else does in one's own case."""
        return self.fills_in or self.actor_id == self.case.owner_id

    def state(self, step: Step) -> StepState:
        return self.states.get(step.slug, StepState())

    def unsound(self) -> tuple[Step, ...]:
        """Steps to go back to before sending: unanswered, typed but not saved, or no longer holding."""
        return self.walk.unsound()

    def half_done(self) -> Step | None:
        """The first step on the path that was written on and not saved since."""
        return next((step for step in self.walk.path if self.state(step).typed is not None), None)

    def visit(self, slug: str) -> Step:
        """The step, if it may be visited; ``OutOfOrderError`` with the place to go on otherwise.

        So may one that was written on before: an earlier one left half done takes nothing from anybody.
        """
        step = self.walk.step(slug)
        if step is None or not (self.walk.may_visit(step) or self.state(step).kept_at):
            raise OutOfOrderError(self.walk.first_unanswered())
        return step


def read_draft(db: Connection, tools: Tools, case: CaseRow, reader: Reader) -> Draft:
    rows = db.execute(STEPS, {"case_id": case.id})
    states = {row.slug: _open(tools, case.id, row) for row in rows}
    answers = {
        slug: state.answers
        for slug, state in states.items()
        if state.answers is not None and state.typed is None
    }
    power = power_of_author(db, tools, case)
    situation = Situation(
        municipality=municipality(case.municipality, tools.settings.municipalities),
        submitter=_person(db, tools, case, reader),
        today=tools.today(),
        language=reader.language,
        answers=answers,
        files=read_files(db, tools, case.id) if case.with_files else {},
        power=power,
        others_sign=case.author_id == case.owner_id,
        helper=reader.person if is_assistant(db, reader.participant_id) else None,
        works_here=at_the_office(tools, case.municipality),
        helped=helps(db, tools, case.id) if case.with_help else (),
        synthetic=tools.settings.allow_synthetic_numbers,
        ends=ends_of(db, case.id) if case.submitted and walked(case).says_yes is not nothing else NEVER,
    )
    tied = tied_to(db, case.id) if case.submitted and journey(case.journey).looks_back else None
    if case.on_paper:
        told = replace(supplied(db, case, situation), known_otherwise=known_otherwise(tools))
        situation = replace(told, sent=sent_by_owner(db, tools, case, told), tied=tied)
    elif journey(case.journey).looks_back:
        situation = replace(_looking_back(db, tools, case, reader, situation), tied=tied)
    return Draft(case, Walk(walked(case), situation), states, reader)


def _person(db: Connection, tools: Tools, case: CaseRow, reader: Reader) -> Person:
    """Whoever filled in stays so, whoever reads it; an assistant knows the name that they were told, and no other."""
    if reader.account_id in {None, case.author_id}:
        return reader.person
    person = person_of(db, tools, case.author_id)
    name = case.with_help and name_as_told(db, tools, reader.participant_id)
    return replace(person, name=name) if name else person


def _looking_back(db: Connection, tools: Tools, case: CaseRow, reader: Reader, now: Situation) -> Situation:
    """With what the owner sent before, as far as whoever fills in may know.

    The one that it is about tells its deadline.
    """
    sent, chosen = _sent(db, tools, case, now), _chosen(now.answers)
    named = references_in(" ".join(chosen))
    about = now.answer(concerned.STEP, concerned.CASE)
    told = tuple(
        replace(one, deadline=_deadline(db, tools, case, reader, one)) if one.reference == about else one
        for one in sent
        if one.reference in chosen or not is_assistant(db, reader.participant_id)
    )
    return replace(now, sent=told, typed=tuple(one for one in sent if one.reference in named))


def _sent(db: Connection, tools: Tools, case: CaseRow, now: Situation) -> tuple[SentCase, ...]:
    power = now.power
    sent = sent_cases(db, case.owner_id, case.municipality, tools.today())
    if journey(case.journey).takes is not takes_nothing:
        held = held_of_owner(db, tools, case.owner_id, case.municipality)
        both = signed_by_other_parent(db, (one.reference for one in sent))
        offered = tuple(
            replace(one, consents=held.get(one.reference, ()), signed_by_other=one.reference in both)
            for one in sent
        )
        day = said_day(now) or _in_since(db, case)
        sent = deciding(db, tools, offered, day)
        if power is None:  # what others said for the principal is no proxy's to know
            sent = (*sent, *cases_for(db, tools, case.owner_id, case.municipality, day))
    return pointable(db, case.owner_id, case.author_id, power, sent) if power else sent


def _in_since(db: Connection, case: CaseRow) -> date | None:
    """The day on which it was sent; None for a draft."""
    at = received_at(db, case.id) if case.submitted else None
    return at.astimezone(OSLO).date() if at else None


def _chosen(answers: Answers) -> set[str]:
    """The earlier cases that the draft is about: of all others an assistant hears nothing."""
    given = [value for step in answers.values() for value in step.values()]
    return {str(one) for value in given for one in (value if isinstance(value, list) else [value])}


def _deadline(
    db: Connection, tools: Tools, case: CaseRow, reader: Reader, earlier: SentCase
) -> Deadline | None:
    """By the answers of the earlier case; None where it has none, or cannot be opened."""
    if journey(earlier.journey).deadline is no_deadline:
        return None
    found = own_case_row(db, case.owner_id, earlier.reference)
    try:
        walk = read_draft(db, tools, found, reader).walk
    except SealBrokenError:
        return None
    return walk.journey.deadline(walk.now)


def _open(tools: Tools, case_id: uuid.UUID, row: Any) -> StepState:
    def opened(sealed: bytes | None, what: str) -> Any:
        return sealed and tools.vault.open_json(sealed, place_of(case_id, row.slug, what))

    pairs = opened(row.sealed_typed, "typed")
    return StepState(
        version=row.version,
        saved_at=row.saved_at,
        answers=opened(row.sealed_answers, "answers"),
        typed=None if pairs is None else MultiDict([(name, value) for name, value in pairs]),
    )


def read_files(db: Connection, tools: Tools, case_id: uuid.UUID) -> dict[str, tuple[FileInfo, ...]]:
    """The case's attachments by question, oldest first."""
    files: dict[str, tuple[FileInfo, ...]] = {}
    for row in db.execute(FILES, {"case_id": case_id}):
        info = info_of(tools, row, previewed=row.previewed)
        files[row.question] = (*files.get(row.question, ()), info)
    return files
