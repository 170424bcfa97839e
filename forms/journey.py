"""A journey and the one walk over it.

Nothing stores "the current step". From the declared steps and the saved answers one walk gives the path, the first
unanswered step, back and next, who may visit what, and the answers that count. Conditions see only answers of earlier
steps on the path, so an answer on a branch no longer taken can neither steer nor be shown. *Answered* means that the
step was saved, not that its values are non-empty.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from typing import Any, Literal, NamedTuple

from werkzeug.datastructures import MultiDict

from forms import helped
from forms.addressee import Addressee, to_office
from forms.declared import TRUE, Declared
from forms.law.deadline import Deadline
from forms.naming import APPLICATION
from forms.question import Question
from forms.situation import Answers, SentCase, Situation
from forms.sort import Sort
from forms.stepform import StepForm
from forms.ties import Tie
from forms.unsaid import (
    always,
    follows_none,
    never,
    no_deadline,
    nothing,
    nothing_received,
    untied,
    untold,
)

Condition = Callable[[Situation], bool]


@dataclass(frozen=True)
class Step:
    """One subject, one page. Titles and leads are source texts, translated where they are shown.

    ``part`` is the title of the part of the journey that begins here. How many steps a path has depends on the answers;
    how many parts a journey has does not, so it can be told beforehand.
    """

    slug: str
    title: str
    form: type[StepForm]
    lead: str = ""
    when: Condition = always
    part: str = ""
    only_if: str = ""
    """The condition in words, for a form on paper: whoever fills it in must see by themselves what to skip."""
    told: Callable[[Situation], Iterable[str]] = nothing
    """What the page tells before it asks, as finished text: what earlier answers mean for the reader."""
    tells_deadline: bool = False
    """Whether the page tells until when the form should be sent, where the answers tell that."""
    kept_back: bool = False
    """Whether its answers stand in no document, since whoever is handed a copy must not read them; the office does."""
    optional: bool = False
    """Whether it may be left unanswered, since the day alone may bring it about: nobody is stopped by it."""


class Note(NamedTuple):
    """Something to be seen at once, over the answers of a document: finished text.

    Without a label it stands in no document: then the mark alone is shown, to the office.
    """

    label: str
    value: str
    mark: str = ""
    """The key of ``forms.marks`` by which the office's list shows it too, maybe with a day; empty where it does not."""


Kind = Literal["form", "letter", "declaration"]
"""What its document is: an application or notification, a complaint, or what somebody declares."""


@dataclass(frozen=True)
class Journey:
    """A form as it is asked: ordered steps. ``title`` heads the document."""

    slug: str
    title: str
    steps: tuple[Step, ...]
    path: str = ""
    """Its word in addresses, stable for pages that link to it, such as ``klage``."""
    kind: Kind = "form"
    naming: str = APPLICATION
    """What it is called in the texts about it: one of ``forms.naming``."""
    declares: Declared = TRUE
    """What whoever signs it stands by."""
    sort: Sort = "application"
    """As what the municipality takes it: decides what is told before it is begun and after it is sent."""
    lead: str = ""
    """What it is for and for whom, in a sentence or two: stands before it is begun."""
    notes: Callable[[Situation], Iterable[Note]] = nothing
    """What stands over the answers, such as who it is about and what is missing."""
    addressee: Callable[[Situation], Addressee] = to_office
    """To whom it is addressed."""
    points: Callable[[Situation], Iterable[str]] = nothing
    """What a letter asks for, point by point, as finished text."""
    foremost: tuple[str, ...] = ()
    """The steps whose answers stand right after the points, in the person's own words: before who, when and how."""
    first_on_paper: tuple[str, ...] = ()
    """The steps that a blank form begins with: what it is about, where who and how to reach them would fill pages."""
    deadline: Callable[[Situation], Deadline | None] = no_deadline
    """Until when it should be sent, as far as the answers tell. It never stops anybody."""
    received: Callable[[Situation, datetime], Iterable[Note]] = nothing_received
    """What becomes known at the moment it is sent, such as whether it came in time."""
    elsewhere: Condition = never
    """Whether somebody else than the municipality handles it: then what it says of its own ways does not hold."""
    afterwards: Callable[[Situation], Iterable[str]] = nothing
    """What its writer is told once it is sent, as finished text, where the answers call for more than the usual."""
    looks_back: bool = False
    """Whether it is about something that was sent before."""
    follows: Callable[[SentCase], bool] = follows_none
    """Whether it may be about that earlier case."""
    tie: Callable[[Situation], Tie | None] = untied
    """To which earlier cases it belongs, as far as the answers tell."""
    about: Callable[[Situation], str] = untold
    """For whom it is, as its own writer sees it in lists; empty as long as that is not answered."""
    restricted: Condition = never
    """Whether the case must be kept from all but those who need it: it tells of a protected address."""

    @property
    def keeps_back(self) -> bool:
        """Whether something of it stands in no document."""
        return any(step.kept_back for step in self.steps)

    @property
    def parts(self) -> tuple[str, ...]:
        """The titles of its parts."""
        return tuple(step.part for step in self.steps if step.part)

    def part(self, step: Step) -> int:
        """The place of the part that the step belongs to, from 0."""
        begun = sum(bool(one.part) for one in self.steps[: self.steps.index(step) + 1])
        return max(begun - 1, 0)


