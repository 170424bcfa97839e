"""A journey's own page, at an address that others can link to: what it is, for whom, and the way in."""

from flask import render_template
from flask.typing import ResponseReturnValue

from forms.guide.offer import by_word, groups
from forms.guide.page import page
from wizard.access import anyone, guarded_by
from wizard.routes.blueprints import FORM, public
from wizard.routes.here import language, municipality, tools


@public.get(FORM)
@guarded_by(anyone)
def form(word: str) -> ResponseReturnValue:
    found = by_word(municipality(), word)
    if found is None:
        return render_template("not_offered.html", groups=groups(municipality())), 404
    shown = page(found, municipality(), language(), tools().today())
    return render_template("form.html", journey=found.journey, page=shown)
