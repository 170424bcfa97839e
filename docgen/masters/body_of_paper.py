"""What stands in the Word master of a blank form; says what blank.typ says."""

from collections.abc import Sequence

from docgen.masters.blocks import Block, Line, Table, each, lines, where
from docgen.masters.room_of_paper import PAPER, WHOLE, lines_of, room

HALF = PAPER // 2


def question(*, narrow: bool = False) -> list[Block]:
    """A question with its room."""
    return [
        *where("question.question", Line("Asked", "{{ question.question }}")),
        *where("question.hint", Line("Hint", "{{ question.hint }}")),
        *room(narrow=narrow),
    ]


def half(place: int) -> Sequence[Block]:
    """A cell with that question of a pair. A cell must end with a paragraph."""
    return [Line("", f"{{%p set question = pair[{place}] %}}"), *question(narrow=True), Line("End", "")]


def group() -> list[Block]:
    """Questions under their condition, some of them in pairs."""
    return [
        *where("group.condition", Line("Condition", "{{ group.condition }}")),
        Line("", "{%p for pair in group.rows %}"),
        Line("", "{%p if pair | length == 2 %}"),
        Table((HALF, HALF), (half(0), half(1)), row=WHOLE, inset=True),
        Line("", "{%p else %}"),
        Line("", "{%p set question = pair[0] %}"),
        *question(),
        Line("", "{%p endif %}"),
        Line("", "{%p endfor %}"),
    ]


def beside(place: int) -> Sequence[Block]:
    """A cell with that group of two, which has but one question."""
    return [
        Line("", f"{{%p set group = lane[{place}] %}}"),
        *where("group.condition", Line("Condition", "{{ group.condition }}")),
        Line("", "{%p set question = group.rows[0][0] %}"),
        *question(narrow=True),
        Line("End", ""),
    ]


def sections(many: str) -> list[Block]:
    return [
        Line("", f"{{%p for section in {many} %}}"),
        Line("Heading 2", "{{ section.title }}"),
        *where("section.condition", Line("Condition", "{{ section.condition }}")),
        *each("sentence in section.lead", Line("Lead", "{{ sentence }}")),
        Line("", "{%p for lane in section.lanes %}"),
        Line("", "{%p if lane | length == 2 %}"),
        Table((HALF, HALF), (beside(0), beside(1)), row=WHOLE, inset=True),
        Line("", "{%p else %}"),
        Line("", "{%p set group = lane[0] %}"),
        *group(),
        Line("", "{%p endif %}"),
        Line("", "{%p endfor %}"),
        Line("", "{%p endfor %}"),
    ]


SIGNING: list[Block] = [
    Line("Privacy", "*{{ content.privacy.title }}*"),
    Line("Privacy", "{{ content.privacy.text }}"),
    Line("Heading 2", "{{ content.signing.title }}"),
    *each("sentence in content.signing.lead", Line("Lead", "{{ sentence }}")),
    *each("sentence in content.signing.declarations", Line("Tick", "{{ tick }}\t{{ sentence }}")),
    *lines_of("content.signing.lines", narrow=False),
    Line("Gap", ""),
]
HEAD: list[Block] = [
    *lines(
        ("Municipality", "{{ content.letterhead.municipality }}"),
        ("Office", "{{ content.letterhead.office }}"),
    ),
    *each("line in content.letterhead.lines", Line("Contact", "{{ line }}")),
]
HAND_IN: list[Block] = [
    Line("Hand in", "*{{ content.hand_in.title }}*"),
    *each("line in content.hand_in.lines", Line("Hand in", "{{ line }}")),
]
TOLD = each(
    "told in content.told",
    Line("", "{%p if loop.first %}"),
    Line("Hand in", "*{{ told.title }}*"),
    Line("Hand in", "{{ told.text }}"),
    Line("Gap", ""),
    Line("", "{%p else %}"),
    Line("Told title", "{{ told.title }}"),
    Line("Text", "{{ told.text }}"),
    Line("", "{%p endif %}"),
)
APART: list[Block] = [
    Line("", "{%p if content.apart %}"),
    Line("New page", "{{ content.apart.title }}"),
    *each("sentence in content.apart.lead", Line("Hand in", "{{ sentence }}")),
    *sections("content.apart.sections"),
    Line("", "{%p endif %}"),
]
BLANK: list[Block] = [
    Table((PAPER - 4000, 4000), (HEAD, [Line("Beside", ""), *HAND_IN])),
    Line("Heading 1", "{{ content.title }}"),
    *TOLD,
    Line("Text", "{{ content.guidance }}"),
    *sections("content.sections"),
    Line("Gap", ""),
    Table((PAPER,), (SIGNING,), row=WHOLE),
    *APART,
]