class Row(NamedTuple):
    """A question with its answer as finished text, for the review page and every document."""

    question: Question
    label: str
    text: str


@dataclass(frozen=True)
class Walk:
    """The path through a journey in a situation, whose ``answers`` are all that was ever saved."""

    journey: Journey
    situation: Situation

    @cached_property
    def _walked(self) -> tuple[tuple[Step, ...], Situation]:
        saved, seen = self.situation.answers, dict[str, Any]()
        path, now = (
            [],
            replace(self.situation, answers=seen, naming=self.journey.naming, declares=self.journey.declares),
        )
        for step in self.journey.steps:
            if step.when(now):
                path.append(step)
                if step.slug in saved:
                    seen[step.slug] = saved[step.slug]
        return tuple(path), now

    @property
    def path(self) -> tuple[Step, ...]:
        return self._walked[0]

    @property
    def answers(self) -> Answers:
        """The answers that count: those of steps on the path."""
        return self._walked[1].answers

    @property
    def now(self) -> Situation:
        """The situation with the answers that count, as the steps after the last one see it."""
        return self._walked[1]

    @property
    def marks(self) -> tuple[str, ...]:
        """The keys of the notes that the office's list shows too."""
        given = [note.mark for note in self.journey.notes(self.now) if note.mark]
        return (*given, *helped.marks(self.now.helped))

    @property
    def facts(self) -> list[Note]:
        """What stands over the answers of its document, and who of a helping office helped to fill in."""
        own = [note for note in self.journey.notes(self.now) if note.label]
        return own + [Note(*one) for one in helped.told(self.now.helped, self.now.language)]

    def received(self, at: datetime) -> list[Note]:
        """What becomes known at the moment it is sent."""
        return list(self.journey.received(self.now, at))

    def sent(self, at: datetime, *, awaits_paper: bool) -> "Walk":
        """The same walk, once it is known when it came in and how it was signed."""
        return replace(self, situation=replace(self.situation, received_at=at, awaits_paper=awaits_paper))

    @property
    def left_out(self) -> tuple[Step, ...]:
        """Steps that were answered once but are no longer on the path: kept in the draft, and told before sending."""
        return tuple(
            step
            for step in self.journey.steps
            if step.slug in self.situation.answers and step not in self.path
        )

    def step(self, slug: str) -> Step | None:
        """The step of that slug, if it is on the path."""
        return next((step for step in self.path if step.slug == slug), None)

    def answered(self, step: Step) -> bool:
        return step.slug in self.answers

    def first_unanswered(self) -> Step | None:
        return next((step for step in self.path if not self.answered(step)), None)

    def may_visit(self, step: Step) -> bool:
        """An answered step, or the first unanswered one: nobody skips ahead."""
        return self.answered(step) or step == self.first_unanswered()

    def before(self, step: Step) -> Step | None:
        place = self.path.index(step)
        return self.path[place - 1] if place else None

    def after(self, step: Step) -> Step | None:
        """The step that follows on the path; None where the review comes next."""
        place = self.path.index(step)
        return self.path[place + 1] if place + 1 < len(self.path) else None

    def form(self, step: Step, typed: MultiDict[str, Any] | None = None) -> StepForm:
        """The step's form: with what was just typed, else with what was saved (made once)."""
        if typed is not None:
            return step.form(self.now, typed, self.answers.get(step.slug))
        if step.slug not in self._saved_forms:
            self._saved_forms[step.slug] = step.form(self.now, None, self.answers.get(step.slug))
        return self._saved_forms[step.slug]

    @cached_property
    def _saved_forms(self) -> dict[str, StepForm]:
        return {}

    def unsound(self) -> tuple[Step, ...]:
        """Steps on the path that are unanswered, or whose saved answers no longer hold in this situation."""
        return tuple(
            step
            for step in self.path
            if (not self.form(step).validate() if self.answered(step) else not step.optional)
        )

    @property
    def laid_out(self) -> tuple[Step, ...]:
        """The path in the order in which document and review show it."""
        return tuple(sorted(self.path, key=lambda step: step.slug not in self.journey.foremost))

    @property
    def told(self) -> tuple[Step, ...]:
        """The steps whose answers are sent, as they are laid out, without what was left unanswered."""
        return tuple(step for step in self.laid_out if self.answered(step) or not step.optional)

    @property
    def printed(self) -> tuple[Step, ...]:
        """The steps whose answers stand in the document."""
        return tuple(step for step in self.told if not step.kept_back)

    def rows(self, step: Step) -> list[Row]:
        """The step's questions with the answers that were saved."""
        return self.shown(self.form(step))

    def shown(self, form: StepForm) -> list[Row]:
        """A form's questions with the answers it holds, as finished text."""
        language = self.situation.language
        return [
            Row(question, question.say(question.label.text), question.shown(language))
            for question in form.questions()
        ]
