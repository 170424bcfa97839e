"""The one walk over a journey.

Nothing stores "the current step". From the declared steps and the saved answers one walk gives the path, the first
unanswered step, back and next, who may visit what, and the answers that count. Conditions see only answers of earlier
steps on the path, so an answer on a branch no longer taken can neither steer nor be shown. *Answered* means that the
step was saved, not that its values are non-empty.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from typing import Any, NamedTuple

from werkzeug.datastructures import MultiDict

from forms import helped
from forms.journey import Journey, Note, Step
from forms.question import Question
from forms.situation import Answers, Situation
from forms.stepform import StepForm


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
            replace(
                self.situation,
                answers=seen,
                naming=self.journey.naming,
                declares=self.journey.declares,
                takes_files=self.journey.takes_files,
                others_sign=self.situation.others_sign and self.journey.others_sign,
            ),
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

    @cached_property
    def parts(self) -> tuple[str, ...]:
        """The titles of the parts that have a step on the path."""
        numbers = sorted({self.journey.part(step) for step in self.path})
        return tuple(self.journey.parts[number] for number in numbers)

    def part(self, step: Step) -> int:
        """The place of the step's part among ``parts``, from 0."""
        return self.parts.index(self.journey.parts[self.journey.part(step)])

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
        return self._unsound

    @cached_property
    def _unsound(self) -> tuple[Step, ...]:
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

    def printed_rows(self, step: Step) -> list[Row]:
        """Those of the rows that stand in the document."""
        return [] if step.kept_back else [row for row in self.rows(step) if not row.question.kept_back]

    def kept_rows(self, step: Step) -> list[Row]:
        """Those of the rows that stand in no document, since whoever is handed a copy must not read them."""
        return [row for row in self.rows(step) if step.kept_back or row.question.kept_back]

    def shown(self, form: StepForm) -> list[Row]:
        """A form's questions with the answers it holds, as finished text."""
        language = self.situation.language
        return [
            Row(question, question.say(question.label.text), question.shown(language))
            for question in form.questions()
        ]
