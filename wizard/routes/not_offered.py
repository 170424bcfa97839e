"""What somebody sees who follows a link to a form that this municipality does not offer, on the screen or on paper."""

from flask import render_template
from flask.typing import ResponseReturnValue

from forms.guide.instead import instead
from forms.guide.offer import groups, slugs_of
from forms.guide.way import title
from wizard.routes.here import language, municipality


def not_offered(word: str) -> ResponseReturnValue:
    """First what takes the place of a form that other municipalities have, then all that there is."""
    here = municipality()
    page = render_template(
        "not_offered.html",
        groups=groups(here),
        instead=instead(here, slugs_of(word)),
        called=lambda end: title(end, here, language()),
    )
    return page, 404
