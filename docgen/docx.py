"""The Word document of a request: the master's parts, compiled once, filled by Jinja with every text escaped."""

import re
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docxtpl import DocxTemplate
from jinja2 import Environment, StrictUndefined, Template
from markupsafe import Markup, escape

from docgen.shown import Shown

MASTERS = Path(__file__).parent / "masters"
LONGEST_TITLE = 255
"""What Word takes as a document's title property."""

STAND_INS = {"0B5C7C": "{{ ink }}", "EDF4F7": "{{ tint }}", "nb-NO": "{{ locale }}"}
"""The master's colours that stand for the municipality's, and the language that stands for the document's."""

LOCALES = {"nb": "nb-NO", "nn": "nn-NO", "en": "en-GB"}

FROM_RIGHT = re.compile(r"^[^a-zA-Z\u00c0-\u058f]*[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
EPOCH = (1980, 1, 1, 0, 0, 0)
"""The same request gives the same bytes."""

# A brace stands alone: docxtpl's patterns do not reach over a comment that holds a ">", so a second pass of
# docxtpl over the finished file finds nothing to evaluate or to rewrite. Word and other readers see no difference.
APART = '</w:t><!-- > --><w:t xml:space="preserve">'
SET = str.maketrans(
    {
        "{": "{" + APART,
        "}": APART + "}",
        "\n": '</w:t><w:br/><w:t xml:space="preserve">',
        "\t": '</w:t><w:tab/><w:t xml:space="preserve">',
    }
)


def docx(kind: str, data: Shown) -> bytes:
    """The document as DOCX. Raises ``jinja2.UndefinedError`` where the master names what the request has not."""
    title = data["content"]["title"][:LONGEST_TITLE].translate({ord("{"): "(", ord("}"): ")"})
    values = {
        **data,
        "title": escape(title),
        "ink": data["ink"][1:],
        "tint": data["tint"][1:],
        "locale": LOCALES[data["content"]["language"]],
    }
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED, compresslevel=4) as package:
        for name, part in _master(kind):
            content = part if isinstance(part, bytes) else part.render(values).encode()
            package.writestr(_entry(name), content)
    return made.getvalue()


def _entry(name: str) -> ZipInfo:
    entry = ZipInfo(name, EPOCH)
    entry.compress_type = ZIP_DEFLATED
    return entry


@cache
def _master(kind: str) -> tuple[tuple[str, bytes | Template], ...]:
    """The parts in their order; those with words or colours to fill in are compiled."""
    environment = Environment(autoescape=True, undefined=StrictUndefined, finalize=_set)
    environment.tests["from_right"] = lambda text: FROM_RIGHT.match(text) is not None
    patched = DocxTemplate(MASTERS / f"{kind}.docx")
    parts: list[tuple[str, bytes | Template]] = []
    with ZipFile(MASTERS / f"{kind}.docx") as package:
        for name in package.namelist():
            content = package.read(name)
            source = content.decode() if name.endswith((".xml", ".rels")) else ""
            for stand_in, words in STAND_INS.items():
                source = source.replace(stand_in, words)
            filled = environment.from_string(patched.patch_xml(source)) if "{{" in source else content
            parts.append((name, filled))
    return tuple(parts)


def _set(value: Any) -> Any:
    """Text as WordprocessingML: escaped, line feeds and tabs kept, no two braces together."""
    if isinstance(value, str) and not isinstance(value, Markup):
        return Markup(str(escape(value)).translate(SET))  # noqa: S704 - escaped in the same breath
    return value
