"""A deadline as a calendar file (iCalendar, RFC 5545) that a citizen may keep on a shared phone.

It says "Frist" and the municipality's name and nothing else. Everybody has deadlines with their municipality, for
a place in kindergarten or a garage, so neither title nor text tells that it is a complaint, or that it is about health.
"""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID, uuid5

from icalendar import Alarm, Calendar, Event

from forms.language import N_, Language

MEDIA_TYPE = "text/calendar; charset=utf-8"
FILE_NAME = "frist.ics"

_DEADLINES = UUID("7f1f6a5e-2f0b-4d0a-9a53-6a2a0f6f5d11")
_NINE_ON_THE_DAY = timedelta(hours=9)
_REMINDERS = (timedelta(days=7), timedelta(days=2))


def calendar_file(last_day: date, municipality: str, now: datetime, language: Language) -> bytes:
    """One event through the whole last day, with reminders a week and two days before, at nine in the morning."""
    calendar = Calendar()
    calendar.add("prodid", "-//Veiviser//Frist//NO")
    calendar.add("version", "2.0")
    calendar.add_component(_event(last_day, municipality, now, language))
    octets: bytes = calendar.to_ical()
    return octets


def _event(last_day: date, municipality: str, now: datetime, language: Language) -> Event:
    title = language.text(N_("Frist: %(municipality)s"), municipality=municipality)
    event = Event()
    event.add("uid", _uid(last_day, municipality))
    event.add("dtstamp", now.astimezone(UTC))
    event.add("dtstart", last_day)
    event.add("dtend", last_day + timedelta(days=1))
    event.add("summary", title)
    event.add("description", _text(language))
    event.add("class", "PRIVATE")
    event.add("transp", "TRANSPARENT")
    for before in _REMINDERS:
        event.add_component(_reminder(before, title))
    return event


def _uid(last_day: date, municipality: str) -> str:
    """Of day and municipality alone: fetched twice it is one event, and it leads to nobody."""
    return str(uuid5(_DEADLINES, f"{last_day.isoformat()} {municipality}"))


def _text(language: Language) -> str:
    return language.text(
        N_(
            "Dette er siste dag. Sender du digitalt, må det ha kommet fram før midnatt. Sender du i posten, må du"
            " levere det til posten senest denne dagen."
        )
    )


def _reminder(before: timedelta, title: str) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", title)
    alarm.add("trigger", _NINE_ON_THE_DAY - before)
    return alarm
