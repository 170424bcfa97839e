"""Begins a journey: at once, or after the log-in that it had to wait for."""

from flask import request, session, url_for

from forms.journeys.registry import journey
from forms.situation import Situation
from forms.walk import Walk
from wizard.accounts import Visitor
from wizard.cases import beginning
from wizard.cases.begun_before import begun_before
from wizard.routes.here import language, municipality, tools

WAITING = "begin"


def begin_case(visitor: Visitor, slug: str) -> str:
    """A new draft; gives the address of its first step. Some municipalities ask something before all else."""
    here = Situation(municipality(), visitor.person, tools().today(), language())
    first = Walk(journey(slug), here).path[0]
    case_id = beginning.begin(tools(), visitor.account_id, municipality().id, slug)
    return url_for("apply.step", case_id=case_id, slug=first.slug)


def begin_wished(visitor: Visitor, slug: str) -> str:
    """As ``begin_case``; where there is a draft already, the form's own page, which offers to go on with it."""
    if begun_before(tools(), visitor.account_id, municipality().id, slug):
        return url_for("public.form", word=journey(slug).path)
    return begin_case(visitor, slug)


def note_wish() -> None:
    """Remember over the log-in what somebody wanted to begin: the journey's name, nothing of theirs."""
    keep_wish(request.form.get("journey", ""))


def keep_wish(slug: str) -> None:
    """What is no journey of this municipality changes nothing."""
    if slug in municipality().journeys:
        session[WAITING] = [municipality().id, slug]


def forget_wish() -> None:
    session.pop(WAITING, None)


def wish() -> str:
    """The journey that waits to be begun in this municipality; empty where none does."""
    place, slug = session.get(WAITING) or ("", "")
    return str(slug) if place == municipality().id and slug in municipality().journeys else ""
