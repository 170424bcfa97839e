"""Whether names that were written down may be one person's."""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from unicodedata import combining, normalize

SPELLINGS = (("aa", "a"), ("ae", "a"), ("æ", "a"), ("oe", "o"), ("ø", "o"))
"""What stands for one sound, in names: Aase is Åse, Bjoern is Bjørn."""


def may_be_all(told: str, known: Iterable[str]) -> bool:
    """As ``may_be_same``, of each name that somebody has told: another one lets nobody in where the first did not."""
    return all(may_be_same(told, name) for name in known)


def same_first_and_last(one: str, other: str) -> bool:
    """Names between them are left out by some and written by others; an empty name is nobody's."""
    return bool(one.strip()) and _first_and_last(one) == _first_and_last(other)


def may_be_same(told: str, known: str) -> bool:
    """Whether two names may be one person's: of a family name alone that is not so, since a family shares it.

    One who has married, or leaves out a given name, has a given name left that stands in both. Letters that are
    written in several ways are one, "Annelise" is "Anne Lise", and an initial stands for a name where the
    family name is the same.
    """
    one, other = parts(told), parts(known)
    if {*_given(one)} & {*other, *_joined(other)} or {*_given(other)} & {*one, *_joined(one)}:
        return True
    same_family = bool(one) and one[-1:] == other[-1:]
    return (
        same_family and bool(_initials(one) & _initials(other)) and (_has_initial(one) or _has_initial(other))
    )


def _given(words: list[str]) -> list[str]:
    return words[:-1] or words


def _joined(words: list[str]) -> Iterator[str]:
    return (first + second for first, second in pairwise(words))


def _initials(words: list[str]) -> set[str]:
    return {word[0] for word in words[:-1]}


def _has_initial(words: list[str]) -> bool:
    return any(len(word) == 1 for word in words[:-1])


def parts(name: str) -> list[str]:
    """Its names one by one, letters that are written in several ways alike."""
    folded = name.casefold()
    for written, plain in SPELLINGS:
        folded = folded.replace(written, plain)
    letters = "".join(one for one in normalize("NFKD", folded) if not combining(one))
    return letters.replace("-", " ").replace(".", " ").split()


def _first_and_last(name: str) -> tuple[str, ...]:
    names = parts(name)
    return (names[0], names[-1]) if names else ()
