"""The number of an organisation in the Brønnøysund registers."""

import re
from typing import Any

from stdnum.no import orgnr
from wtforms.validators import StopValidation

from forms.fields.text import Text
from forms.language import N_, Language


class OrganisationNumber(Text):
    """Nine digits, kept as text. Blanks between them are let in."""

    def __init__(self, label: str, **kwargs: Any) -> None:
        super().__init__(label, inputmode="numeric", **kwargs)

    def clean(self, text: str) -> str:
        compact = re.sub(r"\s", "", text)
        return compact if re.fullmatch("[0-9]{9}", compact) else super().clean(text)

    def pre_validate(self, form: Any) -> None:
        super().pre_validate(form)
        if not re.fullmatch("[0-9]{9}", self.data):
            raise StopValidation(self.say(N_("Organisasjonsnummeret skal ha 9 siffer.")))
        if not orgnr.is_valid(self.data):
            raise StopValidation(
                self.say(N_("Dette organisasjonsnummeret stemmer ikke. Se om alle sifrene er riktige."))
            )

    def shown(self, language: Language) -> str:  # noqa: ARG002 -- digits are the same in every language
        return " ".join(self.data[place : place + 3] for place in (0, 3, 6)).strip()
