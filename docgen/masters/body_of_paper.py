"""What stands in the Word master of a blank form under its title; says what blank.typ says."""

from docx.oxml.ns import nsdecls

from docgen.masters.blocks import Block, Line, Table, each, lines, where
from docgen.masters.styles import HAIRLINE, WIDE

SIDES = "".join(
    f'<w:{side} w:val="single" w:sz="6" w:space="0" w:color="{HAIRLINE}"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
GRID = f"<w:tblBorders>{SIDES}</w:tblBorders>"
HIGH = f'<w:trPr {nsdecls("w")}><w:cantSplit/><w:trHeight w:val="480" w:hRule="atLeast"/></w:trPr>'

SHORT = (
    "room.options | length < 5 and room.options | map(attribute='label') | join | length < 44"
    " and not room.options | map(attribute='hint') | join"
)
"""Two or three short answers stand on one line, others under each other."""

HINTED = where("option.hint", Line("Tick hint", "{{ option.hint }}"))
TICKS: list[Block] = [
    Line("", f"{{%p if {SHORT} %}}"),
    Line("Tick line", "{% for option in room.options %}{{ tick }} {{ option.label }}\t{% endfor %}"),
    Line("", "{%p else %}"),
    *each("option in room.options", Line("Tick", "{{ tick }}\t{{ option.label }}"), *HINTED),
    Line("", "{%p endif %}"),
]
DIGITS: list[Block] = [
    Line(
        "Digits",
        "{% for group in room.groups %}[{{ group.label }}] "
        "{% for _ in range(group.digits) %}‹\u00a0\u00a0\u00a0› {% endfor %}   {% endfor %}",
    ),
]
LINES = each("label in room.labels", *where("label", Line("Label of line", "{{ label }}")), Line("Pen", ""))
RULED = [*each("_ in range(room.lines)", Line("Ruled", "")), Line("Gap", "")]
ROWS: list[Block] = [
    Line("", "{%p for title in room.titles %}"),
    Line("Row title", "{{ title }}"),
    Table(
        (3402, 5839),
        (
            [
                Line("Cell", "{{ column.label }}"),
                *where("column.hint", Line("Cell hint", "{{ column.hint }}")),
            ],
            [Line("Cell", "{% for option in column.options %}{{ tick }} {{ option }}\t{% endfor %}")],
        ),
        loop="column in room.columns",
        borders=GRID,
        row=HIGH,
    ),
    Line("", "{%p endfor %}"),
]
ROOM: list[Block] = [
    Line("", "{%p set room = question.room %}"),
    Line("", "{%p if room.kind == 'ticks' %}"),
    *TICKS,
    Line("", "{%p elif room.kind == 'lines' %}"),
    *LINES,
    Line("", "{%p elif room.kind == 'ruled' %}"),
    *RULED,
    Line("", "{%p elif room.kind == 'digits' %}"),
    *DIGITS,
    Line("", "{%p elif room.kind == 'rows' %}"),
    *ROWS,
    Line("", "{%p else %}"),
    Line("Text", "{{ room.text }}"),
    Line("", "{%p endif %}"),
]
SIGNING = [
    *each("sentence in content.signing.lead", Line("Lead", "{{ sentence }}")),
    *each("sentence in content.signing.declarations", Line("Tick", "{{ tick }}\t{{ sentence }}")),
    *each("label in content.signing.lines", *lines(("Label of line", "{{ label }}"), ("Pen", ""))),
    Line("Gap", ""),
]
BLANK: list[Block] = [
    *lines(("Gap", ""), ("Hand in", "*{{ content.hand_in.title }}*")),
    *each("line in content.hand_in.lines", Line("Hand in", "{{ line }}")),
    Line("Gap", ""),
    *each("sentence in content.guidance", Line("Text", "{{ sentence }}")),
    Line("", "{%p for section in content.sections %}"),
    Line("Heading 2", "{{ section.title }}"),
    *where("section.condition", Line("Condition", "{{ section.condition }}")),
    *each("sentence in section.lead", Line("Lead", "{{ sentence }}")),
    Line("", "{%p for question in section.questions %}"),
    *where("question.condition", Line("Condition", "{{ question.condition }}")),
    *where("question.question and question.condition", Line("Asked on condition", "{{ question.question }}")),
    *where("question.question and not question.condition", Line("Asked", "{{ question.question }}")),
    *where("question.hint", Line("Hint", "{{ question.hint }}")),
    *ROOM,
    Line("", "{%p endfor %}"),
    Line("", "{%p endfor %}"),
    Line("Heading 2", "{{ content.signing.title }}"),
    Table((WIDE,), (SIGNING,), row=f"<w:cantSplit {nsdecls('w')}/>"),
]
