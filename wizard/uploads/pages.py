"""Photos as the pages of one PDF: A4, upright or lying as the photo does, and small enough to send."""

from io import BytesIO

import pikepdf
from PIL import Image

from wizard.uploads.kinds import PDF_TYPE, TOO_MUCH, UnfitError

SHORT, LONG, MARGIN = 595.28, 841.89, 14.0
"""A4 in points of 1/72 inch, and the white edge that every printer can leave."""
LONGEST = (2500, 1800, 1200)
"""Dots along the longer side, tried in turn until all fits: the first prints at more than 200 an inch."""
LARGEST_DOT = 1.0
"""Points: a small picture stays small."""
QUALITY = 80
MOST = 10_000_000
"""Bytes of the PDF."""


def bound(pictures: list[bytes]) -> tuple[str, bytes]:
    """The media type and bytes of the PDF; ``UnfitError`` where it is too large however small its pages are."""
    for longest in LONGEST:
        made = _document([_page(one, longest) for one in pictures])
        if len(made) <= MOST:
            return PDF_TYPE, made
    raise UnfitError(TOO_MUCH)


def _page(content: bytes, longest: int) -> tuple[bytes, int, int]:
    """The picture as a JPEG in the colours of a screen, with its width and height in dots."""
    with Image.open(BytesIO(content)) as found:
        found.draft("RGB", (longest, longest))
        if found.has_transparency_data:
            ground = Image.new("RGBA", found.size, "white")
            ground.alpha_composite(found.convert("RGBA"))
            picture = ground.convert("RGB")
        else:
            picture = found.convert("RGB")
    picture.thumbnail((longest, longest))
    made = BytesIO()
    picture.save(made, "JPEG", quality=QUALITY)
    return made.getvalue(), *picture.size


def _document(pages: list[tuple[bytes, int, int]]) -> bytes:
    made = BytesIO()
    with pikepdf.new() as document:
        for jpeg, width, height in pages:
            _add(document, jpeg, width, height)
        document.save(made, deterministic_id=True)
    return made.getvalue()


def _add(document: pikepdf.Pdf, jpeg: bytes, width: int, height: int) -> None:
    """As large as the page lets it be, in its middle."""
    page_width, page_height = (LONG, SHORT) if width > height else (SHORT, LONG)
    scale = min((page_width - 2 * MARGIN) / width, (page_height - 2 * MARGIN) / height, LARGEST_DOT)
    shown = (width * scale, height * scale)
    left, low = (page_width - shown[0]) / 2, (page_height - shown[1]) / 2
    picture = document.make_stream(
        jpeg,
        Type=pikepdf.Name.XObject,
        Subtype=pikepdf.Name.Image,
        Width=width,
        Height=height,
        ColorSpace=pikepdf.Name.DeviceRGB,
        BitsPerComponent=8,
        Filter=pikepdf.Name.DCTDecode,
    )
    page = document.add_blank_page(page_size=(page_width, page_height))
    page.obj.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Photo=picture))
    drawn = f"q {shown[0]:.2f} 0 0 {shown[1]:.2f} {left:.2f} {low:.2f} cm /Photo Do Q"
    page.obj.Contents = document.make_stream(drawn.encode())
