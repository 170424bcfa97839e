"""Phone numbers and addresses in a text become links, so that whoever needs help can press instead of remember."""

import re

from flask import Flask
from markupsafe import Markup, escape

from forms.guide.doors import addresses

NUMBER = re.compile(r"(?<![\d+])(?:113|116 ?117|\d{2} \d{2} \d{2} \d{2}|\d{3} \d{2} \d{3})(?!\d)")
"""Emergency, the out-of-hours doctor, and Norwegian numbers as they are written in groups."""


ADDRESSES = addresses()
SITE = re.compile(rf"(?<![\w.@/-])(?:{'|'.join(map(re.escape, ADDRESSES))})(?![\w/-]|\.\w)")
"""The sites of the guide's doors, as they are written in a text."""


def init_app(app: Flask) -> None:
    app.jinja_env.filters["calls"] = calls


def calls(text: str) -> Markup:
    """The text, escaped, with a link for each phone number in it, and for the sites of the guide's doors."""
    linked = SITE.sub(_leads_out, NUMBER.sub(_link, str(escape(text))))
    return Markup(linked)  # noqa: S704 -- escaped first; the links add digits and the doors' own addresses alone


def _link(found: re.Match[str]) -> str:
    return f'<a class="ds-link call" href="tel:{found[0].replace(" ", "")}">{found[0]}</a>'


def _leads_out(found: re.Match[str]) -> str:
    return f'<a class="ds-link" href="{ADDRESSES[found[0]]}" rel="noreferrer">{found[0]}</a>'
