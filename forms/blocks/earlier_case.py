"""Which of one's earlier cases a form is about: chosen from what was sent here, or told in own words."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from wtforms.utils import unset_value

from forms.fields.choice import Choice, Option
from forms.fields.choices import Choices
from forms.language import N_
from forms.question import Question, When
from forms.situation import SentCase, Situation
from forms.stepform import StepForm

UNLISTED = "unlisted"
"""The answer that opens a text, which the form declares beside the choice with ``when_unlisted``."""
ANOTHER = N_("En annen, eller en som er sendt på papir")
BEFORE = N_("Denne er trukket før, og kontoret vet det. Du trenger ikke gjøre noe mer.")
ONE_BEFORE = N_("%(references)s er trukket før, og kontoret vet det. Ta bort krysset der.")
GONE = N_("Denne er trukket.")
NONE_LEFT = N_("De du har sendt herfra, er trukket.")
NONE_SENT = N_("Du har ikke sendt noen herfra før.")
FOR_HELPER = N_("Står referansen på kvitteringen, skriver du den i feltet.")
"""A helper hears nothing of what was sent before."""
REFERENCE = re.compile(r"\bV[-\s]?([2-9A-Z]{4})[-\s]?([2-9A-Z]{4})\b", re.IGNORECASE)

Which = Callable[[SentCase], bool]


def of(*journeys: str) -> Which:
    """Those of these journeys, by slug."""
    return lambda case: case.journey in journeys


def when_unlisted(question: str) -> When:
    """The condition of the text that tells of one that is not listed."""
    return When(question, (UNLISTED,))


def references_in(words: str) -> set[str]:
    """What may be references to cases in somebody's own words, as they are stored."""
    return {f"V-{one}-{other}".upper() for one, other in REFERENCE.findall(words)}


def _choices(situation: Situation, which: Which, another: str) -> list[tuple[str, ...]]:
    language = situation.language
    sent = [
        (
            case.reference,
            language.text(
                N_("%(title)s, %(reference)s, sendt %(date)s"),
                title=language.text(case.title),
                reference=case.reference,
                date=language.date(case.sent),
            ),
            GONE if case.withdrawn else "",
        )
        for case in situation.sent
        if which(case)
    ]
    return [*sent, (UNLISTED, another)]


def taken_back_before(situation: Situation, chosen: Sequence[str | None]) -> str:
    """What to tell of those that were taken back already; empty where none was."""
    gone = [case.reference for case in situation.sent if case.withdrawn and case.reference in chosen]
    if not gone:
        return ""
    sentence = BEFORE if len(chosen) == 1 else ONE_BEFORE
    return situation.language.text(sentence, references=", ".join(gone))


class EarlierCase(Choice):
    """One of the cases that ``which`` lets in, by its reference. Where there is none, only the text is asked.

    What was taken back is offered where ``gone_too`` says so, and where it was chosen before it was taken back.
    """

    by_situation = True

    def __init__(
        self, label: str, *, which: Which, another: str = ANOTHER, gone_too: bool = False, **kwargs: Any
    ) -> None:
        choices = _choices(kwargs["_form"].situation, which, another)
        super().__init__(label, choices=choices, **kwargs)
        if len(choices) == 1:
            self.settle(UNLISTED)
            self.description = FOR_HELPER if kwargs["_form"].situation.helped else NONE_SENT
        self.gone = set() if gone_too else {option.value for option in self.choices if option.hint == GONE}

    def process(self, formdata: Any, data: Any = unset_value, extra_filters: Any = None) -> None:
        super().process(formdata, data, extra_filters)
        chosen = self.data if isinstance(self.data, list) else [self.data]
        if self.gone.difference(chosen):
            self.leave_out(self.gone.difference(chosen))
            if len(self.choices) == 1:
                self.settle(UNLISTED)
                self.process_data(UNLISTED)
                self.description = NONE_LEFT

    def tell_apart(self, told: Mapping[str, str]) -> None:
        """Say of each whom and what it is about, on the page alone; the words are finished text."""
        self.choices = [
            option._replace(hint=self._beside(option, told.get(option.value, ""))) for option in self.choices
        ]

    def _beside(self, option: Option, told: str) -> str:
        said = [self.say(option.hint) if option.hint else "", told]
        return ". ".join(one.rstrip(".") for one in said if one).replace("%", "%%")


class EarlierCases(Choices, EarlierCase):
    """As ``EarlierCase``, but one may choose several."""

    def process(self, formdata: Any, data: Any = unset_value, extra_filters: Any = None) -> None:
        if self.settled:
            super(Choice, self).process(None, [UNLISTED])
        else:
            super().process(formdata, data, extra_filters)


class EarlierCaseForm(StepForm):
    """On paper nobody knows what was sent: there the text stands alone."""

    def arrange_on_paper(self, situation: Situation) -> None:
        super().arrange_on_paper(situation)
        for question in list(self):
            if isinstance(question, EarlierCase | EarlierCases):
                for text in self._hanging_on(question):
                    text.when = question.when
                del self[question.short_name]

    def refuse_withdrawn(self, question: EarlierCase) -> None:
        """What was taken back cannot be taken back once more."""
        chosen = question.data if isinstance(question.data, list) else [question.data]
        if told := taken_back_before(self.situation, chosen):
            question.errors = [told]

    def _hanging_on(self, question: Question) -> list[Question]:
        return [one for one in self if one.when and one.when.question == question.short_name]
