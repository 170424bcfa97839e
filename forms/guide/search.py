"""Finds what somebody looks for among a municipality's journeys and the guide's ends, by words.toml."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from rapidfuzz.distance import OSA

from forms.guide.folding import spellings, words
from forms.guide.instead import instead
from forms.guide.nodes import End
from forms.guide.offer import Offered
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


Targets = Mapping[str, tuple[Keyword, ...]]
Nearest = Mapping[str, tuple[int, str]]
"""For each word of the file that any of those asked resembles, how much, and which one resembles it most."""


class Index(NamedTuple):
    """The file, with every word folded."""

    journeys: Targets
    """The keywords of each journey, by its slug."""
    pages: Targets
    """The keywords of ends of the guide, by their ids."""
    passed_over: frozenset[str]
    vocabulary: frozenset[str]
    """Each word of all keywords, once."""


@cache
def index() -> Index:
    read = tomllib.loads(FILE.read_text(encoding="utf-8"))
    passed_over = frozenset(word for one in read["passed_over"] for word in words(one))
    journeys, pages = (
        {
            target: tuple(_telling(words(one), passed_over) for one in listed)
            for target, listed in read[kind].items()
        }
        for kind in ("journeys", "pages")
    )
    every = (word for kind in (journeys, pages) for listed in kind.values() for one in listed for word in one)
    return Index(journeys, pages, passed_over, frozenset(every))


def _telling(every: Keyword, passed_over: frozenset[str]) -> Keyword:
    """The words that say what is looked for; all of them where none does."""
    return tuple(word for word in every if word not in passed_over) or every


def search(text: str, municipality: Municipality) -> Found:
    """What the words lead to here. A journey that is not offered leads to what takes its place."""
    slugs, pages = meant(text)
    here = instead(municipality, slugs)
    own = (one for page in pages if isinstance(one := node(page), End))
    return Found(here.journeys, tuple(dict.fromkeys([*here.ends, *own])))


def meant(text: str) -> tuple[list[str], list[str]]:
    """The slugs of journeys and the ids of the guide's ends, wherever they are offered, the likeliest first."""
    asked = _telling(words(text), index().passed_over)[:MOST_WORDS]
    nearest = _nearest(asked)
    named = _named(nearest)
    return _ranked(nearest, named, index().journeys), _ranked(nearest, named, index().pages)


def _nearest(asked: Keyword) -> Nearest:
    """Each word of the file is held against those asked once, however many keywords it stands in."""
    spelt = [(spelling, one) for one in asked for spelling in spellings(one)]
    best = {
        word: max((_alike(typed, word), one) for typed, one in spelt) for word in index().vocabulary if spelt
    }
    return {word: found for word, found in best.items() if found[0]}


def _named(nearest: Nearest) -> frozenset[str]:
    """The words that are somebody's keyword as they stand: what only resembles them is not meant."""
    targets = (*index().journeys.values(), *index().pages.values())
    found = (_found_in(nearest, keyword).items() for keywords in targets for keyword in keywords)
    return frozenset(one for points in found for one, point in points if point == EXACT)


def _ranked(nearest: Nearest, named: frozenset[str], targets: Targets) -> list[str]:
    scores = {target: _score(nearest, named, keywords) for target, keywords in targets.items()}
    best = max(scores.values(), default=0)
    near = [target for target, score in scores.items() if score and score * 2 > best]
    return sorted(near, key=lambda target: -scores[target])


def _score(nearest: Nearest, named: frozenset[str], keywords: tuple[Keyword, ...]) -> int:
    """The sum over the words that were asked: each counts by the best of the keywords that it helps to find."""
    points = dict[str, int]()
    for keyword in keywords:
        for one, point in _found_in(nearest, keyword).items():
            if point == EXACT or one not in named:
                points[one] = max(point, points.get(one, 0))
    return sum(points.values())


def _found_in(nearest: Nearest, keyword: Keyword) -> dict[str, int]:
    """Which of the words asked are the keyword's; none where one of its own is missing."""
    if not all(word in nearest for word in keyword):
        return {}
    return {one: alike for alike, one in (nearest[word] for word in keyword)}


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
    if len(typed) < len(word) - 1:
        return False
    heads = {typed, *(typed[: len(word) + more] for more in (-1, 0, 1))}
    return any(OSA.distance(head, word, score_cutoff=1) <= 1 for head in heads)
