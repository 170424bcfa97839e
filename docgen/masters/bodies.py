"""What stands in each Word master, part by part; beside it lie the PDF masters, which say the same."""

from docx.oxml.ns import nsdecls

from docgen.masters.blocks import Block, Drawn, Line, Table, each, lines, where
from docgen.masters.body_of_paper import BLANK
from docgen.masters.styles import WIDE

WHOLE = f"""<w:cantSplit {nsdecls("w")} w:val="{{{{ 0 if (content.declarations | join | length) // 2500
or content.declarations | length // 28 else 1 }}}}"/>"""
"""Not split, unless it is about as long as a page: LibreOffice leaves the page before it empty then."""

ADDRESSEE = [
    *lines(
        ("Municipality", "{{ content.letterhead.municipality }}"),
        ("Office", "{{ content.letterhead.office }}"),
    ),
    *each("line in content.letterhead.lines", Line("Contact", "{{ line }}")),
]
TITLE = Line("Heading 1", "{{ content.title }}")
FACT = Line("Fact", "[{{ fact.label }}]\t{{ fact.value }}")
REFERENCE = Line("Fact", "[{{ content.labels.reference }}]\t{{ content.reference }}")
KNOWN = [REFERENCE, *each("fact in receipt", FACT)]
FACTS = each("fact in content.facts", FACT)
POINTS = [
    *where("content.points", Line("Heading 2", "{{ content.labels.points }}")),
    *each("point in content.points", Line("Point", "*{{ loop.index }}.*\t{{ point }}")),
]
SECTIONS = each(
    "section in content.sections",
    Line("Heading 2", "{{ section.title }}"),
    *each(
        "row in section.answers",
        Line("Question", "{{ row.question }}"),
        *lines(
            ("", "{%p if row.answer is from_right %}"),
            ("Answer from right", "{{ row.answer }}"),
            ("", "{%p else %}"),
            ("Answer", "{{ row.answer }}"),
            ("", "{%p endif %}"),
        ),
    ),
)
ATTACHMENTS = [
    *where("content.attachments", Line("Heading 2", "{{ content.labels.attachments }}")),
    *each(
        "file in content.attachments",
        Line("Attachment", "*{{ file.name }}*  [{{ file.size }}]"),
        Line("Fingerprint", "SHA-256 {{ file.sha256 }}"),
    ),
]
SEAL = lines(
    ("Heading 2", "{{ content.labels.seal_title }}"),
    ("Seal", "{{ content.labels.seal_text }}"),
    ("Fact", "*{{ content.labels.content_hash }}*"),
    ("Fact", "[{{ content_sha256 }}]"),
)
REPLACED = [
    *where(
        "replaced",
        *lines(
            ("Heading 2", "{{ content.labels.replaced_title }}"),
            ("Answer", "{{ content.labels.replaced_text }}"),
        ),
    ),
    *each("row in replaced", Line("Replaced", "{{ row.mark }}  {{ row.code }}  {{ row.name }}")),
]
GAP = Line("Gap", "")


def signing(declared: str) -> list[Block]:
    """The declarations with the first signature, then each of the other signatures, a row of a table each.

    Of a row, Word and LibreOffice put nothing on another page.
    """
    signed: list[Block] = [
        *where("loop.first", *each("sentence in content.declarations", Line(declared, "{{ sentence }}"))),
        GAP,
        Line("", "{%p if signature.picture %}"),
        Drawn("Signature", "signature.picture"),
        Line("", "{%p endif %}"),
        *each(
            "fact in signature.facts if fact.value or not signature.by_hand",
            Line("Signature", "[{{ fact.label }}]\t{{ fact.value }}"),
        ),
        *each(
            "fact in signature.facts if signature.by_hand and not fact.value",
            *lines(("By hand", "{{ fact.label }}"), ("Line to write on", "")),
        ),
        GAP,
    ]
    return [
        Line("", "{%p if content.declarations or signatures %}"),
        Line("Heading 2", "{{ content.labels.signatures }}"),
        Table(
            (WIDE,), (signed,), loop="signature in signatures or [dict(facts=[], picture=none)]", row=WHOLE
        ),
        Line("", "{%p endif %}"),
    ]


BESIDE = [
    Line("Beside", ""),
    *lines(("Contact", "{{ content.labels.reference }}"), ("Known", "{{ content.reference }}")),
    *each("fact in receipt[:1]", *lines(("Contact", "{{ fact.label }}"), ("Known", "{{ fact.value }}"))),
]
"""Reference and date, beside the addressee of a letter."""

BODIES: dict[str, list[Block]] = {
    "form": [
        *ADDRESSEE,
        TITLE,
        *KNOWN,
        *FACTS,
        *POINTS,
        *SECTIONS,
        *ATTACHMENTS,
        *signing("Declaration"),
        *SEAL,
        *REPLACED,
    ],
    "letter": [
        Table((WIDE - 3400, 3400), (ADDRESSEE, BESIDE)),
        TITLE,
        *each("fact in receipt[1:]", FACT),
        *FACTS,
        *POINTS,
        *SECTIONS,
        *ATTACHMENTS,
        *signing("Declaration"),
        *SEAL,
        *REPLACED,
    ],
    "declaration": [
        *ADDRESSEE,
        TITLE,
        *FACTS,
        *POINTS,
        *SECTIONS,
        *signing("Declared"),
        *ATTACHMENTS,
        Line("Gap", ""),
        *KNOWN,
        *SEAL,
        *REPLACED,
    ],
    "blank": [*BLANK, *REPLACED],
}
