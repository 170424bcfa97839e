"""Several answers out of a few."""

from collections.abc import Sequence
from typing import Any

from wtforms.validators import StopValidation

from forms.fields.choice import NOT_LISTED, Choice
from forms.language import N_, Language


class Choices(Choice):
    """Checkboxes. The answers are kept and shown in the order in which they are offered."""

    component = "choices"
    how_many = N_("Du kan sette flere kryss.")

    def process_data(self, value: Any) -> None:
        several = [value] if isinstance(value, str) else value or ()  # what is settled is one
        self.data: list[str] = list(several)  # type: ignore[assignment]  # one kind of choice has many values

    def process_formdata(self, valuelist: Sequence[str]) -> None:
        self.data = [option.value for option in self.choices if option.value in valuelist]
        if len(valuelist) > len(self.choices) or not all(map(self.offered, valuelist)):
            raise ValueError(self.say(NOT_LISTED))

    def pre_validate(self, form: Any) -> None:
        super(Choice, self).pre_validate(form)
        if not all(map(self.offered, self.data)):
            raise StopValidation(self.say(NOT_LISTED))

    def shown(self, language: Language) -> str:  # noqa: ARG002 -- as one choice
        return "\n".join(self.say(option.label) for option in self.choices if option.value in self.data)
