"""A signature drawn on the screen, as the picture that the browser made of it."""

import base64
import binascii
import struct
from collections.abc import Sequence
from typing import Any, ClassVar

from docgen.contract import Lines
from forms.fields.ink import is_drawn, opened, to_print
from forms.language import N_, Language
from forms.question import Question

PREFIX = "data:image/png;base64,"
MAGIC = b"\x89PNG\r\n\x1a\n"
END = b"IEND\xaeB`\x82"
HEADER = struct.Struct(">8x4x4sII")
LARGEST, WIDEST = 400_000, 4000
"""Bytes of the picture, and pixels of each side."""
LETTERS = len(PREFIX) + 4 * -(-LARGEST // 3)
"""Of the largest picture, as a page sends it."""
UNREADABLE = N_("Tegningen kom ikke riktig fram. Tegn en gang til, eller skriv navnet i stedet.")


class Drawing(Question):
    """The PNG's bytes. Only a whole picture of ordinary size is taken; one without lines counts as not drawn."""

    component: ClassVar[str] = "drawing"
    most_typed = 2 * LARGEST

    def process_data(self, value: Any) -> None:
        self.data: bytes = value or b""

    def process_formdata(self, valuelist: Sequence[str]) -> None:
        self.data = b""
        sent = self.only(valuelist)
        if sent:
            self.data = self._picture(sent)

    def _picture(self, sent: str) -> bytes:
        try:
            content = base64.b64decode(sent.removeprefix(PREFIX), validate=True)
        except (binascii.Error, ValueError):
            content = b""
        picture = opened(content) if sent.startswith(PREFIX) and _is_whole(content) else None
        if picture is None:
            raise ValueError(self.say(UNREADABLE))
        return content if is_drawn(picture) else b""

    def room(self) -> Lines:
        return Lines(labels=[""])

    def stored(self) -> None:
        """A drawing is kept as a file, never among the answers."""

    def shown(self, language: Language) -> str:
        return language.text(N_("Tegnet")) if self.data else ""

    def to_print(self) -> bytes:
        """As documents show it, small; nothing where nothing is drawn."""
        picture = opened(self.data) if self.data else None
        return to_print(picture) if picture else b""

    def again(self) -> str:
        """What a page that is shown again sends along once more."""
        return PREFIX + base64.b64encode(self.data).decode() if self.data else ""


def _is_whole(content: bytes) -> bool:
    if (
        not HEADER.size <= len(content) <= LARGEST
        or not content.startswith(MAGIC)
        or not content.endswith(END)
    ):
        return False
    kind, width, height = HEADER.unpack_from(content)
    return bool(kind == b"IHDR" and 0 < width <= WIDEST and 0 < height <= WIDEST)
