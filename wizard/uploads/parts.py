"""One part of a Word file, read as a stream: nothing is built of it, and a document type is refused at once."""

from dataclasses import dataclass, field
from xml.parsers import expat

from wizard.uploads.field_codes import Codes
from wizard.uploads.kinds import BROKEN, UnfitError

RELATION, OVERRIDE, DEFAULT = "Relationship", "Override", "Default"
FIELD_CODES = ("instrText", "delInstrText")
FIELD, CODE, BORDER, BORDER_KIND = "fldSimple", "instr", "fldChar", "fldCharType"


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
    """``UnfitError`` for what is no XML, or has a document type, by which entities come in."""
    reading = _Reading()
    try:
        reading.parser.Parse(content, True)  # noqa: FBT003 -- expat's own: this is all there is
    except expat.ExpatError as error:
        raise UnfitError(BROKEN) from error
    reading.part.codes = reading.codes.told()
    return reading.part


class _Reading:
    def __init__(self) -> None:
        self.part, self.codes, self.in_code = Part(), Codes(), False
        self.parser = expat.ParserCreate()
        self.parser.buffer_text = True
        self.parser.StartDoctypeDeclHandler = _refuse
        self.parser.StartElementHandler = self._begin
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text

    def _begin(self, tag: str, attributes: dict[str, str]) -> None:
        name = _local(tag)
        told = {_local(key): value for key, value in attributes.items()}
        if name == RELATION:
            external = told.get("TargetMode", "").lower() == "external"
            self.part.relations.append(Relation(told.get("Type", ""), told.get("Target", ""), external))
        elif name in {OVERRIDE, DEFAULT}:
            self.part.types[told.get("PartName", told.get("Extension", ""))] = told.get("ContentType", "")
        elif name == FIELD:
            self.codes.whole(told.get(CODE, ""))
        elif name == BORDER:
            self.codes.border(told.get(BORDER_KIND, ""))
        self.in_code = name in FIELD_CODES

    def _end(self, _: str) -> None:
        self.in_code = False

    def _text(self, text: str) -> None:
        if self.in_code:
            self.codes.more(text)


def _local(name: str) -> str:
    return name.rpartition(":")[2]


def _refuse(*_: object) -> None:
    raise UnfitError(BROKEN)
