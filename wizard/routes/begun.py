"""Begins a journey: at once, or after the log-in that it had to wait for."""

import uuid

from flask import request, session, url_for

from forms.journeys.registry import journey
from wizard.cases import beginning
from wizard.routes.here import municipality, tools

WAITING = "begin"


def begin_case(account_id: uuid.UUID, slug: str) -> str:
    """A new draft; gives the address of its first step."""
    case_id = beginning.begin(tools(), account_id, municipality().id, slug)
    return url_for("apply.step", case_id=case_id, slug=journey(slug).steps[0].slug)


def note_wish() -> None:
    """Remember over the log-in what somebody wanted to begin: the journey's name, nothing of theirs."""
    slug = request.form.get("journey", "")
    if slug in municipality().journeys:
        session[WAITING] = [municipality().id, slug]


def forget_wish() -> None:
    session.pop(WAITING, None)


def wish() -> str:
    """The journey that waits to be begun in this municipality; empty where none does."""
    place, slug = session.get(WAITING) or ("", "")
    return str(slug) if place == municipality().id and slug in municipality().journeys else ""
