"""Norwegian identity numbers. The libraries do not know the rule of 2032, so control digits are counted here."""

import re
from datetime import date

_FIRST = (3, 7, 6, 1, 8, 9, 4, 5, 2, 1)
_SECOND = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1)
_REMAINDERS = (0, 1, 2, 3)
"""Numbers given out from 2032 may leave these remainders at the first control digit; older ones leave 0."""

_D_NUMBER, _SYNTHETIC = 40, 80


def is_identity_number(number: str, *, synthetic: bool) -> bool:
    """Whether it is a sound fødselsnummer or d-number; those of invented people (month + 80) only if let in."""
    if not re.fullmatch("[0-9]{11}", number) or (not synthetic and int(number[2:4]) > _SYNTHETIC):
        return False
    digits = [int(digit) for digit in number]
    first = sum(map(int.__mul__, _FIRST, digits)) % 11
    second = sum(map(int.__mul__, _SECOND, digits)) % 11
    return first in _REMAINDERS and second == 0 and bool(_birth_dates(number))


def ages(number: str, today: date) -> tuple[int, ...]:
    """The ages that the number's owner may have. The number does not tell the century, so there may be two.

    None where the number is empty: somebody may have none with them.
    """
    return tuple(age(born, today) for born in _birth_dates(number) if born <= today)


def birth_dates(number: str, today: date) -> tuple[date, ...]:
    """When the number's owner may be born: no day where it is no number, two where the century is in doubt."""
    if not re.fullmatch("[0-9]{11}", number):
        return ()
    return tuple(born for born in _birth_dates(number) if born <= today)


def years_before(day: date, years: int) -> date:
    """The last birthday of those who are that old on the day."""
    try:
        return day.replace(year=day.year - years)
    except ValueError:  # a leap day, in a year that has none: who was born on 1 March is a day too young
        return day.replace(year=day.year - years, day=28)


def age(born: date, today: date) -> int:
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))


def birthday(born: date, years: int) -> date:
    """The day on which ``age`` first gives so many years."""
    try:
        return born.replace(year=born.year + years)
    except ValueError:  # 29 February
        return date(born.year + years, 3, 1)


def may_be_born(number: str, born: date) -> bool:
    """Whether that may be the birth date of the number's owner."""
    return born in _birth_dates(number)


def _birth_dates(number: str) -> list[date]:
    if not number.isdecimal():  # none, or what a member of staff is called at work
        return []
    day, month, year = (int(number[place : place + 2]) for place in (0, 2, 4))
    day -= _D_NUMBER if day > _D_NUMBER else 0
    month -= _SYNTHETIC if month > _SYNTHETIC else 0
    found = []
    for century in (1900, 2000):
        try:
            found.append(date(century + year, month, day))
        except ValueError:  # no such day in that century
            continue
    return found
