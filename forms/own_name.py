"""What somebody may say that they are called, where no provider tells it, and what is the same name mended.

Others read the name beside what was signed, asked or seen, and what was said for somebody is shown by it: it may have
nothing in it that offices are usually called, and a name that was told once may only be mended.
"""

import re
import unicodedata
from collections.abc import Iterable

from forms.names import parts
from forms.office_words import is_of_an_office

MOST_PARTS = 6
MORE_PARTS = 2
"""So many names may be added to those that were told first: one in the middle that was left out, and another."""
LONG = 5
"""Letters of a name in which two may be wrong, and not one alone."""
LETTER = "[A-Za-zÀ-ÖØ-öø-ƿǄ-ɏḀ-ỿ]"
"""Of the Latin alphabet, with what Norwegian, Sami and others add: one that only looks alike is none."""
NAME = re.compile(rf"{LETTER}+(?:[-'’.]{LETTER}+)*\.?")


def is_a_name(name: str, offices: Iterable[str] = ()) -> bool:
    """Whether it is written as names are, and like none of these ``offices`` or what others are usually called."""
    written = unicodedata.normalize("NFC", name).split()
    return (
        0 < len(written) <= MOST_PARTS
        and all(NAME.fullmatch(one) for one in written)
        and not is_of_an_office(name, offices)
    )


def mends(told: str, name: str) -> bool:
    """Whether ``name`` is what was ``told`` first with slips of the pen mended, or with names left out or added.

    Each part of the shorter one is there in the longer one, but for a letter or two, and in the same order. One of
    several is the same in both: whoever mistyped given and family name alike is unknown by either. The first and the
    last that were told stay: of what stands between them alone may be left out.
    """
    first, now = parts(told), parts(name)
    if not first or not now or len(now) > len(first) + MORE_PARTS:
        return False
    if "".join(first) == "".join(now):
        return True
    shorter, longer = sorted((first, now), key=len)
    given_up = len(now) < len(first) and not (_alike(first[0], now[0]) and _alike(first[-1], now[-1]))
    one_given_up = len(shorter) == 1 < len(first)
    return not (given_up or one_given_up) and _kept(first, now) and _within(shorter, longer)


def _kept(first: list[str], now: list[str]) -> bool:
    return len(first) == 1 or not {*first}.isdisjoint(now)


def _within(shorter: list[str], longer: list[str]) -> bool:
    rest = iter(longer)
    return all(any(_alike(one, other) for other in rest) for one in shorter)


def _alike(one: str, other: str) -> bool:
    """An initial stands for the name that it begins."""
    if 1 in {len(one), len(other)}:
        return one[0] == other[0]
    wrong = 2 if min(len(one), len(other)) >= LONG else 1
    return _slips(one, other) <= wrong


def _slips(one: str, other: str) -> int:
    """How many letters are missing, too many, others, or in the place of the one beside them."""
    before, row = list[int](), list(range(len(other) + 1))
    for at, letter in enumerate(one, 1):
        older, before, row = before, row, [at]
        for place, wanted in enumerate(other, 1):
            same = before[place - 1] + (letter != wanted)
            row.append(min(before[place] + 1, row[place - 1] + 1, same))
            swapped = at > 1 < place and letter == other[place - 2] and one[at - 2] == wanted
            if swapped:
                row[place] = min(row[place], older[place - 2] + 1)
    return row[-1]
