"""The elements of a Word file's part as they open and close: to which field a piece belongs, and what fetches."""

from typing import NamedTuple

from wizard.uploads.field_pieces import Codes, Where
from wizard.uploads.kinds import FETCHES, UnfitError
from wizard.uploads.led_away import SVG, WORD, is_watched, leads_away, style_leads_away

CODES = {"instrText", "delInstrText"}
TEXTS = {"t", "delText", *CODES}
SIMPLE, CODE, BORDER, BORDER_KIND = "fldSimple", "instr", "fldChar", "fldCharType"
PIECES = {*CODES, BORDER}
DELETED, INSERTED = {"del", "moveFrom", "delInstrText", "delText"}, {"ins", "moveTo"}
THROUGH = {
    "p", "r", "tbl", "tr", "tc", "sdt", "sdtContent", "hyperlink", "smartTag", "customXml", "bdo", "dir", "ins", "del",
    "moveFrom", "moveTo", *TEXTS, BORDER,
}  # fmt: skip
"""A field may go on over their ends, and every program reads what is in them."""
STORIES = {"txbxContent", "footnote", "endnote", "comment", SIMPLE}
"""They hold a text of their own, whose fields are their own."""
AROUND = {"r", "Choice", "Fallback"}
"""A run, or an alternative to what is in one."""
BINDING, BOUND = "dataBinding", "sdtContent"
"""What is in a control that is bound to data is written over when the file is opened."""
MARKED = {*DELETED, *INSERTED, BOUND}
STYLE = "style"


class _Kind(NamedTuple):
    """What is known of an element by its name alone: asked once for each name, as a part may have a million of them."""

    space: str
    name: str
    known: bool
    """Whether it is an element of Word's own."""
    through: bool
    watched: bool
    piece: bool

    @classmethod
    def of(cls, tag: str) -> "_Kind":
        space, _, name = tag.rpartition(" ")
        known = space in WORD
        piece = name in PIECES or name == SIMPLE
        return cls(space, name, known, known and name in THROUGH, is_watched(space, name), piece)


OUTSIDE = _Kind.of("")


class WordsOfPart:
    """Told of every element and text in turn; raises ``UnfitError`` for what fetches whatever its fields say."""

    def __init__(self) -> None:
        self._codes, self._kinds = Codes(), dict[str, _Kind]()
        self._open: list[tuple[_Kind, Where]] = [(OUTSIDE, Where(0))]
        self._places, self._bound, self._style = 0, False, list[str]()

    def begin(self, tag: str, attributes: dict[str, str]) -> None:
        kind = self._kinds.get(tag) or self._kinds.setdefault(tag, _Kind.of(tag))
        parent, above = self._open[-1]
        if (kind.watched and leads_away(kind.space, kind.name, attributes)) or _is_torn(kind, parent):
            raise UnfitError(FETCHES)
        where = above if kind.through and kind.name not in MARKED else self._where(kind, above)
        if kind.piece:
            self._note(kind, attributes, where, above)
        if kind.known and kind.name in STORIES:
            self._codes.story_begins()
        self._open.append((kind, where))

    def end(self) -> None:
        kind, _ = self._open.pop()
        if kind.known and kind.name in STORIES:
            self._codes.story_ends()

    def text(self, text: str) -> None:
        kind, where = self._open[-1]
        if (kind.space, kind.name) == (SVG, STYLE):
            self._style.append(text)
        elif kind.known and kind.name in CODES:
            self._codes.more(text, where)
        elif kind.known and kind.name in TEXTS:
            self._codes.said(text, where)

    def told(self) -> list[str]:
        """What its fields are told to do, in every way that it may be read."""
        if style_leads_away("".join(self._style)):
            raise UnfitError(FETCHES)
        return self._codes.told()

    def _note(self, kind: _Kind, attributes: dict[str, str], where: Where, above: Where) -> None:
        if kind.name == BORDER:
            self._codes.border(attributes.get(f"{kind.space} {BORDER_KIND}", ""), where)
        elif kind.name == SIMPLE:
            for key, value in attributes.items():
                if key.rpartition(" ")[2] == CODE:
                    self._codes.whole(value, above)

    def _where(self, kind: _Kind, above: Where) -> Where:
        """Whoever leaves this element out leaves out what is in it, unless all programs know it."""
        through, name = kind.through, kind.name
        if name == BINDING:
            self._bound = True
        elif through and name == BOUND:
            through, self._bound = not self._bound, False
        self._places += not through
        return Where(
            above.place if through else self._places,
            above.deleted or (through and name in DELETED),
            above.inserted or (through and name in INSERTED),
        )


def _is_torn(kind: _Kind, parent: _Kind) -> bool:
    """A piece of a field where no program writes one: in no run, of other elements, or with elements inside."""
    if parent.known and parent.name in TEXTS:
        return True
    if not kind.piece:
        return False
    return not kind.known or (kind.name != SIMPLE and parent.name not in AROUND)
