"""An e-mail address."""

from typing import Any, ClassVar

from email_validator import EmailNotValidError, validate_email
from wtforms.validators import StopValidation

from forms.fields.text import Text
from forms.language import N_


class Email(Text):
    """Checked by its form; whether somebody reads it is for the first message to show."""

    input_type: ClassVar[str] = "email"

    def __init__(self, label: str, **kwargs: Any) -> None:
        super().__init__(label, max_length=254, **kwargs)

    def clean(self, text: str) -> str:
        line = super().clean(text)
        try:
            return validate_email(line, check_deliverability=False).normalized
        except EmailNotValidError:
            return line

    def pre_validate(self, form: Any) -> None:
        super().pre_validate(form)
        try:
            validate_email(self.data, check_deliverability=False)
        except EmailNotValidError:
            raise StopValidation(
                self.say(N_("Skriv en e-postadresse, for eksempel navn@eksempel.no."))
            ) from None
