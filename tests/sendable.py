"""Files as somebody may send them: small, whole, and invented."""

import zipfile
from functools import cache
from io import BytesIO

import pikepdf
from PIL import Image

MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPES = (
    f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{MAIN}"/></Types>'
)
BODY = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>%s</w:body></w:document>'
TEXT = "<w:p><w:r><w:t>Et oppdiktet brev</w:t></w:r></w:p>"


@cache
def pdf(words: str = "an invented letter", size: int = 0, pages: int = 1) -> bytes:
    """A PDF of empty pages with the words in it as they are; padded to at least ``size`` bytes where that is given."""
    made = BytesIO()
    with pikepdf.new() as document:
        for _ in range(pages):
            document.add_blank_page()
        said = document.make_stream(b"% " + words.encode() + b"x" * max(0, size - 900))
        document.pages[0].Contents = said
        document.save(made, compress_streams=False, deterministic_id=True)
    short = size - len(made.getvalue())
    return made.getvalue() + b"\n" * max(0, short)


@cache
def photo(kind: str = "PNG", width: int = 60, height: int = 40, mode: str = "RGB") -> bytes:
    made = BytesIO()
    Image.new(mode, (width, height), "white").save(made, kind)
    return made.getvalue()


def word(changed: dict[str, str | bytes] | None = None, body: str = TEXT) -> bytes:
    """A Word file; ``changed`` are parts that are added, or stand in another's place."""
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": relations(("officeDocument", "word/document.xml", "")),
        "word/document.xml": BODY % body,
    }
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in (parts | (changed or {})).items():
            packed.writestr(name, content)
    return made.getvalue()


def relations(*told: tuple[str, str, str]) -> str:
    """Each as the last word of its type, its target, and ``External`` or nothing."""
    each = "".join(
        f'<Relationship Id="r{n}" Type="{OFFICE}/{kind}" Target="{target}" TargetMode="{mode or "Internal"}"/>'
        for n, (kind, target, mode) in enumerate(told)
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{each}</Relationships>'
