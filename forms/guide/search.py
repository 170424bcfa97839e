"""Finds what somebody looks for among a municipality's journeys and the guide's ends, by words.toml."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from rapidfuzz.distance import OSA

from forms.guide.folding import words
from forms.guide.nodes import End
from forms.guide.offer import Offered, offered
from forms.guide.tree import node
from forms.municipality import Municipality

FILE = Path(__file__).parent / "words.toml"
MOST_WORDS = 12
SHORTEST_BEGINNING, SHORTEST_MISTYPED, SHORTEST_PART = 3, 5, 6
"""Letters that a word must have to be found by its beginning, with a letter wrong, and inside a longer one."""
EXACT, BEGINNING, MISTYPED, PART = 8, 6, 4, 3
"""How much a word counts by how it was found."""

Keyword = tuple[str, ...]
"""One keyword of the file, as its folded words."""


class Found(NamedTuple):
    """What may be meant, the likeliest first."""

    journeys: tuple[Offered, ...]
    ends: tuple[End, ...]

    @property
    def nothing(self) -> bool:
        return not (self.journeys or self.ends)


@cache
def index() -> Mapping[str, Mapping[str, tuple[Keyword, ...]]]:
    """The keywords of each target, under ``journeys`` and ``pages``."""
    read: dict[str, dict[str, list[str]]] = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return {
        kind: {target: tuple(words(one) for one in listed) for target, listed in targets.items()}
        for kind, targets in read.items()
    }


def search(text: str, municipality: Municipality) -> Found:
    """What the words lead to here. A journey that is not offered leads to nothing: its office stands on the page."""
    asked = words(text)[:MOST_WORDS]
    journeys = offered(municipality, _ranked(asked, index()["journeys"]))
    ends = tuple(one for id_ in _ranked(asked, index()["pages"]) if isinstance(one := node(id_), End))
    return Found(journeys, ends)


def _ranked(asked: Keyword, targets: Mapping[str, tuple[Keyword, ...]]) -> list[str]:
    scores = {target: _score(asked, keywords) for target, keywords in targets.items()}
    best = max(scores.values(), default=0)
    near = [target for target, score in scores.items() if score and score * 2 > best]
    return sorted(near, key=lambda target: -scores[target])


def _score(asked: Keyword, keywords: tuple[Keyword, ...]) -> int:
    """The sum over the words that were asked: each counts by the best of the keywords that it helps to find."""
    points = dict[str, int]()
    for keyword in keywords:
        for one, point in _found_in(asked, keyword).items():
            points[one] = max(point, points.get(one, 0))
    return sum(points.values())


def _found_in(asked: Keyword, keyword: Keyword) -> dict[str, int]:
    """Which of the words asked are the keyword's; none where one of its own is missing."""
    points = dict[str, int]()
    for word in keyword:
        alike, one = max(((_alike(one, word), one) for one in asked), default=(0, ""))
        if not alike:
            return {}
        points[one] = alike
    return points


def _alike(typed: str, word: str) -> int:
    if typed == word:
        return EXACT
    shorter, longer = sorted((typed, word), key=len)
    if len(shorter) >= SHORTEST_BEGINNING and longer.startswith(shorter):
        return BEGINNING
    if len(word) >= SHORTEST_MISTYPED and _mistyped(typed, word):
        return MISTYPED
    return PART if len(shorter) >= SHORTEST_PART and shorter in longer else 0


def _mistyped(typed: str, word: str) -> bool:
    """Whether one letter is too much, too little, wrong, or has changed places; an ending may follow."""
    heads = {typed, *(typed[: len(word) + more] for more in (-1, 0, 1))}
    return any(OSA.distance(head, word, score_cutoff=1) <= 1 for head in heads)
