"""Phone numbers in a text become links, so that whoever needs help can press instead of remember."""

import re

from flask import Flask
from markupsafe import Markup, escape

NUMBER = re.compile(r"(?<![\d+])(?:113|116 ?117|\d{2} \d{2} \d{2} \d{2}|\d{3} \d{2} \d{3})(?!\d)")
"""Emergency, the out-of-hours doctor, and Norwegian numbers as they are written in groups."""


def init_app(app: Flask) -> None:
    app.jinja_env.filters["calls"] = calls


def calls(text: str) -> Markup:
    """The text, escaped, with a link for each phone number in it."""
    return Markup(NUMBER.sub(_link, str(escape(text))))  # noqa: S704 -- escaped first; the link adds digits alone


def _link(found: re.Match[str]) -> str:
    return f'<a class="ds-link call" href="tel:{found[0].replace(" ", "")}">{found[0]}</a>'
