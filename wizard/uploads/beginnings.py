"""How what is no XML in a Word file begins: a picture, a font, what a printer was told. The rest is not read."""

import re

PICTURE_KIND = re.compile(r"image/", re.IGNORECASE)
PICTURES = re.compile(
    rb"\x89PNG\r\n\x1a\n|\xff\xd8\xff|GIF8[79]a|BM|II\*\0|MM\0\*|II\xbc|RIFF.{4}WEBP"
    rb"|\x01\0\0\0.{36} EMF|\xd7\xcd\xc6\x9a|[\x01\x02]\0\t\0",
    re.DOTALL,
)
"""PNG, JPEG, GIF, BMP, TIFF (in both orders), JPEG XR, WebP, EMF and WMF (with a place on the page, and without)."""
RUNS = re.compile(rb"MZ|\x7fELF|PK\x03\x04|\xd0\xcf\x11\xe0|%PDF|#!|\x4c\x6f\xa7\x94")
"""A program, a packed, an older Office or a PDF file, a script, and XML in letters of a mainframe."""
TEXT = re.compile(rb"(\xef\xbb\xbf|\xff\xfe|\xfe\xff)?[\t\n\r ]*<[^\x01-\x08\x0b\x0c\x0e-\x1f]*\Z")
MARKS = 200
"""Bytes of a text by which it is known: a font has others than letters among these."""


def begins_as(kind: str, content: bytes) -> bool:
    """Whether it is what its content type says, by its first bytes.

    Programs go by those, so that one kind of picture may stand for another. Fonts are mixed with random bytes at their
    beginning, and what a printer was told begins with its name: these are anything but a program or a text.
    """
    if PICTURE_KIND.match(kind):
        return bool(PICTURES.match(content))
    return not RUNS.match(content) and not TEXT.match(content[:MARKS].replace(b"\0", b""))
