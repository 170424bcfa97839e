"""Where whoever finds a hole tells of it (RFC 9116)."""

from datetime import timedelta

from flask import Response
from werkzeug.exceptions import NotFound

from wizard.access import anyone, guarded_by
from wizard.routes.blueprints import public
from wizard.routes.here import tools

HOLDS = timedelta(days=90)
"""How long whoever has read it may go by it; RFC 9116 asks for less than a year."""


@public.get("/.well-known/security.txt")
@guarded_by(anyone)
def security_txt() -> Response:
    """Not there where the municipality has told no address: nobody is sent to where nobody reads."""
    contact = tools().settings.security_contact
    if not contact:
        raise NotFound
    until = (tools().clock() + HOLDS).replace(hour=0, minute=0, second=0, microsecond=0)
    lines = [
        f"Contact: {contact}",
        f"Expires: {until:%Y-%m-%dT%H:%M:%SZ}",
        "Preferred-Languages: nb, nn, en",
        "",
    ]
    return Response("\n".join(lines), content_type="text/plain; charset=utf-8")
