"""Builds form.docx, the Word master of a form: run it, then look at the file in Word. Says what form.typ says."""

import re
from pathlib import Path

from docx import Document
from docx.document import Document as Docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm
from docx.text.paragraph import Paragraph

from docgen.masters.form_styles import DEFAULTS, QUIET, STYLES

HERE = Path(__file__).parent
TO_SIGN = "To sign"
"""Stands for the table with the rows that follow: of a row, Word and LibreOffice put nothing on another page."""

SIGNED: tuple[tuple[str, str], ...] = (
    ("", "{%p if loop.first %}"),
    ("", "{%p for sentence in content.declarations %}"),
    ("Declaration", "{{ sentence }}"),
    ("", "{%p endfor %}"),
    ("", "{%p endif %}"),
    ("Gap", ""),
    ("", "{%p for fact in signature.facts if fact.value or not signature.by_hand %}"),
    ("Signature", "[{{ fact.label }}]\t{{ fact.value }}"),
    ("", "{%p endfor %}"),
    ("", "{%p for fact in signature.facts if signature.by_hand and not fact.value %}"),
    ("By hand", "{{ fact.label }}"),
    ("Line to write on", ""),
    ("", "{%p endfor %}"),
    ("Gap", ""),
)
"""The declarations with the first signature, then each of the other signatures."""

BODY: tuple[tuple[str, str], ...] = (
    ("Municipality", "{{ content.letterhead.municipality }}"),
    ("Office", "{{ content.letterhead.office }}"),
    ("", "{%p for line in content.letterhead.lines %}"),
    ("Contact", "{{ line }}"),
    ("", "{%p endfor %}"),
    ("Heading 1", "{{ content.title }}"),
    ("Fact", "[{{ content.labels.reference }}]\t{{ content.reference }}"),
    ("", "{%p for fact in receipt + content.facts %}"),
    ("Fact", "[{{ fact.label }}]\t{{ fact.value }}"),
    ("", "{%p endfor %}"),
    ("", "{%p for section in content.sections %}"),
    ("Heading 2", "{{ section.title }}"),
    ("", "{%p for row in section.answers %}"),
    ("Question", "{{ row.question }}"),
    ("", "{%p if row.answer is from_right %}"),
    ("Answer from right", "{{ row.answer }}"),
    ("", "{%p else %}"),
    ("Answer", "{{ row.answer }}"),
    ("", "{%p endif %}"),
    ("", "{%p endfor %}"),
    ("", "{%p endfor %}"),
    ("", "{%p if content.attachments %}"),
    ("Heading 2", "{{ content.labels.attachments }}"),
    ("", "{%p endif %}"),
    ("", "{%p for file in content.attachments %}"),
    ("Attachment", "*{{ file.name }}*  [{{ file.size }}]"),
    ("Fingerprint", "SHA-256 {{ file.sha256 }}"),
    ("", "{%p endfor %}"),
    ("", "{%p if content.declarations or signatures %}"),
    ("Heading 2", "{{ content.labels.signatures }}"),
    (TO_SIGN, ""),
    ("", "{%p endif %}"),
    ("Heading 2", "{{ content.labels.seal_title }}"),
    ("Seal", "{{ content.labels.seal_text }}"),
    ("Fact", "*{{ content.labels.content_hash }}*"),
    ("Fact", "[{{ content_sha256 }}]"),
    ("", "{%p if replaced %}"),
    ("Heading 2", "{{ content.labels.replaced_title }}"),
    ("Answer", "{{ content.labels.replaced_text }}"),
    ("", "{%p endif %}"),
    ("", "{%p for row in replaced %}"),
    ("Replaced", "{{ row.mark }}  {{ row.code }}  {{ row.name }}"),
    ("", "{%p endfor %}"),
)
"""Style and text of each paragraph: ``[quiet]``, ``*bold*``, tabs; without style it holds docxtpl's own words."""


TABLE = f"""<w:tblPr {nsdecls("w")}><w:tblW w:w="5000" w:type="pct"/><w:tblLayout w:type="fixed"/>
<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr>"""

WHOLE = f"""<w:cantSplit {nsdecls("w")} w:val="{{{{ 0 if (content.declarations | join | length) // 2500
or content.declarations | length // 28 else 1 }}}}"/>"""
"""Not split, unless it is about as long as a page: LibreOffice leaves the page before it empty then."""

UNUSED = {"stylesWithEffects", "thumbnail", "customXml", "numbering", "webSettings", "theme"}

SETTINGS = f"""<w:settings {nsdecls("w")}><w:zoom w:percent="100"/><w:defaultTabStop w:val="567"/>
<w:characterSpacingControl w:val="doNotCompress"/><w:compat>
<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>
</w:compat><w:themeFontLang w:val="nb-NO"/></w:settings>"""

