"""Latin letters that look like a plain one and do not come apart into it, for comparing what is read by the eye.

Nothing is refused for having one: đ, ŋ and ŧ stand in Sámi names, ł in Polish ones, ɓ and ƙ in Hausa. After Unicode's
list of what is confusable (UTS 39), as far as names may have it here (``own_name.LETTER``).
"""

from unicodedata import combining, normalize

_WRITTEN = {
    "a": "ƛʌⱥæ", "b": "ƀɓƃƅ", "c": "ƈȼ", "d": "ðđɖɗƌȡẟ", "db": "ȸ", "e": "ǝəɛɇƹ", "f": "ƒ", "g": "ɠǥƍ", "h": "ħ",
    "hv": "ƕ", "i": "ıɨɩ", "j": "ȷɉ", "k": "ĸƙ", "l": "łƚȴ", "ll": "ỻ", "m": "ɯ", "n": "ŋƞɲȵ", "o": "øœɔɵȣ",
    "oi": "ƣ", "p": "þƥƿ", "q": "ɋ", "qp": "ȹ", "r": "ʀɍ", "s": "ƨƽʃƪȿẜẝ", "t": "ŧƫƭʈȶⱦ", "u": "ʉʊ", "v": "ʋỽ",
    "y": "ƴɏỿɣ", "z": "ƶȥɀʒƺƻȝ",
}  # fmt: skip
"""By what is read, the letters that are written, as ``casefold`` leaves them."""
_READ = str.maketrans({letter: read for read, letters in _WRITTEN.items() for letter in letters})


def as_read(name: str) -> str:
    """Without marks and in small letters, each letter as the plain one that it is taken for.

    A large I is like a small l, and rn like m: of these, either stands for both.
    """
    plain = "".join(one for one in normalize("NFKD", name.casefold()).translate(_READ) if not combining(one))
    return plain.replace("i", "l").replace("rn", "m")
