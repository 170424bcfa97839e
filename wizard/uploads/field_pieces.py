"""The codes of the fields in one part of a Word file, gathered from their pieces as any program may put them together.

Programs differ in what they leave out: deleted text, alternatives that they do not know, whatever stands in an element
of another's. A code that is harmless only if all is read is no harmless code.
"""

from dataclasses import dataclass, field

from wizard.uploads.kinds import FETCHES, UnfitError

NESTED = "\0"
"""In a code: another field stands there, and Word puts in what it shows."""
BEGIN, SEPARATE, END = "begin", "separate", "end"


@dataclass(frozen=True)
class Where:
    """Of a piece: the element whose loss takes it along, and whether it was deleted or put in by a tracked change."""

    place: int
    deleted: bool = False
    inserted: bool = False


@dataclass
class _Field:
    begun: Where
    shows: bool = False
    """Whether its code has ended and what it shows has begun, however it is read."""
    pieces: list[tuple[str, Where]] = field(default_factory=list)

    def readings(self) -> list[str]:
        """All of it; as it is if every tracked change is taken, and if none is."""
        return [
            "".join(text for text, _ in self.pieces),
            "".join(text for text, where in self.pieces if not where.deleted),
            "".join(text for text, where in self.pieces if not where.inserted),
        ]


class Codes:
    """As the pieces come: a code may come in many, and hold other fields. ``UnfitError`` where they are torn apart.

    That is a piece that another program does not see though it sees the field's beginning, or the other way round.
    """

    def __init__(self) -> None:
        self._done = list[str]()
        self._stories: list[list[_Field]] = [[]]
        """Of each text that stands within another (a text box), the fields that are open in it."""
        self._loose = list[str]()

    @property
    def _open(self) -> list[_Field]:
        return self._stories[-1]

    def story_begins(self) -> None:
        self._stories.append([])

    def story_ends(self) -> None:
        """A field that goes on over its end is torn: another program sees no end there."""
        if self._stories.pop():
            raise UnfitError(FETCHES)

    def border(self, kind: str, where: Where) -> None:
        if kind == BEGIN:
            self._hold(where)
            self._open.append(_Field(where))
        elif kind not in {SEPARATE, END}:
            raise UnfitError(FETCHES)
        elif self._open:
            self._go_on(kind, where)

    def _go_on(self, kind: str, where: Where) -> None:
        here = self._open[-1]
        same = where == here.begun
        if where.place != here.begun.place or not (same or here.shows or kind == SEPARATE):
            raise UnfitError(FETCHES)
        if kind == SEPARATE:
            here.shows = here.shows or same
        else:
            self._done += self._open.pop().readings()

    def whole(self, code: str, where: Where) -> None:
        self._hold(where)
        self._done.append(code)

    def more(self, text: str, where: Where) -> None:
        if not self._open:
            self._loose.append(text)
        elif where.place != self._open[-1].begun.place:
            raise UnfitError(FETCHES)
        else:
            self._open[-1].pieces.append((text, where))

    def said(self, text: str, where: Where) -> None:
        """Plain text: where it stands in a code, LibreOffice takes it for a piece of that."""
        if self._open and not self._open[-1].shows:
            self.more(text, where)

    def told(self) -> list[str]:
        """Those too that never ended, and what stands outside of any."""
        unended = [code for story in self._stories for one in story for code in one.readings()]
        return [*self._done, *unended, "".join(self._loose)]

    def _hold(self, where: Where) -> None:
        if self._open and not self._open[-1].shows:
            self._open[-1].pieces.append((NESTED, where))
