"""Which characters a document may carry: one rule, used at the edge, in the contract and in the masters."""

import re
import unicodedata

FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff"
    "\ud800-\udfff\ufdd0-\ufdef\ue000-\uf8ff\U000f0000-\U000fffff\U00100000-\U0010ffff]"
    "|[\U0001fffe\U0001ffff\U0002fffe\U0002ffff\U0003fffe\U0003ffff]"
)
"""Control characters but tab and line feed, line separators, private use, surrogates, noncharacters, and all that is
never seen but turns the writing about: marks, overrides, deprecated switches."""


def printable(text: str) -> str:
    """The text as every page and document shows it: NFC, line feeds, without the forbidden characters."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    return unicodedata.normalize("NFC", FORBIDDEN.sub("", lines))


def refuse_unprintable(text: str) -> str:
    """The same text; ``ValueError`` if it is not already as ``printable`` makes it."""
    if FORBIDDEN.search(text) or unicodedata.normalize("NFC", text) != text:
        raise ValueError("carries characters that no document may have")
    return text
