"""The calendar file: what RFC 5545 asks for, and nothing that betrays what it is about."""

import re
from datetime import UTC, date, datetime, timedelta

import pytest
from icalendar import Calendar

from forms.language import Code
from forms.law.calendar_file import FILE_NAME, calendar_file
from tests.unit.forms.law.languages import CODES, language

LAST = date(2026, 12, 1)
NOW = datetime(2026, 11, 22, 12, 3, tzinfo=UTC)
LARVIK = "Larvik kommune"
LONG = "Færøysundet, Åøæ og Ærlighetsøya; kommune med et svært langt navn på over syttifem tegn"
BETRAYS = (
    r"klage|klaga|appeal|complain|helse|health|omsorg|care|plan|koordinator|vedtak|svar|answer|veiviser\."
)


def made(code: Code = "nb", municipality: str = LARVIK, last_day: date = LAST, now: datetime = NOW) -> bytes:
    return calendar_file(last_day, municipality, now, language(code))


@pytest.mark.parametrize("municipality", [LARVIK, LONG])
@pytest.mark.parametrize("code", CODES)
def test_lines_end_and_fold_as_the_standard_says(code: Code, municipality: str) -> None:
    octets = made(code, municipality)
    lines = octets.split(b"\r\n")
    assert b"\n" not in octets.replace(b"\r\n", b"")
    assert lines[-1] == b""
    assert max(map(len, lines)) <= 75
    assert any(line.startswith(b" ") for line in lines)
    assert all(line.decode() for line in lines[:-1])


@pytest.mark.parametrize(
    ("code", "title"),
    [("nb", f"Frist: {LONG}"), ("nn", f"Frist: {LONG}"), ("en", f"Deadline: {LONG}")],
)
def test_it_reads_back_as_one_event_through_the_whole_day(code: Code, title: str) -> None:
    calendar = Calendar.from_ical(made(code, LONG))
    (event,) = calendar.events
    assert (event.start, event.end) == (LAST, LAST + timedelta(days=1))
    assert str(event["summary"]) == title
    assert event.DTSTAMP == NOW
    assert (str(calendar["version"]), str(event["class"]), str(event["transp"])) == (
        "2.0",
        "PRIVATE",
        "TRANSPARENT",
    )


def test_it_reminds_a_week_and_two_days_before_at_nine() -> None:
    (event,) = Calendar.from_ical(made()).events
    reminders = [str(reminder.trigger) for reminder in event.alarms.times]
    assert reminders == ["2026-11-24 09:00:00", "2026-11-29 09:00:00"]
    assert [str(alarm["description"]) for alarm in event.walk("VALARM")] == ["Frist: Larvik kommune"] * 2


@pytest.mark.parametrize("code", CODES)
def test_nothing_in_it_tells_that_it_is_a_complaint_or_about_health(code: Code) -> None:
    unfolded = made(code).replace(b"\r\n ", b"").decode()
    assert "before midnight" in unfolded or "før midnatt" in unfolded
    assert not re.search(BETRAYS, unfolded, re.IGNORECASE)
    assert FILE_NAME == "frist.ics"


def test_fetched_again_it_is_the_same_event() -> None:
    def uid(octets: bytes) -> str:
        (event,) = Calendar.from_ical(octets).events
        return str(event["uid"])

    later = NOW + timedelta(days=1)
    assert uid(made()) == uid(made("en", now=later))
    assert len({uid(made()), uid(made(last_day=LAST + timedelta(days=1))), uid(made(municipality=LONG))}) == 3


def test_the_same_moment_gives_the_same_octets() -> None:
    assert made() == made()
