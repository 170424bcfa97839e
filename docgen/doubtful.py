"""Which characters a form is made without, step by step, where it cannot be set with all: no text is ever refused."""

import re
import unicodedata
from collections.abc import Callable, Iterable

PLAIN = (
    "\n\t -~\u00a0-\u00ac\u00ae-\u02df\u0370-\u0482\u048a-\u052f\u1e00-\u1fff\u2010-\u2027\u2030-\u2043\u2045-\u205e"
    "\u2070-\u209f\u20a0-\u20c0\u2100-\u2426\u2500-\u25ff\u3001-\u3029\u3030-\u303f\u3041-\u3096\u309b-\u30ff"
    "\u4e00-\u9fff\uac00-\ud7a3"
)
"""Each is one glyph by itself, from left to right: letters, digits and signs of Europe and East Asia."""
SAFE = PLAIN + (
    "\u05d0-\u05ea\u060c\u061b\u061f\u0620-\u063a\u0641-\u064a\u0660-\u0669\u0671-\u06d3\u06f0-\u06f9"
    "\u2600-\u27bf\ufe0f\U0001f300-\U0001f3fa\U0001f400-\U0001f64f\U0001f680-\U0001f6ff\U0001f900-\U0001f9ff"
)
"""Hebrew and Arabic letters without marks, and single emoji as well: nothing of them was ever found to fail."""
FLAG = re.compile("[\U0001f1e6-\U0001f1ff]")
_not_plain, _not_safe = re.compile(f"[^{PLAIN}]"), re.compile(f"[^{SAFE}]")

Doubt = Callable[[Iterable[str]], set[str]]


def nothing(_: Iterable[str]) -> set[str]:
    """The request as it is."""
    return set()


def loose(texts: Iterable[str]) -> set[str]:
    """Half flags, format characters, and marks that stand on nothing: the font of what is before them is tried."""
    found: set[str] = set()
    for text in texts:
        stands = False
        for character in text:
            kind = unicodedata.category(character)
            if FLAG.match(character) or kind == "Cf" or (kind[0] == "M" and not stands):
                found.add(character)
            if kind[0] != "M":
                stands = kind[0] not in "ZC" and not FLAG.match(character)
    return found


def beyond_safe(texts: Iterable[str]) -> set[str]:
    return _beyond(_not_safe, texts)


def beyond_plain(texts: Iterable[str]) -> set[str]:
    return _beyond(_not_plain, texts)


def _beyond(kept: re.Pattern[str], texts: Iterable[str]) -> set[str]:
    return set(kept.findall("".join(set().union(*texts))))


STEPS: tuple[Doubt, ...] = (nothing, loose, beyond_safe, beyond_plain)
