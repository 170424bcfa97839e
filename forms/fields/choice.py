"""One answer out of a few."""

from collections.abc import Iterable, Sequence
from typing import Any, ClassVar, NamedTuple

from wtforms.utils import unset_value
from wtforms.validators import StopValidation

from docgen.contract import Option as OnPaperOption
from docgen.contract import Room, Said, Ticks
from forms.language import N_, Language
from forms.question import OnPaper, Question

NOT_LISTED = N_("Velg et av svarene som står her.")
FEW = 2
"""Yes and no need no word about how many boxes may be ticked."""
SEVERAL = "Du kan velge flere"
"""So begin the hints that tell how many answers there may be."""
TOLD = N_("Dette vet vi fra det du har svart før.")


class Option(NamedTuple):
    """A value with its label and hint; both are source texts."""

    value: str
    label: str
    hint: str = ""


class Choice(Question):
    """Radio buttons. A value that is not offered is an error, and is never kept."""

    component: ClassVar[str] = "choice"
    how_many: ClassVar[str] = N_("Sett ett kryss.")

    def __init__(self, label: str, *, choices: Iterable[tuple[str, ...]], **kwargs: Any) -> None:
        super().__init__(label, **kwargs)
        self.choices = [Option(*choice) for choice in choices]

    def offer(self, values: Iterable[str]) -> None:
        """Offer only those of the choices that have one of these values."""
        kept = set(values)
        self.choices = [option for option in self.choices if option.value in kept]

    def leave_out(self, values: Iterable[str]) -> None:
        """Offer all but the choices that have one of these values."""
        self.offer({option.value for option in self.choices} - set(values))

    def settle(self, value: str, hint: str = TOLD) -> None:
        """It was told before, by this value: it is shown and not asked, and whatever is sent counts for nothing."""
        self.offer((value,))
        self.settled, self.missing, self.description = True, "", hint

    def process(self, formdata: Any, data: Any = unset_value, extra_filters: Any = None) -> None:
        if self.settled:
            super().process(None, self.choices[0].value)
        else:
            super().process(formdata, data, extra_filters)

    def reads(self, name: str) -> bool:
        return not self.settled and super().reads(name)

    def offered(self, value: str) -> bool:
        return any(option.value == value for option in self.choices)

    def process_data(self, value: Any) -> None:
        self.data: str | None = value or None

    def process_formdata(self, valuelist: Sequence[str]) -> None:
        self.data = None
        value = self.only(valuelist)
        if value and not self.offered(value):
            raise ValueError(self.say(NOT_LISTED))
        self.data = value or None

    def pre_validate(self, form: Any) -> None:
        super().pre_validate(form)
        if not self.offered(str(self.data)):
            raise StopValidation(self.say(NOT_LISTED))

    def room(self) -> Room:
        """What is settled is printed with its answer: there is nothing to tick."""
        if self.settled:
            return Said(text=self.say(self.choices[0].label))
        options = [
            OnPaperOption(label=self.say(option.label), hint=self.say(option.hint)) for option in self.choices
        ]
        return Ticks(options=options)

    def on_paper(self) -> OnPaper:
        """With how many boxes may be ticked, where the hint does not say so."""
        stands = super().on_paper()
        if self.settled:  # nothing was answered before, on paper
            return stands._replace(hint="") if self.description == TOLD else stands
        if len(self.choices) <= FEW or self.description.startswith(SEVERAL):
            return stands
        return stands._replace(hint=f"{stands.hint} {self.say(self.how_many)}".strip())

    def when_answered(self, values: Sequence[str], *, near: bool = False) -> str:
        named = [self.say(option.label) for option in self.choices if option.value in values]
        if not named:
            return ""
        answers = self.say(N_("» eller «")).join(named)
        if near:
            return self.say(N_("Hvis du svarte «%(answers)s»:"), answers=answers)
        sentence = N_("Hvis du svarte «%(answers)s» på «%(question)s»:")
        return self.say(sentence, answers=answers, question=self.say(self.label.text))

    def shown(self, language: Language) -> str:  # noqa: ARG002 -- the form knows the language and whom it speaks of
        return "".join(self.say(option.label) for option in self.choices if option.value == self.data)
