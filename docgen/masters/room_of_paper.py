"""The room that a question has on paper in Word, by its kind; says what parts/room.typ says."""

from docx.oxml.ns import nsdecls

from docgen.masters.blocks import Block, Line, Table, each, where
from docgen.masters.styles import HAIRLINE, WIDE

SIDES = "".join(
    f'<w:{side} w:val="single" w:sz="6" w:space="0" w:color="{HAIRLINE}"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
GRID = f"<w:tblBorders>{SIDES}</w:tblBorders>"
HIGH = f'<w:trPr {nsdecls("w")}><w:cantSplit/><w:trHeight w:val="400" w:hRule="atLeast"/></w:trPr>'

SHORT = (
    "room.options | length < 5 and room.options | map(attribute='label') | join | length < 44"
    " and not room.options | map(attribute='hint') | join"
)
"""Two or three short answers stand on one line, others under each other."""


def _ticks() -> list[Block]:
    """All but the last are kept with the next, and the question with the first."""
    return [
        Line("", f"{{%p if {SHORT} %}}"),
        Line("Tick line", "{% for option in room.options %}{{ tick }} {{ option.label }}\t{% endfor %}"),
        Line("", "{%p else %}"),
        Line("", "{%p for option in room.options %}"),
        Line("", "{%p if loop.last and not option.hint %}"),
        Line("Last tick", "{{ tick }}\t{{ option.label }}"),
        Line("", "{%p else %}"),
        Line("Tick", "{{ tick }}\t{{ option.label }}"),
        Line("", "{%p endif %}"),
        *where("option.hint and loop.last", Line("Last tick hint", "{{ option.hint }}")),
        *where("option.hint and not loop.last", Line("Tick hint", "{{ option.hint }}")),
        Line("", "{%p endfor %}"),
        Line("", "{%p endif %}"),
    ]


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
        (3402, WIDE - 3402), (asked, answered), loop="column in room.columns", borders=GRID, row=HIGH
    )
    return [
        Line("", "{%p for title in room.titles %}"),
        Line("Row title", "{{ title }}"),
        cells,
        Line("", "{%p endfor %}"),
    ]


LINES = each(
    "label in room.labels", *where("label", Line("Label of line", "{{ label }}")), Line("Pen", "")
)
RULED = [*each("_ in range(room.lines)", Line("Ruled", "")), Line("Gap", "")]


def room(*, narrow: bool) -> list[Block]:
    """In half the breadth no small tables stand."""
    tables = [] if narrow else [Line("", "{%p elif room.kind == 'rows' %}"), *_rows()]
    return [
        Line("", "{%p set room = question.room %}"),
        Line("", "{%p if room.kind == 'ticks' %}"),
        *_ticks(),
        Line("", "{%p elif room.kind == 'lines' %}"),
        *LINES,
        Line("", "{%p elif room.kind == 'ruled' %}"),
        *RULED,
        Line("", "{%p elif room.kind == 'digits' %}"),
        *_digits(),
        *tables,
        Line("", "{%p else %}"),
        Line("Text", "{{ room.text }}"),
        Line("", "{%p endif %}"),
    ]
