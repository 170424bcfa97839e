"""Marks for characters that are not drawn: from what stands in their place, each text can be read back in its order."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from heapq import nsmallest
from itertools import groupby, pairwise
from typing import Any, TypedDict

from docgen.fontset import covered

DIGITS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
SARA_AM = "\u0e33\u0eb3"
"""Letters of Thai and Lao that hang on the one before, as marks do."""
HIGHEST = 8
"""Accents on one letter, and marks side by side. Written languages need five accents at most."""
LISTED = 200
"""Characters with a mark of their own and a row that explains it. More are named by number where they stand: a list of
thousands is of no use to anybody, and takes minutes to set."""
LIKE_A_MARK = re.compile(r"□(?=[⁰¹²³⁴-⁹])|\[(?=□[⁰¹²³⁴-⁹]|U\+)")
"""What somebody wrote themselves that would be read as a mark."""
BEFORE, AFTER = "[", frozenset("⁰¹²³⁴⁵⁶⁷⁸⁹")
"""Next to these a mark could be read as a part of something else."""


class Replaced(TypedDict):
    """One character that no shipped font can show: the mark in its place, its code point, its name."""

    mark: str
    code: str
    name: str


class Marks:
    """What stands in the place of each hidden character, and of the accents that are too many on one letter."""

    def __init__(self, written: list[str], hidden: set[str]) -> None:
        self._hidden, self._characters = hidden, set().union(*written)
        heaped = self._heaped(written)
        if alike := set().union(*map(LIKE_A_MARK.findall, written)) if hidden or heaped else set[str]():
            self._hidden = hidden | alike
            heaped = self._heaped(written)
        wanted = self._hidden | heaped
        times = Counter("".join(written) if wanted else "")
        listed = set(nsmallest(LISTED, wanted, key=lambda one: (-times[one], one)))
        order = sorted(listed & self._hidden) + sorted(listed - self._hidden)
        self._marks = {one: f"□{str(number).translate(DIGITS)}" for number, one in enumerate(order, 1)}

    def listed(self) -> list[Replaced]:
        """The marks with what they stand for."""
        return [
            Replaced(mark=mark, code=code_point(one), name=unicodedata.name(one, "–"))
            for one, mark in self._marks.items()
        ]

    def on(self, value: Any) -> Any:
        """The same value with its marks, in every text."""
        if isinstance(value, str):
            return self._on_text(value) if self._marks else value
        if isinstance(value, list):
            return [self.on(item) for item in value]
        if isinstance(value, dict):
            return {key: self.on(item) for key, item in value.items()}
        return value

    def _on_text(self, text: str) -> str:
        parts = ["", *self._parts(text), ""]
        return "".join(
            self._said(part, before, after) if part[:1] in self._hidden else self._flat(part)
            for (before, part), (_, after) in pairwise(pairwise(parts))
        )

    def _parts(self, text: str) -> list[str]:
        """The text in runs that are hidden, and such as are not."""
        if self._hidden.isdisjoint(text):
            return [text]
        return ["".join(run) for _, run in groupby(text, self._hidden.__contains__)]

    def _flat(self, part: str) -> str:
        return heap().sub(lambda found: self._said(found[0], "", part[found.end() :][:1]), part)

    def _heaped(self, written: Iterable[str]) -> set[str]:
        if _heaping().isdisjoint(self._characters):
            return set()
        parts = (part for text in written for part in self._parts(text) if part[:1] not in self._hidden)
        return set("".join(found for part in parts for found in heap().findall(part)))

    def _said(self, run: str, before: str, after: str) -> str:
        """The run, character by character. In brackets where that is long, or could be read as something else."""
        items = list(self._items(run))
        simple = len(items) == len(run) <= HIGHEST and self._marks.keys() >= set(run)
        alone = before[-1:] != BEFORE and after[:1] not in AFTER
        return "".join(items) if simple and alone else f"[{' '.join(items)}]"

    def _items(self, run: str) -> Iterator[str]:
        """One for each character, and how often it came in a row."""
        for one, row in groupby(run):
            times = sum(1 for _ in row)
            item = self._marks.get(one) or code_point(one)
            yield item if times == 1 else f"{item}×{times}"


def code_point(character: str) -> str:
    return f"U+{ord(character):04X}"


@cache
def _heaping() -> frozenset[str]:
    """What can be heaped on a letter, of all that a font has."""
    marks = (chr(code) for code in covered() if unicodedata.category(chr(code)) in {"Mn", "Mc", "Me", "Cf"})
    return frozenset((*marks, *SARA_AM))


@cache
def heap() -> re.Pattern[str]:
    """The accents (and joiners) past the eighth on one letter: drawn, they would cover the lines above."""
    one = f"[{re.escape(''.join(_heaping()))}]"
    return re.compile(f"(?<={one * HIGHEST}){one}+")
