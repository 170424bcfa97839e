"""A phone number, Norwegian or foreign."""

import re
from typing import Any, ClassVar

import phonenumbers
from phonenumbers import PhoneNumber, PhoneNumberFormat
from wtforms.validators import StopValidation

from forms.fields.text import Text
from forms.language import N_, Language

HOME = "NO"


def _parsed(text: str) -> PhoneNumber | None:
    """The number, if it is one. Letters are no phone number, though the library reads them as keys."""
    if not re.fullmatch(r"[0-9+()/.\s-]{3,40}", text, re.ASCII):
        return None
    try:
        number = phonenumbers.parse(text, HOME)
    except phonenumbers.NumberParseException:
        return None
    return number if phonenumbers.is_valid_number(number) else None


class Phone(Text):
    """Kept as E.164, shown as people write it at home."""

    input_type: ClassVar[str] = "tel"

    def clean(self, text: str) -> str:
        line = super().clean(text)
        number = _parsed(line.replace("\u00a0", " "))
        return phonenumbers.format_number(number, PhoneNumberFormat.E164) if number else line

    def pre_validate(self, form: Any) -> None:
        super().pre_validate(form)
        if not _parsed(self.data):
            raise StopValidation(
                self.say(
                    N_("Skriv et telefonnummer, for eksempel 33 17 10 00. Utenlandske nummer begynner med +.")
                )
            )

    def _value(self) -> str:
        return self._national()

    def shown(self, language: Language) -> str:  # noqa: ARG002 -- digits are the same in every language
        return self._national()

    def _national(self) -> str:
        number = _parsed(self.data)
        if not number:
            return str(self.data)
        abroad = phonenumbers.region_code_for_number(number) != HOME
        return phonenumbers.format_number(
            number, PhoneNumberFormat.INTERNATIONAL if abroad else PhoneNumberFormat.NATIONAL
        )
