"""The search. What somebody looks for may tell of them, so it is posted, and stands in no address and no log."""

from flask import render_template, request
from flask.typing import ResponseReturnValue

from forms.guide.folding import LONGEST
from forms.guide.offer import groups
from forms.guide.search import search as find
from forms.guide.way import title
from wizard.access import anyone, guarded_by
from wizard.routes.blueprints import SEARCH, public
from wizard.routes.here import language, municipality


@public.get(SEARCH, strict_slashes=False)
@guarded_by(anyone)
def search() -> str:
    return _page("")


@public.post(SEARCH)
@guarded_by(anyone)
def found() -> str:
    return _page(_asked())


def _asked() -> str:
    return request.form.get("asked", "").strip()[:LONGEST]


def _page(asked: str) -> str:
    here = municipality()
    return render_template(
        "search.html",
        asked=asked,
        found=find(asked, here),
        groups=groups(here),
        called=lambda end: title(end, here, language()),
    )


def searched_again() -> ResponseReturnValue | None:
    """The search from a page that is too old, done all the same: it changes nothing. None for anything else."""
    return (_page(_asked()), 400) if request.endpoint == "public.found" else None
