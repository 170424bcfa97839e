"""Norwegian holidays, and the working day that a deadline moves to.

Ours, not a package's: the list is the law's own, and each day needs its name in three languages. The tests compare
the two for 2026 to 2040.
"""

from datetime import date, timedelta

from dateutil.easter import easter

from forms.language import N_

FIXED = {
    (1, 1): N_("første nyttårsdag"),
    (5, 1): N_("arbeidernes dag"),
    (5, 17): N_("grunnlovsdag"),
    (12, 25): N_("første juledag"),
    (12, 26): N_("andre juledag"),
}
"""By month and day: helligdagsfredloven § 2, and the Act of 26 April 1947 no. 1 § 1 for the two days in May."""

AFTER_EASTER = {
    -3: N_("skjærtorsdag"),
    -2: N_("langfredag"),
    0: N_("første påskedag"),
    1: N_("andre påskedag"),
    39: N_("Kristi himmelfartsdag"),
    49: N_("første pinsedag"),
    50: N_("andre pinsedag"),
}
"""By days after Easter Sunday: helligdagsfredloven § 2."""

WEEKEND = N_("helg")
_SATURDAY = 5


def holiday(day: date) -> str:
    """The holiday's name (a source text); empty on other days, ordinary Sundays among them."""
    easter_sunday: date = easter(day.year)
    return FIXED.get((day.month, day.day)) or AFTER_EASTER.get((day - easter_sunday).days, "")


def day_off(day: date) -> str:
    """Why no deadline ends on this day (a source text): a holiday or the weekend. Empty on working days."""
    return holiday(day) or (WEEKEND if day.weekday() >= _SATURDAY else "")


def working_day(day: date) -> date:
    """The day itself, or else the next working day (domstolloven § 149)."""
    while day_off(day):
        day += timedelta(days=1)
    return day
