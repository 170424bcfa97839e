"""A line of text."""

import re
from collections.abc import Sequence
from typing import Any, ClassVar

from wtforms.utils import unset_value
from wtforms.validators import StopValidation

from docgen.contract import Lines, Room, printable
from forms.language import N_
from forms.question import Question

SLACK = 2000
"""Letters: so much is kept beside twice what a question takes. Some write a letter into a short line."""
LOST = "\ufffd"
"""What a decoder puts where bytes were no UTF-8."""


class Text(Question):
    """Kept as it was typed, but for line breaks and the characters that no document may carry."""

    component: ClassVar[str] = "text"
    input_type: ClassVar[str] = "text"

    def __init__(
        self, label: str, *, max_length: int = 200, inputmode: str = "", free: bool = False, **kwargs: Any
    ) -> None:
        super().__init__(label, **kwargs)
        self.max_length = max_length
        self.most_typed = 2 * max_length + SLACK
        self.inputmode = inputmode
        self.free = free
        self._known = ""

    def settle(self, value: str, hint: str = "") -> None:
        """It is known, whoever fills in: it is shown and not asked, and whatever is sent counts for nothing."""
        self._known = value
        self.settled, self.missing, self.description = True, "", hint

    def process(self, formdata: Any, data: Any = unset_value, extra_filters: Any = None) -> None:
        if self.settled:
            super().process(None, self._known)
        else:
            super().process(formdata, data, extra_filters)

    def reads(self, name: str) -> bool:
        return not self.settled and super().reads(name)

    def clean(self, text: str) -> str:
        return re.sub(r"[\n\t]+", " ", printable(text)).strip()

    def process_data(self, value: Any) -> None:
        self.data = self.clean(value or "")

    def process_formdata(self, valuelist: Sequence[str]) -> None:
        self.data = self.clean(valuelist[0] if valuelist else "")
        self.only(valuelist)

    def pre_validate(self, form: Any) -> None:
        super().pre_validate(form)
        if LOST in self.data:
            raise StopValidation(
                self.say(N_("Noen tegn kom ikke riktig fram. Bytt ut «\ufffd» i svaret ditt."))
            )
        if len(self.data) > self.max_length:
            raise StopValidation(self.overfull_told())

    def overfull_told(self) -> str:
        number = self.form.situation.language.number
        return self.say(self.too_long, length=number(len(self.data)), most=number(self.max_length))

    @property
    def too_long(self) -> str:
        """What is told of more than ``max_length``, as a source text."""
        return N_("Svaret er for langt: %(length)s tegn. Kort det ned til %(most)s tegn.")

    def room(self) -> Room:
        return Lines(labels=[""])

    def _value(self) -> str:
        return str(self.data)
