"""The glyphs of a finished PDF, taken away text by text: what is left of them, or of a text, is what is wrong.

Line feeds, tabs and characters without a glyph (such as joiners) are not compared: they are no part of a line.
Nor is the order of letters inside a text that runs from right to left: a PDF has them as they stand on the line.
"""

import re
import unicodedata
from bisect import bisect_left
from collections import Counter
from functools import lru_cache
from itertools import accumulate

BLANK = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\ufe00-\ufe0f\uffa0\U000e0000-\U000e0fff]"
)
"""What Unicode itself leaves undrawn, beside the format characters: fillers, joiners, variation selectors."""
FROM_RIGHT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
DRAWN_FORMAT = frozenset("\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2")
"""Signs of Arabic and Syriac that enclose the digits after them: format characters by name, but drawn."""

FEW = 16
"""Glyphs that are counted one by one."""
FOLLOWED = 4
"""A run of one cluster ends where it seems to, or one cluster before: the next may begin with the same letters."""


class Glyphs:
    """The characters that each glyph stands for, in the order of the page."""

    def __init__(self, read: list[str]) -> None:
        seen = {glyph: _seen(glyph) for glyph in set(read)}  # some thousands, of perhaps a million
        self._left = [glyph for glyph in map(seen.__getitem__, read) if glyph]
        self._said = "".join(self._left)
        self._ends = [0, *accumulate(map(len, self._left))]
        letters = {glyph: len(_letters(glyph)) for glyph in set(self._left)}
        self._counted = [0, *accumulate(map(letters.__getitem__, self._left))]
        self._taken = 0
        self._drawn: set[str] = set()
        self._rest = frozenset[str]()
        """The letters of the last text, if it ran from the right: its end is not known for certain."""

    def take(self, text: str) -> bool:
        """Takes the text's glyphs away; false where they are not the next ones, as they should be."""
        text = "".join(map(_seen, text))
        begun = self._taken
        while not self._taken_whole(text):
            self._taken = begun
            glyph = self._next()
            if not glyph or not self._rest.issuperset(glyph):
                return False
            begun = self._taken
        self._rest = frozenset(text if FROM_RIGHT.search(text) else "")
        return True

    def all_taken(self) -> bool:
        """Nothing is left but what draws a taken text's last clusters once more."""
        left = self._left[self._taken :]
        return all(self._rest.issuperset(glyph) or self._drawn_again(glyph) for glyph in left)

    def _taken_whole(self, text: str) -> bool:
        return self._take_from_right(text) if FROM_RIGHT.search(text) else self._take(text)

    def _take(self, text: str) -> bool:
        """At once where every cluster is one glyph. One drawn with several (letter, marks) comes for each of them."""
        end = self._ends[self._taken] + len(text)
        reached = bisect_left(self._ends, end)
        if self._said.startswith(text, self._ends[self._taken]) and self._ends[reached] == end:
            self._drawn.update(self._left[self._taken : reached])
            self._taken = reached
            return True
        return self._take_each(text)

    def _take_each(self, text: str) -> bool:
        """Where a glyph may be the next cluster, or the last one once more, both are followed."""
        places, before = [0], ""
        while places[-1] < len(text):
            if not (glyph := self._next()):
                return False
            further = [place + len(glyph) for place in places if text.startswith(glyph, place)]
            if glyph == before or self._drawn_again(glyph):
                further = sorted({*places, *further})[-FOLLOWED:]
            if not further:
                return False
            self._drawn.add(glyph)
            places, before = further, glyph
        return True

    def _take_from_right(self, text: str) -> bool:
        """The same where the line's order is not the text's: every letter, at least as often as it was written.

        Marks are not counted: they come with their letter, which comes once for each glyph that it is drawn with.
        """
        left = Counter(_letters(text))
        missing, known = left.total(), frozenset(text)
        while missing:
            glyphs = self._left[self._taken : self._reached(missing)]
            counted = _all_counted_off(left, known, glyphs) if len(glyphs) > FEW else None
            if counted is None:
                if not glyphs or not known.issuperset("".join(glyphs)):
                    return False
                counted = sum(_counted_off(left, _letters(glyph)) for glyph in glyphs)
            self._drawn.update(glyphs)
            self._taken += len(glyphs)
            missing -= counted
        return True

    def _reached(self, letters: int) -> int:
        """Where the next glyphs have so many letters: before that the text cannot end. One glyph at least."""
        most = self._counted[self._taken] + letters
        reached = bisect_left(self._counted, most)
        over = reached == len(self._counted) or self._counted[reached] > most
        return max(reached - over, self._taken + 1)

    def _next(self) -> str:
        """The next glyph, or nothing where none is left."""
        if self._taken == len(self._left):
            return ""
        self._taken += 1
        return self._left[self._taken - 1]

    def _drawn_again(self, glyph: str) -> bool:
        """Another glyph of a cluster, or a mark without letter; Arabic and Hebrew draw even one letter with several."""
        known = glyph in self._drawn
        return not _letters(glyph) or (known and (len(glyph) > 1 or FROM_RIGHT.match(glyph) is not None))


def _all_counted_off(left: Counter[str], known: frozenset[str], glyphs: list[str]) -> int | None:
    """As ``_counted_off`` for each of them; None where their order may matter, or one is of another text."""
    times = Counter(glyphs)
    letters = Counter[str]()
    for glyph, often in times.items():
        if not known.issuperset(glyph):
            return None
        for letter in _letters(glyph):
            letters[letter] += often
    if any(left[letter] < often for letter, often in letters.items()):
        if any(len(_letters(glyph)) > 1 for glyph in times):
            return None
        letters &= left
    left.subtract(letters)
    return letters.total()


def _counted_off(left: Counter[str], letters: str) -> int:
    """How many letters were left, and are no longer: all of a glyph's, or none."""
    if len(letters) == 1:  # as most are, of perhaps a million
        if not left[letters]:
            return 0
        left[letters] -= 1
        return 1
    wanted = Counter(letters)
    if any(left[letter] < times for letter, times in wanted.items()):
        return 0
    left.subtract(wanted)
    return len(letters)


@lru_cache(maxsize=8192)
def _seen(text: str) -> str:
    return "".join(
        character
        for character in text
        if (character == " " or not character.isspace())
        and not BLANK.match(character)
        and (unicodedata.category(character) != "Cf" or character in DRAWN_FORMAT)
    )


@lru_cache(maxsize=8192)
def _letters(text: str) -> str:
    marks = [character for character in set(text) if unicodedata.category(character).startswith("M")]
    return text.translate(dict.fromkeys(map(ord, marks))) if marks else text
