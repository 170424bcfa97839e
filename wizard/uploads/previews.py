"""A small picture of what a file shows first, to know it again by: a photo, or the first page of a PDF."""

from io import BytesIO

import pypdfium2
from PIL import Image

from wizard.uploads.kinds import PDF_TYPE, WORD_TYPE

LONGEST = 240
"""Dots along the longer side: twice what the page shows, for screens that are that fine."""
QUALITY = 75
MOST_TIMES = 4.0
"""A page of a stamp's size is not blown up further."""


def preview(media_type: str, content: bytes) -> bytes:
    """A JPEG; empty for a Word file, which nothing here can draw."""
    if media_type == WORD_TYPE:
        return b""
    shown = _first_page(content) if media_type == PDF_TYPE else _picture(content)
    shown.thumbnail((LONGEST, LONGEST))
    made = BytesIO()
    shown.save(made, "JPEG", quality=QUALITY)
    return made.getvalue()


def _first_page(content: bytes) -> Image.Image:
    with pypdfium2.PdfDocument(content) as document:
        page = document[0]
        scale = min(LONGEST / max(*page.get_size(), 1), MOST_TIMES)
        found: Image.Image = page.render(scale=scale).to_pil().convert("RGB")
        return found


def _picture(content: bytes) -> Image.Image:
    """On white, where it lets something through."""
    with Image.open(BytesIO(content)) as found:
        found.draft("RGB", (LONGEST, LONGEST))
        found.thumbnail((LONGEST, LONGEST))
        if not found.has_transparency_data:
            return found.convert("RGB")
        ground = Image.new("RGBA", found.size, "white")
        ground.alpha_composite(found.convert("RGBA"))
        return ground.convert("RGB")
