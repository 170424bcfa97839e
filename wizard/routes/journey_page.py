"""A journey's own page, at an address that others can link to: what it is, for whom, and the way in."""

from flask import render_template
from flask.typing import ResponseReturnValue

from forms.guide.instead import instead
from forms.guide.offer import by_word, groups, slugs_of
from forms.guide.page import page
from forms.guide.way import title
from wizard.access import anyone, guarded_by
from wizard.routes.blueprints import FORM, public
from wizard.routes.here import language, municipality, tools


@public.get(FORM, strict_slashes=False)
@guarded_by(anyone)
def form(word: str) -> ResponseReturnValue:
    found = by_word(municipality(), word)
    if found is None:
        return _not_offered(word), 404
    shown = page(found, municipality(), language(), tools().today())
    return render_template("form.html", journey=found.journey, page=shown)


def _not_offered(word: str) -> str:
    """What there is, and first what takes the place of a form that other municipalities have."""
    here = municipality()
    return render_template(
        "not_offered.html",
        groups=groups(here),
        instead=instead(here, slugs_of(word)),
        called=lambda end: title(end, here, language()),
    )
