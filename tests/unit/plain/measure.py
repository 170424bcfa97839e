"""How hard a text is: Björnsson's LIX, with names and the names of laws left out of the long words."""

import re
from collections.abc import Iterable

SENTENCE_END = re.compile(r"[.!?:]+(?:\s|$)|\n")
PLACE = re.compile(r"%%?\(?\w*\)?[sd]")
LONG_WORD = 7
"""Letters: LIX counts the words that have as many or more."""
LAW = re.compile(r"(?:lov(?:en|a)?|forskrift(?:en|a)?|forordning(?:en|a)?|§+)$", re.IGNORECASE)


def words(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", PLACE.sub("", text))


def sentences(texts: Iterable[str]) -> list[list[str]]:
    return [found for text in texts for part in SENTENCE_END.split(text) if (found := words(part))]


def is_name(word: str, place: int) -> bool:
    """A capital letter inside a sentence, or the name of a law: nobody can write it shorter."""
    return (place > 0 and word[0].isupper()) or bool(LAW.search(word))


def lix(texts: Iterable[str]) -> float:
    """Under 30 is very easy, as in books for children; 40 to 50 is a newspaper."""
    parts = sentences(texts)
    every = [word for part in parts for word in part]
    long = sum(
        len(word) >= LONG_WORD and not is_name(word, place)
        for part in parts
        for place, word in enumerate(part)
    )
    return len(every) / len(parts) + 100 * long / len(every)
