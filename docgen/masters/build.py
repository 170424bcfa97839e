"""Builds the Word masters: run it (``python -m docgen.masters.build``), then look at the files in Word.

Each says what the PDF master of the same name says, in the same order.
"""

from collections.abc import Mapping
from functools import reduce
from pathlib import Path

from docx import Document
from docx.document import Document as Docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm

from docgen.masters.bodies import BODIES
from docgen.masters.styles import DEFAULTS, QUIET, STYLES
from docgen.masters.styles_of_paper import PAPER_STYLES

HERE = Path(__file__).parent
UNUSED = {"stylesWithEffects", "thumbnail", "customXml", "numbering", "webSettings", "theme"}

CLOSER = {
    'w:before="360" w:after="100"': 'w:before="220" w:after="60"',
    'w:before="440" w:after="260"': 'w:before="260" w:after="140"',
}
"""Headings of what is to be printed and carried."""
MARGINS, PAPER_MARGINS = (25, 22, 18, 22), (20, 18, 12, 18)

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
    """Writes the masters beside this file."""
    for name in BODIES:
        master(name).save(str(HERE / f"{name}.docx"))


def master(name: str) -> Docx:
    """The master of that name."""
    document = Document()
    page(document, PAPER_MARGINS if name == "blank" else MARGINS)
    styles(document, CLOSER if name == "blank" else {})
    for block in BODIES[name]:
        block.write(document)
    footer(document)
    lean(document)
    document.core_properties.title = "{{ title }}"
    document.core_properties.author = "{{ content.letterhead.municipality }}"
    document.core_properties.comments = ""
    return document


def page(document: Docx, margins: tuple[int, int, int, int]) -> None:
    """A4 with the margins of the PDF master: left, right, top and bottom, in millimetres."""
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    left, right, top, bottom = map(Mm, margins)
    section.left_margin, section.right_margin = left, right
    section.top_margin, section.bottom_margin = top, bottom
    section.footer_distance = min(Mm(12), bottom - Mm(9))


def styles(document: Docx, spacing: Mapping[str, str]) -> None:
    """Our styles in the place of those that python-docx brings; ``spacing`` has another for each of its keys."""
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
    for name, spaced, letters in STYLES + PAPER_STYLES:
        paragraph = reduce(lambda said, one: said.replace(*one), spacing.items(), spaced)
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
    element.append(
        parse_xml(
            f'<w:style {nsdecls("w")} w:type="character" w:styleId="Box"><w:name w:val="Box"/>'
            f'<w:rPr><w:bdr w:val="single" w:sz="6" w:space="0" w:color="{QUIET}"/></w:rPr></w:style>'
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
