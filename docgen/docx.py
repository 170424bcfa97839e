"""The Word document of a request: the master's parts, compiled once, filled by Jinja with every text escaped."""

import re
from collections.abc import Mapping
from functools import cache
from io import BytesIO
from pathlib import Path
from types import MappingProxyType
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

NONE: Mapping[str, bytes] = MappingProxyType({})
EMU = 36_000
"""Of a millimetre, in Word's unit of drawings."""
RELATED = (
    '<Relationship Id="{0}" Target="media/{0}"'
    ' Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"/>'
)

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


def docx(kind: str, data: Shown, pictures: Mapping[str, bytes] = NONE) -> bytes:
    """The document as DOCX, with its pictures by file name.

    Raises ``jinja2.UndefinedError`` where the master names what the request has not.
    """
    values = {
        **data,
        "title": _in_attribute(data["content"]["title"][:LONGEST_TITLE]),
        "signatures": [_with_picture(one) for one in data["signatures"]],
        "ink": data["ink"][1:],
        "tint": data["tint"][1:],
        "locale": LOCALES[data["content"]["language"]],
    }
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED, compresslevel=4) as package:
        for name, part in _master(kind):
            content = part if isinstance(part, bytes) else part.render(values).encode()
            package.writestr(_entry(name), _announcing(name, content, pictures))
        for name, content in pictures.items():
            package.writestr(_entry(f"word/media/{name}"), content)
    return made.getvalue()


def _in_attribute(text: str) -> Markup:
    """Without a brace: there no comment could part two of them."""
    return escape(text.translate({ord("{"): "(", ord("}"): ")"}))


def _with_picture(signature: dict[str, Any]) -> dict[str, Any]:
    """A picture as Word wants it: its size in its own unit, and what is said in its place as an attribute."""
    picture = signature["picture"]
    if picture is None:
        return signature
    sides = {name: round(picture[name] * EMU) for name in ("across", "down")}
    return {
        **signature,
        "picture": {**picture, **sides, "alternative": _in_attribute(picture["alternative"])},
    }


def _announcing(name: str, part: bytes, pictures: Mapping[str, bytes]) -> bytes:
    """The package's two lists, with the pictures."""
    if not pictures:
        return part
    if name == "[Content_Types].xml":
        return part.replace(b"<Default ", b'<Default Extension="png" ContentType="image/png"/><Default ', 1)
    if name == "word/_rels/document.xml.rels":
        return part.replace(
            b"</Relationships>",
            "".join(RELATED.format(one) for one in pictures).encode() + b"</Relationships>",
        )
    return part


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
