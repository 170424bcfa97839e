"""What the fields of a Word file are told to do (ECMA-376-1, 17.16): those alone are taken that only show something."""

import re

NESTED = "\0"
"""In a code: another field stands there, and Word puts in what it shows."""
BEGIN, SEPARATE, END = "begin", "separate", "end"
SHOWING = {
    "ADDIN", "ADDRESSBLOCK", "ADVANCE", "ASK", "AUTHOR", "AUTONUM", "AUTONUMLGL", "AUTONUMOUT", "BARCODE",
    "BIBLIOGRAPHY", "BIDIOUTLINE", "CITATION", "COMMENTS", "COMPARE", "CREATEDATE", "DATE", "DISPLAYBARCODE",
    "DOCPROPERTY", "DOCVARIABLE", "EDITTIME", "EQ", "FILENAME", "FILESIZE", "FILLIN", "FORMCHECKBOX", "FORMDROPDOWN",
    "FORMTEXT", "GREETINGLINE", "HYPERLINK", "IF", "INDEX", "INFO", "KEYWORDS", "LASTSAVEDBY", "LISTNUM",
    "MERGEBARCODE", "MERGEFIELD", "MERGEREC", "MERGESEQ", "NEXT", "NEXTIF", "NOTEREF", "NUMCHARS", "NUMPAGES",
    "NUMWORDS", "PAGE", "PAGEREF", "PRINTDATE", "QUOTE", "REF", "REVNUM", "SAVEDATE", "SECTION", "SECTIONPAGES",
    "SEQ", "SET", "SHAPE", "SKIPIF", "STYLEREF", "SUBJECT", "SYMBOL", "TA", "TC", "TEMPLATE", "TIME", "TITLE", "TOA",
    "TOC", "USERADDRESS", "USERINITIALS", "USERNAME", "XE",
}  # fmt: skip
FORMULA = "="
LINK = "HYPERLINK"
ARGUMENT = re.compile(r"[\"“”]([^\"“”]*)[\"“”]?|(\S+)")
WITH_ARGUMENT = {"\\l", "\\o", "\\t"}
"""Switches of a link, after which a place in this file, a tip or a frame stands (17.16.5.25)."""
PLAIN_LINK = re.compile(r"(https?|mailto|tel):|#", re.IGNORECASE)


class Codes:
    """The codes of one part, as they come: one may come in many pieces, and hold others."""

    def __init__(self) -> None:
        self._done, self._open, self._loose = list[str](), list[list[str]](), list[str]()
        self._shows = list[bool]()
        """Of each field that is open, whether its code has ended and what it shows has begun."""

    def border(self, kind: str) -> None:
        if kind == BEGIN:
            self._hold()
            self._open.append([])
            self._shows.append(False)
        elif self._open and kind == SEPARATE:
            self._shows[-1] = True
        elif self._open:
            self._shows.pop()
            self._done.append("".join(self._open.pop()))

    def whole(self, code: str) -> None:
        self._hold()
        self._done.append(code)

    def more(self, text: str) -> None:
        (self._open[-1] if self._open else self._loose).append(text)

    def told(self) -> list[str]:
        """Those too that never ended, and what stands outside of any."""
        return [*self._done, *("".join(one) for one in self._open), "".join(self._loose)]

    def _hold(self) -> None:
        if self._open and not self._shows[-1]:
            self._open[-1].append(NESTED)


def only_shows(code: str) -> bool:
    """Whether such a field fetches, opens and starts nothing, but for a plain link that somebody presses."""
    name, *_ = code.split(maxsplit=1) or [""]
    if not name or name.startswith(FORMULA):
        return True
    if name.upper() != LINK:
        return name.upper() in SHOWING
    return all(PLAIN_LINK.match(one) for one in _targets(code.strip()[len(LINK) :]))


def _targets(told: str) -> list[str]:
    found, words = list[str](), iter(ARGUMENT.finditer(told))
    for word in words:
        if word[2] and word[2].startswith("\\") and not word[2].startswith("\\\\"):
            if word[2].lower() in WITH_ARGUMENT:
                next(words, None)
        else:
            found.append(word[1] or word[2] or "")
    return [one for one in found if one]
