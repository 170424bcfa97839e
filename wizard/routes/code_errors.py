"""Why a code that was typed at the counter opened nothing, in plain words, with a way on."""

from forms.language import N_
from wizard.cases.codes import EXPIRED, REVOKED, USED
from wizard.cases.errors import CodeOverError, TooManyTriesError, WrongCodeError

WRONG = N_("Vi finner ikke koden. Se om alle tegnene er riktige, eller be om en ny.")
TOO_MANY = N_("Du har prøvd for mange ganger. Vent ett minutt, og prøv igjen.")
OVER = {
    USED: N_("Koden er brukt. Be om en ny hvis du trenger det."),
    REVOKED: N_("Koden gjelder ikke lenger. Be om en ny."),
    EXPIRED: N_("Koden er for gammel. Be om en ny."),
}
REFUSALS = (WrongCodeError, CodeOverError, TooManyTriesError)


def refusal(error: Exception) -> tuple[str, int]:
    """The source text, and the status of the page that says it."""
    if isinstance(error, TooManyTriesError):
        return TOO_MANY, 429
    if isinstance(error, CodeOverError):
        return OVER[error.why], 422
    return WRONG, 422
