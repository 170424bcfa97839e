"""A journey's own page, at an address that others can link to: what it is, for whom, and the way in."""

from flask import render_template
from flask.typing import ResponseReturnValue

from forms.guide.offer import by_word
from forms.guide.page import page
from wizard.access import anyone, guarded_by
from wizard.routes.blueprints import FORM, public
from wizard.routes.here import language, municipality, tools
from wizard.routes.not_offered import not_offered


@public.get(FORM, strict_slashes=False)
@guarded_by(anyone)
def form(word: str) -> ResponseReturnValue:
    found = by_word(municipality(), word)
    if found is None:
        return not_offered(word)
    shown = page(found, municipality(), language(), tools().today())
    return render_template("form.html", journey=found.journey, page=shown)
