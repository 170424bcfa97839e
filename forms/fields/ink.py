"""Whether a picture holds something drawn: it is decoded whole, and has dark lines on a light ground."""

import struct
import zlib
from io import BytesIO

from PIL import Image

DARKEST = 128
"""Of 255: what is darker is ink."""
LEAST = 20
"""Pixels that the drawing stretches over, across or down: a touch of the screen is no signature."""


def opened(content: bytes) -> Image.Image | None:
    """The PNG in grey on white, since a browser leaves the ground transparent; None where it cannot be decoded."""
    try:
        with Image.open(BytesIO(content), formats=("PNG",)) as picture:
            drawn = picture.convert("RGBA")
            ground = Image.new("RGBA", drawn.size, "white")
            return Image.alpha_composite(ground, drawn).convert("L")
    except (OSError, SyntaxError, ValueError, EOFError, zlib.error, struct.error):
        return None


def is_drawn(picture: Image.Image) -> bool:
    """Whether there are lines: nothing at all, a dot, and a picture that is dark all over are none."""
    ink = picture.point([255 * (shade < DARKEST) for shade in range(256)])
    box = ink.getbbox()
    light = any(picture.histogram()[DARKEST:])
    return light and box is not None and max(box[2] - box[0], box[3] - box[1]) >= LEAST