FONTS = f"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:fonts {nsdecls("w")}>
<w:font w:name="Noto Sans"><w:altName w:val="Segoe UI"/><w:panose1 w:val="020B0502040504020204"/>
<w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font>
<w:font w:name="Noto Sans SC"><w:altName w:val="Microsoft YaHei"/><w:panose1 w:val="020B0500000000000000"/>
<w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font>
<w:font w:name="Noto Sans Arabic"><w:altName w:val="Segoe UI"/><w:panose1 w:val="020B0502040504020204"/>
<w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font>
</w:fonts>"""
"""In Word without our fonts, Segoe UI stands in: every Windows has it, and it is as wide."""


def main() -> None:
    """Writes form.docx beside this file."""
    document = Document()
    page(document)
    styles(document)
    for style, text in BODY:
        if style == TO_SIGN:
            to_sign(document)
        else:
            write(document.add_paragraph(style=style or "Normal"), text)
    footer(document)
    lean(document)
    document.core_properties.title = "{{ title }}"
    document.core_properties.author = "{{ content.letterhead.municipality }}"
    document.core_properties.comments = ""
    document.save(str(HERE / "form.docx"))


def write(paragraph: Paragraph, text: str) -> None:
    """The text of BODY into the paragraph."""
    for piece, bold, quiet in runs(text):
        paragraph.add_run(piece, style="Quiet" if quiet else None).bold = bold or None


def to_sign(document: Docx) -> None:
    """A table without lines, a row for each signature, between the two rows that repeat it."""
    table = document.add_table(3, 1)
    table._tbl.tblPr.getparent().replace(table._tbl.tblPr, parse_xml(TABLE))  # noqa: SLF001 - it has no margins
    table.cell(0, 0).text = "{%tr for signature in signatures or [dict(facts=[])] %}"
    table.cell(2, 0).text = "{%tr endfor %}"
    table.rows[1]._tr.get_or_add_trPr().append(parse_xml(WHOLE))  # noqa: SLF001 - nor this
    cell = table.cell(1, 0)
    for style, text in SIGNED:
        write(cell.add_paragraph(style=style or "Normal"), text)
    cell._tc.remove(cell.paragraphs[0]._p)  # noqa: SLF001 - each cell begins with an empty one


def runs(text: str) -> list[tuple[str, bool, bool]]:
    """The text in pieces: what stands in ``*`` is bold, what stands in ``[ ]`` is quiet."""
    pieces = re.findall(r"\*([^*]+)\*|\[([^\]]+)\]|([^*\[]+)", text)
    return [(bold or quiet or plain, bool(bold), bool(quiet)) for bold, quiet, plain in pieces]


def page(document: Docx) -> None:
    """A4 with the margins of form.typ."""
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin = Mm(25), Mm(22)
    section.top_margin, section.bottom_margin = Mm(18), Mm(22)
    section.footer_distance = Mm(12)


def styles(document: Docx) -> None:
    """Our styles in the place of those that python-docx brings."""
    element = document.styles.element
    kept = {"Normal", "Default Paragraph Font"}
    for style in list(document.styles):
        if style.name not in kept:
            style.element.getparent().remove(style.element)
    defaults = element.find(qn("w:docDefaults"))
    defaults.getparent().replace(defaults, parse_xml(DEFAULTS))
    element.remove(element.find(qn("w:latentStyles")))
    normal = document.styles["Normal"].element
    for child in normal.findall(qn("w:rPr")) + normal.findall(qn("w:pPr")):
        normal.remove(child)
    for name, paragraph, letters in STYLES:
        kind, level = ("Heading", name[-1]) if name.startswith("Heading") else ("", "")
        outline = f'<w:outlineLvl w:val="{int(level) - 1}"/>' if kind else ""
        element.append(
            parse_xml(
                f'<w:style {nsdecls("w")} w:type="paragraph" w:styleId="{name.replace(" ", "")}">'
                f'<w:name w:val="{name.lower() if kind else name}"/><w:basedOn w:val="Normal"/><w:qFormat/>'
                f"<w:pPr>{paragraph}{outline}</w:pPr><w:rPr>{letters}</w:rPr></w:style>"
            )
        )
    element.append(
        parse_xml(
            f'<w:style {nsdecls("w")} w:type="character" w:styleId="Quiet"><w:name w:val="Quiet"/>'
            f'<w:rPr><w:color w:val="{QUIET}"/><w:sz w:val="18"/></w:rPr></w:style>'
        )
    )


def footer(document: Docx) -> None:
    """Reference on the left, page number on the right, as fields that Word keeps right."""
    paragraph = document.sections[0].footer.paragraphs[0]
    paragraph.style = document.styles["Foot"]
    paragraph.add_run("{{ content.labels.reference }} {{ content.reference }}\t{{ content.labels.page }} ")
    for instruction, between in (("PAGE", " {{ content.labels.of }} "), ("NUMPAGES", "")):
        paragraph._p.append(  # noqa: SLF001 - python-docx has no fields
            parse_xml(
                f'<w:fldSimple {nsdecls("w")} w:instr=" {instruction} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
            )
        )
        paragraph.add_run(between)


def lean(document: Docx) -> None:
    """Without the parts that python-docx brings and nothing here uses; with the fonts' stand-ins and our settings."""
    for rels in (document.part.rels, document.part.package.rels):
        for key in [key for key, rel in rels.items() if rel.reltype.rsplit("/", 1)[1] in UNUSED]:
            rels.pop(key)
    settings = document.settings.element
    for child in list(settings):
        settings.remove(child)
    for child in parse_xml(SETTINGS):
        settings.append(child)
    fonts = next(rel.target_part for rel in document.part.rels.values() if rel.reltype.endswith("/fontTable"))
    fonts._blob = FONTS.encode()  # noqa: SLF001 - python-docx has no font table


if __name__ == "__main__":
    main()
