"""A step that could not be saved for a reason outside it is shown again, with everything that was typed."""

from flask import g, request
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import RequestEntityTooLarge

from forms.fields.files import LARGEST, Files
from forms.language import N_
from forms.question import Fault
from forms.stepform import StepForm
from wizard.cases.errors import AlreadySentError, OutOfOrderError
from wizard.routes import counter_signing, sending
from wizard.routes import typed as typing_in
from wizard.routes.here import language
from wizard.routes.left_path import already_sent_page, left_path_page
from wizard.routes.past_files import read_past_files, too_large_for_files
from wizard.routes.step_page import step_page
from wizard.routes.steps import draft

BAD, TOO_LARGE, TOO_OFTEN = 400, 413, 429
NOTICES = {
    BAD: N_(
        "Siden var for gammel til at vi kunne lagre. Teksten din står her ennå. Trykk «Lagre og fortsett» en gang til."
    ),
    TOO_LARGE: N_(
        "Dette var for mye tekst til at vi kunne lagre. Teksten din står her ennå. Kort den ned, og lagre på nytt."
    ),
    TOO_OFTEN: N_(
        "Du lagret mange ganger på kort tid. Teksten din står her ennå. Vent et minutt, og trykk «Lagre og fortsett»."
    ),
    503: N_(
        "Vi fikk ikke lagret akkurat nå. Teksten din står her ennå. Vent litt, og trykk «Lagre og fortsett»."
    ),
}
WRONG = N_("Noe ble feil da du sendte. Teksten din står her ennå. Trykk «Lagre og fortsett» en gang til.")
LOGGED_IN_AGAIN = N_(
    "Du er logget inn igjen. Teksten din står her ennå. Trykk «Lagre og fortsett» for å lagre den."
)
FILES_TOO_LARGE = N_("Filene er for store. Hver fil kan være på opptil %(limit)s. Last opp færre om gangen.")
TOO_OLD_TO_SEND = N_(
    "Siden var for gammel til at vi kunne sende. Det du valgte, står her ennå. Les gjennom, og send en gang til."
)


def _own_step() -> str | None:
    slug: str | None = (request.view_args or {}).get("slug")
    return None if request.method != "POST" or g.get("case") is None else slug


def sent_meanwhile() -> tuple[str, int] | None:
    """What was typed into a step of a case that is in; None where nothing was."""
    slug = _own_step()
    page = slug and already_sent_page(slug, typing_in.typed())
    return (page, 409) if page else None


def typed_again(code: int = BAD, notice: str = "") -> tuple[str, int] | None:
    """The step's page with what was typed; None where the request was not about the visitor's own step.

    ``notice`` is said instead of the code's own sentence. A page that does not tell its version is of none: what was
    saved since cannot be told, and must not be overwritten unseen.
    """
    slug = _own_step()
    if slug is None:
        return None
    too_large = code == TOO_LARGE and too_large_for_files()
    came_by = [one.by for one in read_past_files()] if too_large else []
    try:
        typed = typing_in.typed()
        found = draft()
        step = found.visit(slug)
    except RequestEntityTooLarge:
        return None
    except AlreadySentError:
        return sent_meanwhile()
    except OutOfOrderError:
        page = left_path_page(found, slug, typed)
        return (page, 409) if page else None
    form = found.walk.form(step, typed)
    if code == BAD and typing_in.control("_again"):
        notice = LOGGED_IN_AGAIN
    said = _explain(form, notice or NOTICES[code], came_by, too_large=code == TOO_LARGE)
    version = typing_in.number(typing_in.control("version")) or 0
    return step_page(found, step, form, version=version, notice=said), code


def _explain(form: StepForm, notice: str, came_by: list[str], *, too_large: bool) -> str:
    """Say at its own question what is too large; gives what the page says at its top."""
    if not came_by:
        if too_large:
            form.validate()  # the field that is too long says so itself
        return language().text(notice)
    why = language().text(FILES_TOO_LARGE, limit=language().size(LARGEST))
    for question in form:
        if isinstance(question, Files) and question.name in came_by:
            form.refuse(Fault(question.name, why))
    return "" if form.faults() else why


def chosen_again() -> ResponseReturnValue | None:
    """The page that signs and sends with what was ticked and chosen; None where the request was not from there."""
    notice = language().text(TOO_OLD_TO_SEND)
    return sending.chosen_again(notice) or counter_signing.chosen_again(notice)
