"""The small parts of which a message is built: an element with text, a code, a key of ours."""

from collections.abc import Iterable
from datetime import datetime

from lxml import etree

from docgen.contract import printable
from forms.archive_codes import Code
from forms.language import OSLO

MESSAGE = "https://ks-no.github.io/standarder/fiks-protokoll/fiks-arkiv/arkivmelding/opprett/v1"
CATALOGUE = "https://ks-no.github.io/standarder/fiks-protokoll/fiks-arkiv/metadatakatalog/v1"
"""The namespace of what stands inside the types of the metadata catalogue."""
TYPE = "{http://www.w3.org/2001/XMLSchema-instance}type"
PREFIXES = {None: MESSAGE, "k": CATALOGUE, "xsi": "http://www.w3.org/2001/XMLSchema-instance"}

Element = etree._Element  # noqa: SLF001 -- lxml's name for its only element type


def leaf(name: str, value: str | int, within: str = MESSAGE) -> Element:
    """An element of that text, without what no XML can carry."""
    made = etree.Element(f"{{{within}}}{name}", nsmap=PREFIXES)
    made.text = printable(str(value))
    return made


def branch(name: str, *parts: Element | Iterable[Element], within: str = MESSAGE) -> Element:
    """An element of these, in this order, which is the schema's."""
    made = etree.Element(f"{{{within}}}{name}", nsmap=PREFIXES)
    for part in parts:
        made.extend([part] if isinstance(part, Element) else part)
    return made


def coded(name: str, code: Code) -> Element:
    """A code with what it says."""
    return branch(name, leaf("kode", code.code, CATALOGUE), leaf("beskrivelse", code.description, CATALOGUE))


def key(system: str, value: object, within: str = MESSAGE) -> Element:
    """By what this service knows it (``referanseEksternNoekkel``)."""
    own = leaf("fagsystem", system, CATALOGUE), leaf("noekkel", str(value), CATALOGUE)
    return branch("referanseEksternNoekkel", own, within=within)


def moment(at: datetime) -> str:
    """A point in time as it was in Norway, with its distance from UTC, to the second."""
    return at.astimezone(OSLO).isoformat(timespec="seconds")
