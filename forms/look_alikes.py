"""Latin letters that look like a plain one and do not come apart into it, for comparing what is read by the eye.

Nothing is refused for having one: đ, ŋ and ŧ stand in Sámi names, ł in Polish ones, ɓ and ƙ in Hausa. After Unicode's
list of what is confusable (UTS 39), as far as names may have it here (``own_name.LETTER``).
"""

import re
from unicodedata import combining, normalize

_WRITTEN = {
    "a": "ƛʌⱥæ", "b": "ƀɓƃƅ", "c": "ƈȼ", "d": "ðđɖɗƌȡẟ", "db": "ȸ", "e": "ǝəɛɇƹ", "f": "ƒ", "g": "ɠǥƍ", "h": "ħ",
    "hv": "ƕ", "i": "ıɨɩ", "j": "ȷɉ", "k": "ĸƙ", "l": "łƚȴ", "ll": "ỻ", "m": "ɯ", "n": "ŋƞɲȵ", "o": "øœɔɵȣ",
    "oi": "ƣ", "p": "þƥƿ", "q": "ɋ", "qp": "ȹ", "r": "ʀɍ", "s": "ƨƽʃƪȿẜẝ", "t": "ŧƫƭʈȶⱦ", "u": "ʉʊ", "v": "ʋỽ",
    "y": "ƴɏỿɣ", "z": "ƶȥɀʒƺƻȝ",
}  # fmt: skip
"""By what is read, the letters that are written, as ``casefold`` leaves them."""
_READ = str.maketrans({letter: read for read, letters in _WRITTEN.items() for letter in letters})


EITHER = "1"
"""Stands for a letter that is read as an i or as an l."""
_RUN = re.compile(r"[^\W\d_]+")
_CAPITAL_I = re.compile("(?<=[A-Z]{2})l")
"""A small l behind large letters, as in "UDl", is read as a large I."""
_ALIKE = {"i": f"[i{EITHER}]", "l": f"[l{EITHER}]"}
_ALIKE_WITHIN = _ALIKE | {"i": f"[il{EITHER}]", "m": "(?:m|rn)", "rn": "(?:m|rn)"}


def as_read(name: str) -> str:
    """Without marks and in small letters, each letter as the plain one that it is taken for.

    A large I is like a small l, but in a word that is all in large letters: there an L would be large too.
    """
    plain = "".join(one for one in normalize("NFKD", name) if not combining(one))
    return _RUN.sub(lambda run: _run_as_read(run[0]), plain)


def _run_as_read(letters: str) -> str:
    if letters.isupper():
        return letters.casefold().translate(_READ)
    seen = _CAPITAL_I.sub("I", letters)
    return "".join(
        EITHER if one.isupper() and read == "i" else read
        for one in seen
        for read in one.casefold().translate(_READ)
    )


def reading_as(word: str, *, within: bool = False) -> str:
    """A pattern of what ``as_read`` gives for that which is read as this word of plain small letters.

    ``within`` one long word rn is like m as well, and a small l passes for an i. A short word, or one put together of
    several, would be found so in many a name: Stearn for "team", Korn Munthe for "kommun".
    """
    alike = _ALIKE_WITHIN if within else _ALIKE
    return re.sub("rn|[ilm]", lambda one: alike.get(one[0], one[0]), word)
