"""A journey's own page, at an address that others can link to: what it is, for whom, and the way in."""

from dataclasses import dataclass
from uuid import UUID

from flask import render_template
from flask.typing import ResponseReturnValue

from forms.guide.offer import by_word
from forms.guide.page import page
from wizard.access import anyone, guarded_by
from wizard.cases.begun_before import begun_before
from wizard.routes.blueprints import FORM, public
from wizard.routes.here import language, municipality, tools, who
from wizard.routes.not_offered import not_offered


@public.get(FORM, strict_slashes=False)
@guarded_by(anyone)
def form(word: str) -> ResponseReturnValue:
    found = by_word(municipality(), word)
    if found is None:
        return not_offered(word)
    shown = page(found, municipality(), language(), tools().today())
    return render_template("form.html", journey=found.journey, page=shown, begun=_begun(found.journey.slug))


@dataclass(frozen=True)
class Begun:
    """The draft to go on with: when it was changed last, and whether there are more of them."""

    id: UUID
    changed: str
    several: bool


def _begun(slug: str) -> Begun | None:
    visitor = who()
    if visitor is None or visitor.staff:
        return None
    found = begun_before(tools(), visitor.account_id, municipality().id, slug)
    return Begun(found.id, language().moment(found.changed_at), found.number > 1) if found else None
