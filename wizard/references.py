"""References in a text stay on one line, and are copied as they are."""

import re

from flask import Flask
from markupsafe import Markup, escape

REFERENCE = re.compile(r"\bV-[0-9A-Z]{4}-[0-9A-Z]{4}\b")
"""As ``wizard.cases.beginning`` draws them."""


def init_app(app: Flask) -> None:
    app.jinja_env.filters["whole"] = whole


def whole(text: str) -> Markup:
    """The text, escaped unless it is markup, with each reference kept in one piece by the style sheet."""
    found = REFERENCE.sub(lambda one: f'<span class="whole">{one[0]}</span>', str(escape(text)))
    return Markup(found)  # noqa: S704 -- escaped first; a reference is letters, digits and hyphens
