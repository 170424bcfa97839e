"""Letters as a search compares them: case, accents, and æ, ø and å however they are typed.

Sámi letters fold to the letter below the mark, so that who has no such key finds the word too.
"""

import re
import unicodedata

LONGEST = 200
"""Letters of a search that are looked at."""
_LETTERS = str.maketrans({"ø": "o", "æ": "a", "đ": "d", "ŋ": "n", "ŧ": "t", "ð": "d", "þ": "t", "ß": "s"})
_TYPED_AS_TWO = re.compile("aa|ae|oe")


def folded(text: str) -> str:
    """The text in plain small letters."""
    bare = "".join(
        letter
        for letter in unicodedata.normalize("NFKD", text.casefold())
        if not unicodedata.combining(letter)
    )
    return bare.translate(_LETTERS)


def spellings(word: str) -> set[str]:
    """The folded word, and the same with ``aa``, ``ae`` and ``oe`` as the one letter that they may stand for."""
    return {word, _TYPED_AS_TWO.sub(lambda found: found[0][0], word)}


def words(text: str) -> tuple[str, ...]:
    """The words of the text, folded."""
    return tuple(re.findall(r"\w+", folded(text[:LONGEST])))
