"""Our holidays against those of a package, and against Easter by another formula."""

from datetime import date, timedelta

import pytest
from holidays.countries.norway import Norway

from forms.law.holidays import AFTER_EASTER, day_off, holiday, working_day

YEARS = range(2026, 2041)


def days_of(year: int) -> list[date]:
    first = date(year, 1, 1)
    return [first + timedelta(days=n) for n in range((date(year + 1, 1, 1) - first).days)]


def easter_by_butcher(year: int) -> date:
    """The Gregorian computus of Meeus, Jones and Butcher: the package and we both ask dateutil."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    longest = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * longest) // 451
    month, day = divmod(h + longest - 7 * m + 114, 31)
    return date(year, month, day + 1)


@pytest.mark.parametrize("year", YEARS)
def test_holidays_are_those_of_the_package(year: int) -> None:
    assert {day for day in days_of(year) if holiday(day)} == set(Norway(years=year))


@pytest.mark.parametrize("year", YEARS)
def test_they_have_the_packages_names(year: int) -> None:
    """It begins every name with a capital letter, and writes both where two meet, of which we name one."""
    names = Norway(years=year, language="no")
    assert all(holiday(day).casefold() in name.casefold() for day, name in names.items())


@pytest.mark.parametrize("year", YEARS)
def test_days_off_are_holidays_and_weekends(year: int) -> None:
    """To the package a Sunday is a holiday when asked, a Saturday never: the law tells Saturdays apart as well."""
    theirs = Norway(years=year, include_sundays=True)
    ours = {day for day in days_of(year) if day_off(day)}
    assert ours - set(theirs) == {day for day in days_of(year) if day.weekday() == 5 and day not in theirs}
    assert set(theirs) <= ours


@pytest.mark.parametrize("year", range(1900, 2101))
def test_easter_is_where_another_formula_puts_it(year: int) -> None:
    sunday = easter_by_butcher(year)
    for days, name in AFTER_EASTER.items():
        assert holiday(sunday + timedelta(days=days)) in {name, "arbeidernes dag", "grunnlovsdag"}


@pytest.mark.parametrize(
    ("year", "month", "day"),
    [(2025, 4, 20), (2026, 4, 5), (2027, 3, 28), (2028, 4, 16), (2029, 4, 1), (2030, 4, 21)],
)
def test_easter_sunday_falls_on(year: int, month: int, day: int) -> None:
    assert holiday(date(year, month, day)) == "første påskedag"


@pytest.mark.parametrize("day", [date(2026, 12, 24), date(2026, 12, 31), date(2027, 3, 24)])
def test_christmas_eve_new_years_eve_and_the_wednesday_before_easter_are_working_days(day: date) -> None:
    assert day_off(day) == ""
    assert working_day(day) == day


def test_two_holidays_on_one_day_give_one_name() -> None:
    assert holiday(date(2027, 5, 17)) == "grunnlovsdag"
    assert working_day(date(2027, 5, 15)) == date(2027, 5, 18)
