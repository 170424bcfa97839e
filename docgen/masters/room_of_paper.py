"""The room that a question has on paper in Word, by its kind; says what parts/room.typ says."""

from docx.oxml.ns import nsdecls

from docgen.masters.blocks import Block, Line, Table, each, where
from docgen.masters.styles import HAIRLINE

SIDES = "".join(
    f'<w:{side} w:val="single" w:sz="6" w:space="0" w:color="{HAIRLINE}"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
GRID = f"<w:tblBorders>{SIDES}</w:tblBorders>"
PAPER = 9751
"""Twips between the margins of a form on paper."""
WHOLE = f"<w:cantSplit {nsdecls('w')}/>"
HIGH = f'<w:trPr {nsdecls("w")}><w:cantSplit/><w:trHeight w:val="400" w:hRule="atLeast"/></w:trPr>'

SHORT = (
    "room.options | length < 5 and room.options | map(attribute='label') | join | length < 44"
    " and not room.options | map(attribute='hint') | join"
)
"""Two or three short answers stand on one line, others under each other."""


def _ticks(*, narrow: bool) -> list[Block]:
    """All but the last are kept with the next, and the question with the first; many stand in two columns."""
    many: list[Block] = [] if narrow else [Line("", "{%p elif room.options | length > 1 %}"), _in_columns()]
    return [
        Line("", f"{{%p if {SHORT} %}}"),
        Line("Tick line", "{% for option in room.options %}{{ tick }} {{ option.label }}\t{% endfor %}"),
        *many,
        Line("", "{%p else %}"),
        *each("option in room.options", *_ticked("option")),
        Line("", "{%p endif %}"),
    ]


def _ticked(option: str) -> list[Line]:
    label, hint = f"{{{{ tick }}}}\t{{{{ {option}.label }}}}", f"{{{{ {option}.hint }}}}"
    return [
        *where(f"loop.last and not {option}.hint", Line("Last tick", label)),
        *where(f"not loop.last or {option}.hint", Line("Tick", label)),
        *where(f"loop.last and {option}.hint", Line("Last tick hint", hint)),
        *where(f"not loop.last and {option}.hint", Line("Tick hint", hint)),
    ]


def _in_columns() -> Table:
    left = [*_ticked("pair.0"), Line("End", "")]
    right = [
        Line("", "{%p if pair | length > 1 %}"),
        *_ticked("pair.1"),
        Line("", "{%p endif %}"),
        Line("End", ""),
    ]
    return Table(
        (PAPER // 2, PAPER // 2), (left, right), loop="pair in room.options | batch(2)", row=WHOLE, inset=True
    )


def _digits() -> list[Block]:
    return [
        Line(
            "Digits",
            "{% for group in room.groups %}[{{ group.label }}] "
            "{% for _ in range(group.digits) %}‹\u00a0\u00a0› {% endfor %}  {% endfor %}",
        )
    ]


def _rows() -> list[Block]:
    asked = [
        Line("Cell", "{{ column.label }}"),
        *where("column.hint", Line("Cell hint", "{{ column.hint }}")),
    ]
    answered = [Line("Cell", "{% for option in column.options %}{{ tick }} {{ option }}\t{% endfor %}")]
    cells = Table(
        (3402, PAPER - 3402), (asked, answered), loop="column in room.columns", borders=GRID, row=HIGH
    )
    return [
        Line("", "{%p for title in room.titles %}"),
        Line("Row title", "{{ title }}"),
        cells,
        Line("", "{%p endfor %}"),
    ]


def lines_of(labels: str, *, narrow: bool) -> list[Block]:
    """Several short lines stand beside each other, such as postcode and town."""
    one = each(f"label in {labels}", *where("label", Line("Label of line", "{{ label }}")), Line("Pen", ""))
    if narrow:
        return [*one]

    def cell(number: int) -> list[Line]:
        at = f"row.{number}"
        labelled = Line("Label of line", f"{{{{ {at} }}}}")
        return [*where(f"row | length > {number}", *where(at, labelled), Line("Pen", "")), Line("End", "")]

    def beside(*widths: int) -> Table:
        cells = tuple(cell(number) for number in range(len(widths)))
        return Table(widths, cells, loop=f"row in {labels} | batch({len(widths)})", row=WHOLE, inset=True)

    return [
        Line("", f"{{%p if {labels} | length == 3 %}}"),
        beside(PAPER - 5200, 2200, 3000),
        Line("", f"{{%p elif {labels} | length > 1 %}}"),
        beside(PAPER // 2, PAPER // 2),
        Line("", "{%p else %}"),
        *one,
        Line("", "{%p endif %}"),
    ]


RULED = [*each("_ in range(room.lines)", Line("Ruled", "")), Line("Gap", "")]


def room(*, narrow: bool) -> list[Block]:
    """In half the breadth no small tables stand."""
    tables = [] if narrow else [Line("", "{%p elif room.kind == 'rows' %}"), *_rows()]
    return [
        Line("", "{%p set room = question.room %}"),
        Line("", "{%p if room.kind == 'ticks' %}"),
        *_ticks(narrow=narrow),
        Line("", "{%p elif room.kind == 'lines' %}"),
        *lines_of("room.labels", narrow=narrow),
        Line("", "{%p elif room.kind == 'ruled' %}"),
        *RULED,
        Line("", "{%p elif room.kind == 'digits' %}"),
        *_digits(),
        *tables,
        Line("", "{%p else %}"),
        Line("Text", "{{ room.text }}"),
        Line("", "{%p endif %}"),
    ]
