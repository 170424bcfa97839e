"""A draft that is full of all sorts of characters gets both its files well before anybody gives up waiting."""

import random
import sys
import time
from collections.abc import Callable

from docgen.characters import FORBIDDEN
from docgen.contract import printable
from docgen.fontset import covered
from docgen.make import make_docx, settled
from docgen.shown import texts
from tests.unit.docgen.asking import asking
from tests.unit.docgen.unmarked import unmarked

FIELDS, LETTERS, SECONDS = 14, 20_000, 30
"""Of the processor's time, for both files; at most 17 measured. Two fields took 18 while all were listed."""


def any_code_point() -> list[int]:
    return [code for code in range(0x20, sys.maxunicode + 1) if not FORBIDDEN.match(chr(code))]


def any_with_a_font() -> list[int]:
    return sorted(code for code in covered() if not FORBIDDEN.match(chr(code)))


def test_a_018_a_draft_with_every_character_there_is_has_both_files_in_seconds() -> None:
    """``make soak`` asks it of the characters that there is a font for, too."""
    in_seconds(any_code_point)


def in_seconds(codes: Callable[[], list[int]]) -> None:
    chance, drawn = random.Random(1), codes()  # noqa: S311 - the same draft in every run
    answers = ["".join(map(chr, chance.choices(drawn, k=LETTERS))) for _ in range(FIELDS)]
    request = asking(*map(printable, answers))
    begun = time.process_time()
    data, _ = settled(request)
    make_docx(request)
    assert time.process_time() - begun < SECONDS
    assert unmarked(data) == list(texts(request.content.model_dump(mode="json")))
