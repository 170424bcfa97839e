"""Which kinds of file are taken, and why one may not be: shared by both sides of ``apart``."""

from dataclasses import dataclass

PDF_TYPE, PNG_TYPE, JPEG_TYPE, HEIC_TYPE = "application/pdf", "image/png", "image/jpeg", "image/heic"
PAGES, TURN = "pages", "turn"
"""In place of a media type: photos that become one PDF, and one that is turned."""
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

BROKEN, LOCKED, TOO_LONG, ACTIVE, FILE_INSIDE, LIVE_FORM = (
    "broken", "locked", "too_long", "active", "file_inside", "live_form",
)  # fmt: skip
"""Of a PDF or a Word file: cannot be read, is under a password, has too many pages, does something by itself, carries
another file, or is a form that only one program can show (XFA)."""
FETCHES, TOO_WIDE, TOO_MUCH = "fetches", "too_wide", "too_much"
"""Fetches something from elsewhere when opened; a picture of too many dots; unpacks into far more than it seems."""
SLOW = "slow"
"""Its reader was not done in time, or would not be."""
NOT_NOW = "not_now"
"""It could not be read here and now, whatever it is."""
REFUSALS = (
    BROKEN,
    LOCKED,
    TOO_LONG,
    ACTIVE,
    FILE_INSIDE,
    LIVE_FORM,
    FETCHES,
    TOO_WIDE,
    TOO_MUCH,
    SLOW,
    NOT_NOW,
)

MOST_PAGES = 200
MOST_DOTS = 64_000_000
"""Pixels of a picture, counted before any is read; the largest cameras of phones in common use make 50 million."""


@dataclass(frozen=True)
class Kind:
    """The first bytes of such a file (after ``skip`` others), and its media type."""

    media_type: str
    magic: tuple[bytes, ...]
    skip: int = 0

    def fits(self, content: bytes) -> bool:
        return content[self.skip :].startswith(self.magic)


_JPEG = Kind(JPEG_TYPE, (b"\xff\xd8\xff",))
_HEIC = Kind(
    HEIC_TYPE, (b"ftypheic", b"ftypheix", b"ftypheim", b"ftypheis", b"ftyphevc", b"ftypmif1", b"ftypmsf1"), 4
)
KINDS = {
    ".pdf": Kind(PDF_TYPE, (b"%PDF-",)),
    ".png": Kind(PNG_TYPE, (b"\x89PNG\r\n\x1a\n",)),
    ".jpg": _JPEG,
    ".jpeg": _JPEG,
    ".heic": _HEIC,
    ".heif": _HEIC,
    ".docx": Kind(WORD_TYPE, (b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")),
}
"""By the ending of the name. A Word file under a password begins as the older Word files do."""


class UnfitError(Exception):
    """The file is not taken; ``why`` is one of ``REFUSALS``."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why
