"""Forms to print and fill in by hand: for anybody, without a log-in."""

from flask import current_app, render_template
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import NotFound

from forms.blank import blank as printed
from forms.guide.offer import by_word
from wizard.access import anyone, guarded_by
from wizard.blanks import Blanks, BlankUnavailableError
from wizard.routes.blueprints import public
from wizard.routes.documents import TYPES
from wizard.routes.handed_out import as_download
from wizard.routes.here import language, municipality
from wizard.routes.not_offered import not_offered

COME_AGAIN = "60"
"""Seconds."""


@public.get("/<municipality>/skjema/<word>/blankett.<format>")
@guarded_by(anyone)
def blank(word: str, format: str) -> ResponseReturnValue:  # noqa: A002 -- the address names it
    if format not in TYPES:
        raise NotFound
    found = by_word(municipality(), word)
    if found is None:
        return not_offered(word)
    wanted = found.journey
    request = printed(wanted, municipality(), language())
    blanks: Blanks = current_app.extensions["blanks"]
    try:
        content = blanks.file(request, (municipality().id, wanted.slug), TYPES[format])
    except BlankUnavailableError:
        page = render_template("blank_unavailable.html", journey=wanted, format=format)
        return page, 503, {"Retry-After": COME_AGAIN}
    name = f"{request.blank.reference}.{format}"
    return as_download(content, TYPES[format], name)
