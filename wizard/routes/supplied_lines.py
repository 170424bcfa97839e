"""What a case lacks that the office can say has come, who said so of what has, and what was taken away: as text."""

from datetime import date

from forms.language import N_
from forms.marks import NO_AUTHORIZATION, lacks_paper
from forms.paper_intake.last_day import HOW
from forms.ties import WITHDRAWN
from wizard.cases.acting import at_an_office, name_of
from wizard.cases.following import Sent
from wizard.cases.paper_read import GIVES_POWER
from wizard.cases.standing import AUTHORIZATION_GOOD, LAST_DAY_READ, NUMBER_WRONG, Happened
from wizard.cases.supplying import unread
from wizard.routes.here import language, reader, tools

GOOD, OTHER_GOOD = N_("Fullmakten er i orden"), N_("Papiret som manglet, er i orden")
SAID = {
    AUTHORIZATION_GOOD: N_("%(name)s så at papiret som manglet, er i orden, %(when)s."),
    LAST_DAY_READ: N_("%(name)s skrev inn siste dag for deling, %(date)s, %(when)s. %(how)s."),
}
GONE = N_("%(name)s tok bort et fødselsnummer som var feil, %(when)s.")
GONE_BY_LOG_IN = N_("Et fødselsnummer ble tatt bort da noen logget inn med et annet navn, %(when)s.")
"""Whoever logged in has no part in the case: who it was is nobody's to read."""
UNREAD_LEFT = N_(
    "Dette er ikke lest av: %(what)s. Be om et nytt samtykke, eller registrer papiret på nytt når dere kan lese det."
)
UNREAD_POWER = N_(
    "Dette er ikke lest av: %(what)s. Be om en ny fullmakt, eller registrer papiret på nytt når dere kan lese det."
)


def authorization_button(found: Sent) -> str:
    """What the button says; empty where no such paper is missing, or the case is taken back."""
    lacks = lacks_paper(found.marks)
    if not lacks or any(event.kind == WITHDRAWN for event in found.events):
        return ""
    said = GOOD if lacks == NO_AUTHORIZATION else OTHER_GOOD
    return language().text(said)


def unread_line(found: Sent) -> str:
    """What on a paper cannot be written in afterwards, and what to do then; empty where all was read."""
    parts = unread(tools(), found.case, reader())
    text = language().text
    if any(event.kind == WITHDRAWN for event in found.events):
        return ""
    left = UNREAD_POWER if found.case.journey == GIVES_POWER else UNREAD_LEFT
    return text(left, what=", ".join(text(one) for one in parts)) if parts else ""


def said_lines(found: Sent) -> list[str]:
    """Who of the office said it, when, and how they knew; and what was taken away again."""
    told = [_gone(event) if event.kind == NUMBER_WRONG else _said(event) for event in found.events]
    return [one for one in told if one]


def _gone(event: Happened) -> str:
    text, when, by = language().text, language().moment(event.at), event.actor_id
    if by is None or not at_an_office(tools(), by):
        return text(GONE_BY_LOG_IN, when=when)
    return text(GONE, name=name_of(tools(), by), when=when)


def _said(event: Happened) -> str:
    if event.kind not in SAID or event.actor_id is None:
        return ""
    text, when = language().text, language().moment(event.at)
    day, _, how = event.detail.partition(" ")
    told = {"date": language().date(date.fromisoformat(day)), "how": text(dict(HOW)[how])} if day else {}
    return text(SAID[event.kind], name=name_of(tools(), event.actor_id), when=when, **told)
