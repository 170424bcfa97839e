"""A sentence that the person stands by, as one checkbox that must be ticked."""

from collections.abc import Sequence
from typing import Any, ClassVar

from docgen.contract import Option, Ticks
from forms.fields.choice import NOT_LISTED
from forms.fields.yesno import YES
from forms.language import N_, Language
from forms.question import OnPaper, Question


class Declaration(Question):
    """Only ``yes`` or nothing can be sent: a ``nei`` must never become a yes."""

    component: ClassVar[str] = "declaration"

    def process_data(self, value: Any) -> None:
        self.data = value is True

    def process_formdata(self, valuelist: Sequence[str]) -> None:
        self.data = False
        value = self.only(valuelist)
        if value not in {"", YES}:
            raise ValueError(self.say(NOT_LISTED))
        self.data = value == YES

    def room(self) -> Ticks:
        return Ticks(options=[Option(label=self.say(self.label.text), hint=self.say(self.description))])

    def on_paper(self) -> OnPaper:
        """The sentence stands at its box."""
        return OnPaper("", "", self.room())

    def when_answered(self, values: Sequence[str], *, near: bool = False) -> str:  # noqa: ARG002 -- there is only one
        return self.say(N_("Hvis du krysset av for «%(question)s»:"), question=self.say(self.label.text))

    def shown(self, language: Language) -> str:
        return language.text(N_("Ja")) if self.data else ""
