"""The pictures of a request: small PNGs that stand beside the words, each with words in its place."""

import base64
import binascii
import struct
from typing import Annotated

from pydantic import AfterValidator, Field

from docgen.parts import Part, Request, Text

MAGIC = b"\x89PNG\r\n\x1a\n"
END = b"IEND\xaeB`\x82"
HEADER = struct.Struct(">8x4x4sII")
LONGEST, WIDEST = 200_000, 2000
"""Letters of a picture in base64, and its pixels across or down."""
SMALL_PNG = "small-png"
"""What the description calls a whole PNG that is not too large."""
ROOM = (60, 25)
"""Millimetres that a signature has, across and down."""


def _refuse_others(png: str) -> str:
    try:
        content = base64.b64decode(png, validate=True)
    except (binascii.Error, ValueError):
        content = b""
    if len(content) < HEADER.size or not content.startswith(MAGIC) or not content.endswith(END):
        raise ValueError("this is no whole PNG")
    if not all(0 < side <= WIDEST for side in _pixels(content)):
        raise ValueError("the picture is too large")
    return png


def _pixels(content: bytes) -> tuple[int, int]:
    _, across, down = HEADER.unpack_from(content)
    return across, down


class Picture(Part):
    """A PNG, and what is said in its place to whoever cannot see it."""

    png: Annotated[
        str,
        Field(max_length=LONGEST, json_schema_extra={"format": SMALL_PNG, "contentEncoding": "base64"}),
        AfterValidator(_refuse_others),
    ]
    """In base64."""
    alternative: Text = Field(min_length=1)

    @property
    def content(self) -> bytes:
        return base64.b64decode(self.png)

    @property
    def millimetres(self) -> tuple[float, float]:
        """As large as it can be in its room, across and down."""
        across, down = _pixels(self.content)
        scale = min(ROOM[0] / across, ROOM[1] / down)
        return across * scale, down * scale


def file_name(place: int) -> str:
    """What the picture of the signature in that place is called in a document, counted from 0."""
    return f"signature-{place}.png"


def pictures(request: Request) -> dict[str, bytes]:
    """The request's pictures, by the names that ``file_name`` gives them."""
    signatures = getattr(request, "signatures", ())
    return {
        file_name(place): one.picture.content
        for place, one in enumerate(signatures)
        if one.picture is not None
    }
