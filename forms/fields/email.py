"""An e-mail address."""

from typing import Any, ClassVar

from email_validator import EmailNotValidError, ValidatedEmail, validate_email
from wtforms.validators import StopValidation

from forms.fields.text import Text
from forms.language import N_

ENCODED = "=?"
"""With this an encoded word begins (RFC 2047): who writes a mail's heads reads there another address than was typed."""


def read(address: str) -> ValidatedEmail:
    """The address in its parts, as every reader of it has them; ``EmailNotValidError`` where it is none."""
    if ENCODED in address:
        raise EmailNotValidError
    return validate_email(address, check_deliverability=False)


class Email(Text):
    """Checked by its form; whether somebody reads it is for the first message to show."""

    input_type: ClassVar[str] = "email"

    def __init__(self, label: str, **kwargs: Any) -> None:
        super().__init__(label, max_length=254, **kwargs)

    def clean(self, text: str) -> str:
        line = super().clean(text)
        try:
            return read(line).normalized
        except EmailNotValidError:
            return line

    def pre_validate(self, form: Any) -> None:
        super().pre_validate(form)
        try:
            read(self.data)
        except EmailNotValidError:
            raise StopValidation(
                self.say(N_("Skriv en e-postadresse, for eksempel navn@eksempel.no."))
            ) from None
