"""A fødselsnummer or d-number."""

import re
from typing import Any

from wtforms.validators import StopValidation

from docgen.contract import Digits, Group
from forms.fields.text import Text
from forms.language import N_, Language
from forms.validators import is_identity_number

ELEVEN = Digits(groups=[Group(label="", digits=6), Group(label="", digits=5)])


class IdentityNumber(Text):
    """Eleven digits, kept as text. Blanks between them are let in."""

    def __init__(self, label: str, **kwargs: Any) -> None:
        super().__init__(label, inputmode="numeric", **kwargs)

    hidden = False
    """Whether only the birth date of it stands in documents."""

    def clean(self, text: str) -> str:
        compact = re.sub(r"\s", "", text)
        return compact if re.fullmatch("[0-9]{11}", compact) else super().clean(text)

    def pre_validate(self, form: Any) -> None:
        super().pre_validate(form)
        if re.search(r"[^0-9\s]", self.data):
            raise StopValidation(self.say(N_("Nummeret har bare siffer. Ta bort bokstaver og andre tegn.")))
        if not re.fullmatch("[0-9]{11}", self.data):
            raise StopValidation(self.say(N_("Nummeret skal ha 11 siffer. Se om du har skrevet alle.")))
        if not is_identity_number(self.data, synthetic=self.form.situation.synthetic):
            raise StopValidation(self.say(N_("Dette nummeret stemmer ikke. Se om alle sifrene er riktige.")))

    def room(self) -> Digits:
        return ELEVEN

    def shown(self, language: Language) -> str:  # noqa: ARG002 -- digits are the same in every language
        """Whoever did not write it need not learn it."""
        return masked(self.data) if self.hidden or self.settled else written(self.data)


def written(number: str) -> str:
    """As people write it: ``DDMMYY NNNNN``."""
    return f"{number[:6]} {number[6:]}".strip()


def masked(number: str) -> str:
    """The birth date only: ``DDMMYY *****``."""
    return f"{number[:6]} *****" if number else ""
