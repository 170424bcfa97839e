"""Whether a complaint on paper came in time: what was posted in time is in time (forvaltningsloven § 30)."""

from collections.abc import Iterator
from datetime import date, datetime, time

from forms.journey import Note
from forms.journeys.appeal import circumstances as are
from forms.language import N_, OSLO
from forms.law.deadline import Deadline
from forms.law.timeliness import Timeliness, timeliness
from forms.marks import LATE, MAYBE_LATE, ONE_YEAR, ONE_YEAR_AT_LATEST, OVER_A_YEAR, from_day
from forms.paper_intake.days import BY_HAND, arrived_on, handed_over_on
from forms.situation import Situation

POSTED = N_("Ja. Poststempelet er fra %(date)s, og en klage på papir må være sendt innen siste dag.")
HANDED_IN = N_("Ja. Klagen ble levert %(date)s.")
CAME_BEFORE = N_("Ja. Klagen kom til kommunen %(date)s.")
NOT_KNOWN = N_(
    "Klagen kom %(date)s, etter siste dag. Ingen vet når den ble sendt, for stempelet er ikke til å lese."
)
LATE_DAY = N_("Sendt eller levert %(date)s, dagen etter siste dag.")
LATE_DAYS = N_("Sendt eller levert %(date)s, %(days)s dager etter siste dag.")
EARLIEST = N_("Sendt eller levert %(date)s, etter den tidligste siste dagen. Fristen kan ha vært lengre.")
DECIDES = N_("De som svarte, og etter dem Statsforvalteren, avgjør om klagen blir behandlet.")


def received(situation: Situation, _at: datetime) -> Iterator[Note]:
    """For the office's eyes; nobody is refused by it. When it was registered does not count."""
    found, arrived = are.deadline(situation), arrived_on(situation)
    if found is None or arrived is None:
        return
    timed = _timed(situation, found.count.last_day) if found.count else None
    if timed and found.count:
        yield from _told(situation, found, found.count.last_day, timed)
    if found.outer_limit and not (timed and timed.in_time):
        over = (handed_over_on(situation) or arrived) > found.outer_limit
        coming = ONE_YEAR if are.decided_on(situation) else ONE_YEAR_AT_LATEST
        yield Note("", "", from_day(OVER_A_YEAR if over else coming, found.outer_limit))


def _timed(situation: Situation, last: date) -> Timeliness | None:
    arrived = arrived_on(situation)
    if arrived is None:
        return None
    at = datetime.combine(arrived, time(), OSLO)
    return timeliness("paper", last, arrived=at, handed_over=handed_over_on(situation))


def _told(situation: Situation, found: Deadline, last: date, timed: Timeliness) -> Iterator[Note]:
    text, language = situation.language.text, situation.language
    label = N_("Siste dag for å klage, tidligst") if found.earliest else N_("Siste dag for å klage")
    yield Note(text(label), language.day(last))
    if timed.in_time:
        yield Note(text(N_("Kom i tide")), _in_time(situation))
        return
    counts = handed_over_on(situation)
    said = NOT_KNOWN if counts is None else _late(found, (counts - last).days)
    day = language.date(counts or arrived_on(situation) or last)
    mark = LATE if timed.in_time is False and not found.earliest else MAYBE_LATE
    days = (counts - last).days if counts else 0
    yield Note(text(N_("Kom fram")), text(said, date=day, days=days), mark)
    yield Note(text(N_("Om fristen")), text(DECIDES))


def _late(found: Deadline, days: int) -> str:
    """How late it was is told only where the end is certain."""
    if found.earliest:
        return EARLIEST
    return LATE_DAY if days == 1 else LATE_DAYS


def _in_time(situation: Situation) -> str:
    language, counts = situation.language, handed_over_on(situation)
    arrived = arrived_on(situation)
    if situation.answer("days", "came_by") == BY_HAND and counts:
        return language.text(HANDED_IN, date=language.date(counts))
    if counts:
        return language.text(POSTED, date=language.date(counts))
    return language.text(CAME_BEFORE, date=language.date(arrived)) if arrived else ""


def afterwards(situation: Situation) -> Iterator[str]:
    """What its writer reads of it on the case's page."""
    text, found = situation.language.text, are.deadline(situation)
    if found is None or found.count is None:
        return
    timed, date = _timed(situation, found.count.last_day), situation.language.date(found.count.last_day)
    if timed and timed.in_time:
        yield text(N_("Du klaget i tide. Siste dag er %(date)s."), date=date)
    elif timed and timed.in_time is False and not found.earliest:
        late = N_(
            "Klagen ble sendt etter siste dag, %(date)s. De som svarte deg, avgjør om den blir behandlet."
        )
        yield text(late, date=date)
    else:
        maybe = N_("Klagen kan ha kommet etter siste dag. De som svarte deg, avgjør om den blir behandlet.")
        yield text(maybe)
