"""What an element of a Word file makes a program fetch by itself, without a relation that says so."""

import re

from wizard.uploads.field_codes import PLAIN_LINK

WORD = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
}
"""Transitional and strict: no program reads another's elements of the same names as Word's."""
VML, OFFICE, SVG = (
    "urn:schemas-microsoft-com:vml", "urn:schemas-microsoft-com:office:office", "http://www.w3.org/2000/svg",
)  # fmt: skip
MERGE = "mailMerge"
"""Asks a database, by a way to it that stands in the element (ECMA-376-1, 17.14.20)."""
FILM = "webVideoPr"
"""A page of the net that plays in the document ([MS-DOCX], 2.6.3.1)."""
SCHEMA = "schema"
MANIFEST = "manifestLocation"
"""Of a schema: from where a document's own program is fetched (ECMA-376-1, 23.1)."""
HREF, SOURCES = "href", {"src", "althref"}
KEPT = "cid:"
"""How a mail calls the pictures that came along with it: it leads nowhere."""
WITHIN = ("#", "data:")
URL = re.compile(r"@import|url\(\s*[\"']?\s*(?!#|data:|[\"'#\s])", re.IGNORECASE)


def is_watched(space: str, name: str) -> bool:
    """Whether such an element is one of those that may fetch."""
    return name in {FILM, SCHEMA} or space in {VML, OFFICE, SVG} or (name == MERGE and space in WORD)


def leads_away(space: str, name: str, attributes: dict[str, str]) -> bool:
    """Whether a watched element fetches when opened, or leads to something else than a plain link when pressed."""
    if space in {VML, OFFICE}:
        return any(_drawn_away(key, value.strip()) for key, value in attributes.items())
    if space == SVG:
        return name == "script" or any(_shown_away(name, *one) for one in attributes.items())
    return name != SCHEMA or MANIFEST in map(_local, attributes)


def style_leads_away(style: str) -> bool:
    """Of the rules by which a picture is drawn (CSS)."""
    return bool(URL.search(style)) or "\\" in style


def _drawn_away(key: str, value: str) -> bool:
    """An attribute with a relation's name (``r:href``) is judged as that relation."""
    space, _, name = key.rpartition(" ")
    if not value or value.startswith(("#", KEPT)) or space not in {"", VML, OFFICE}:
        return False
    return name in SOURCES or (name == HREF and (space == OFFICE or not PLAIN_LINK.match(value)))


def _shown_away(element: str, key: str, value: str) -> bool:
    if _local(key) == HREF and value.strip():
        told = value.strip()
        return not (PLAIN_LINK.match(told) if element == "a" else told.lower().startswith(WITHIN))
    return style_leads_away(value) if "url" in value.lower() or _local(key) == "style" else False


def _local(name: str) -> str:
    return name.rpartition(" ")[2]
