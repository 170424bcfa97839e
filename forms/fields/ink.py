"""Whether a picture holds something drawn: it is decoded whole, and has dark lines on a light ground."""

import struct
import zlib
from io import BytesIO

from PIL import Image

DARKEST = 128
"""Of 255: what is darker is ink."""
PRINTED = (700, 300)
"""Pixels that a document has for it at most: about 300 an inch."""
ROOM = 8
"""Pixels around the lines."""
LEAST = 20
"""Pixels that the drawing stretches over, across or down: a touch of the screen is no signature."""


def opened(content: bytes) -> Image.Image | None:
    """The PNG in grey on white, whatever ground it was drawn on; None where it cannot be decoded."""
    try:
        with Image.open(BytesIO(content), formats=("PNG",)) as picture:
            drawn = picture.convert("RGBA")
            ground = Image.new("RGBA", drawn.size, "white")
            return Image.alpha_composite(ground, drawn).convert("L")
    except (OSError, SyntaxError, ValueError, EOFError, zlib.error, struct.error):
        return None


def to_print(picture: Image.Image) -> bytes:
    """The lines alone, with a little room around, as a small PNG in black, white and two greys between."""
    left, top, right, bottom = _lines(picture) or (0, 0, *picture.size)
    box = (
        max(0, left - ROOM),
        max(0, top - ROOM),
        min(picture.width, right + ROOM),
        min(picture.height, bottom + ROOM),
    )
    small = picture.crop(box)
    small.thumbnail(PRINTED)
    made = BytesIO()
    small.point([85 * round(shade / 85) for shade in range(256)]).save(made, "PNG", optimize=True)
    return made.getvalue()


def _lines(picture: Image.Image) -> tuple[int, int, int, int] | None:
    """The box around what is drawn; None where nothing is."""
    return picture.point([255 * (shade < DARKEST) for shade in range(256)]).getbbox()


def is_drawn(picture: Image.Image) -> bool:
    """Whether there are lines: nothing at all, a dot, and a picture that is dark all over are none."""
    box = _lines(picture)
    light = any(picture.histogram()[DARKEST:])
    return light and box is not None and max(box[2] - box[0], box[3] - box[1]) >= LEAST
