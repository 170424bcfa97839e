"""One part of a Word file, read as a stream: nothing is built of it, and a document type is refused at once."""

from dataclasses import dataclass, field
from xml.parsers import expat

from wizard.uploads.kinds import BROKEN, UnfitError
from wizard.uploads.words_of_part import WordsOfPart

RELATION, OVERRIDE, DEFAULT = "Relationship", "Override", "Default"
CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
ENCODINGS = {"utf-8", "utf-16", "us-ascii", "iso-8859-1"}
"""An Office file has the first two (ECMA-376-2, 6.2.5); the others are read alike by all. Of more, one may read
this and another that."""


@dataclass(frozen=True)
class Relation:
    """What another part or an address is to this one, by the last words of the type's address."""

    kind: str
    target: str
    external: bool


@dataclass
class Part:
    """What matters of a part: relations, content types by part (``/name``) or ending, and field codes."""

    relations: list[Relation] = field(default_factory=list)
    types: dict[str, str] = field(default_factory=dict)
    codes: list[str] = field(default_factory=list)


def read_part(content: bytes) -> Part:
    """``UnfitError`` for what is no XML, has a document type, by which entities come in, or fetches by itself."""
    reading = _Reading()
    try:
        reading.parser.Parse(content, True)  # noqa: FBT003 -- expat's own: this is all there is
    except expat.ExpatError as error:
        raise UnfitError(BROKEN) from error
    reading.part.codes = reading.words.told()
    return reading.part


class _Reading:
    def __init__(self) -> None:
        self.part, self.words, self.typed = Part(), WordsOfPart(), set[str]()
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.buffer_text = True
        self.parser.XmlDeclHandler = _declared
        self.parser.StartDoctypeDeclHandler = _refuse
        self.parser.StartElementHandler = self._begin
        self.parser.EndElementHandler = lambda _: self.words.end()
        self.parser.CharacterDataHandler = self.words.text

    def _begin(self, tag: str, attributes: dict[str, str]) -> None:
        space, _, name = tag.rpartition(" ")
        if name == RELATION:
            external = attributes.get("TargetMode", "").strip().lower() == "external"
            kind, target = attributes.get("Type", ""), attributes.get("Target", "")
            self.part.relations.append(Relation(kind.strip(), target, external))
        elif name in {OVERRIDE, DEFAULT} and space == CONTENT_TYPES:
            self._note_type(name, attributes)
        self.words.begin(tag, attributes)

    def _note_type(self, name: str, attributes: dict[str, str]) -> None:
        """Of two that say it of the same, one program takes the first and another the last."""
        key = attributes.get("PartName" if name == OVERRIDE else "Extension", "")
        if key.lower() in self.typed or key.startswith("/") != (name == OVERRIDE):
            raise UnfitError(BROKEN)
        self.typed.add(key.lower())
        self.part.types[key] = attributes.get("ContentType", "")


def _declared(_: str, encoding: str | None, __: int) -> None:
    if encoding and encoding.lower() not in ENCODINGS:
        raise UnfitError(BROKEN)


def _refuse(*_: object) -> None:
    raise UnfitError(BROKEN)
