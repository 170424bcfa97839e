"""What kind of thing was sent, as far as it decides what happens next."""

from typing import Literal

Sort = Literal[
    "application",
    "services",
    "notification",
    "appeal",
    "service_complaint",
    "declaration",
    "revocation",
    "message",
]
"""``services`` is an application for services that are decided by an individual decision; ``declaration`` gives an
authorization or a consent, and ``revocation`` takes it back; ``message`` belongs to a case that was sent before."""

APPLICATIONS: tuple[Sort, ...] = ("application", "services")
