"""What the fields of a Word file are told to do (ECMA-376-1, 17.16): those alone are taken that only show something."""

import re

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
ESCAPED_QUOTE = re.compile(r"\\[\"“”]")
"""Programs differ in whether the argument ends there: what one takes for a tip is where another leads to."""


def only_shows(code: str) -> bool:
    """Whether such a field fetches, opens and starts nothing, but for a plain link that somebody presses."""
    name, *_ = code.split(maxsplit=1) or [""]
    if not name or name.startswith(FORMULA):
        return True
    if name.upper() != LINK:
        return name.upper() in SHOWING
    if ESCAPED_QUOTE.search(code):
        return False
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
