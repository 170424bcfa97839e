"""Fragments that htmx asks for while a step is filled in; each has its own address, none is a page."""

from flask import render_template
from flask.typing import ResponseReturnValue

from forms.language import N_
from wizard.access import guarded_by, writer
from wizard.cases import answering
from wizard.cases.errors import AlreadySentError, ConflictError, OutOfOrderError, TooLongError
from wizard.routes import typed as typing_in
from wizard.routes.blueprints import STEP, apply
from wizard.routes.here import case, language, reader, tools

CANNOT_BE_KEPT: dict[type[Exception], str] = {
    AlreadySentError: N_("Ikke lagret. Dette er allerede sendt. Kopier teksten hvis du vil ta vare på den."),
    OutOfOrderError: N_(
        "Ikke lagret. Et annet svar er endret, kanskje i en annen fane. Kopier teksten før du går videre."
    ),
}

TOO_LONG = N_("Ikke lagret. Teksten er for lang. Kort den ned.")
TOO_LARGE = 413


def not_kept(sentence: str, login: str = "") -> str:
    """The status line's fragment that says why nothing was kept, with the way to ``login`` where that helps."""
    return render_template("fragments/refused.html", text=language().text(sentence), login=login)


@apply.post(f"{STEP}/autolagring")
@guarded_by(writer)
def autosave(slug: str) -> ResponseReturnValue:
    """Keep what is typed; says when, or that the step was saved elsewhere meanwhile."""
    filled = typing_in.filled(slug)
    try:
        kept = answering.keep_typed(tools(), case(), reader(), filled)
    except (AlreadySentError, OutOfOrderError) as error:
        return not_kept(CANNOT_BE_KEPT[type(error)]), 409
    except TooLongError:
        return not_kept(TOO_LONG), TOO_LARGE
    except ConflictError:
        return render_template("fragments/conflict.html", slug=slug, case_id=case().id), 409
    clock = kept.saved_at and language().clock(kept.saved_at)
    return render_template("fragments/saved.html", saved_at=clock, version=kept.version)
