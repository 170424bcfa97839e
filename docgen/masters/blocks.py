"""What the Word masters are put together from: paragraphs, and tables without a style of their own."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from docx.document import Document as Docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Twips
from docx.table import _Cell
from docx.text.paragraph import Paragraph


class Block(Protocol):
    """A part of a master's body, written at its end."""

    def write(self, document: Docx | _Cell) -> None: ...


@dataclass(frozen=True)
class Line:
    """A paragraph with its style. ``[quiet]``, ``*bold*``, tabs; without style it holds docxtpl's own words."""

    style: str
    text: str

    def write(self, document: Docx | _Cell) -> None:
        paragraph = document.add_paragraph(style=self.style or "Normal")
        if self.style:
            fill(paragraph, self.text)
        else:
            paragraph.add_run(self.text)


def lines(*pairs: tuple[str, str]) -> list[Line]:
    """Paragraphs, each of a style and a text."""
    return [Line(style, text) for style, text in pairs]


def each(what: str, *inside: Line) -> list[Line]:
    """The paragraphs once for every ``one in many``."""
    return [Line("", f"{{%p for {what} %}}"), *inside, Line("", "{%p endfor %}")]


def where(condition: str, *inside: Line) -> list[Line]:
    """The paragraphs only where it holds."""
    return [Line("", f"{{%p if {condition} %}}"), *inside, Line("", "{%p endif %}")]


DRAWING = f"""<w:r {nsdecls("w", "wp", "a", "pic", "r")}><w:drawing>
<wp:inline distT="0" distB="0" distL="0" distR="0">
<wp:extent cx="{{{{ %(of)s.across }}}}" cy="{{{{ %(of)s.down }}}}"/>
<wp:docPr id="{{{{ %(of)s.number }}}}" name="{{{{ %(of)s.file }}}}" descr="{{{{ %(of)s.alternative }}}}"/>
<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>
<pic:nvPicPr><pic:cNvPr id="{{{{ %(of)s.number }}}}" name="{{{{ %(of)s.file }}}}"/><pic:cNvPicPr/></pic:nvPicPr>
<pic:blipFill><a:blip r:embed="{{{{ %(of)s.file }}}}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>
<pic:spPr><a:xfrm><a:off x="0" y="0"/>
<a:ext cx="{{{{ %(of)s.across }}}}" cy="{{{{ %(of)s.down }}}}"/></a:xfrm>
<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>
</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"""


@dataclass(frozen=True)
class Drawn:
    """A picture in the line, as the values ``of`` that name tell it: its file, its size, and the words for it."""

    style: str
    of: str

    def write(self, document: Docx | _Cell) -> None:
        paragraph: Any = document.add_paragraph(style=self.style)
        paragraph._p.append(parse_xml(DRAWING % {"of": self.of}))  # noqa: SLF001 - it takes pictures from files only


@dataclass(frozen=True)
class Table:
    """A row of cells as wide as ``widths`` (twips), each with its paragraphs; ``borders`` and ``row`` are XML.

    With ``loop`` the row comes once for each, between the two rows that say so.
    """

    widths: tuple[int, ...]
    cells: tuple[Sequence[Block], ...]
    loop: str = ""
    borders: str = ""
    row: str = ""
    inset: bool = False
    """Whether the cells keep apart from each other."""

    def write(self, document: Docx | _Cell) -> None:
        table: Any = document.add_table(3 if self.loop else 1, len(self.widths))
        table._tbl.tblPr.getparent().replace(table._tbl.tblPr, parse_xml(self._properties()))  # noqa: SLF001 - it has no margins
        for column, width in zip(table.columns, self.widths, strict=True):
            column._gridCol.set(f"{{{W}}}w", str(width))  # noqa: SLF001 - its own setter widens no grid
        if self.loop:
            table.cell(0, 0).text = f"{{%tr for {self.loop} %}}"
            table.cell(2, 0).text = "{%tr endfor %}"
        said = table.rows[1 if self.loop else 0]
        if self.row:
            said._tr.get_or_add_trPr().append(parse_xml(self.row))  # noqa: SLF001 - nor this
        for cell, inside, width in zip(said.cells, self.cells, self.widths, strict=True):
            cell.width = Twips(width)
            for line in inside:
                line.write(cell)
            cell._tc.remove(cell.paragraphs[0]._p)  # noqa: SLF001 - each cell begins with an empty one

    def _properties(self) -> str:
        return (
            f'<w:tblPr {nsdecls("w")}><w:tblW w:w="{sum(self.widths)}" w:type="dxa"/>{self.borders}'
            '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="0" w:type="dxa"/>'
            f'<w:right w:w="{284 if self.inset else 0}" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        )


PIECE = re.compile(r"\*([^*]+)\*|\[([^\]]+)\]|‹([^›]+)›|([^*\[‹]+)")
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def fill(paragraph: Paragraph, text: str) -> None:
    """The text into the paragraph: what stands in ``*`` is bold, in ``[ ]`` quiet, in ``‹ ›`` a box to write in."""
    for bold, quiet, box, plain in PIECE.findall(text):
        style = "Quiet" if quiet else "Box" if box else None
        paragraph.add_run(bold or quiet or box or plain, style=style).bold = bool(bold) or None
