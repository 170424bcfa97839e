"""A draft that is full of all sorts of characters gets both its files well before anybody gives up waiting."""

import random
import sys
from collections.abc import Callable

from docgen.characters import FORBIDDEN
from docgen.contract import DocumentRequest, printable
from docgen.fontset import covered
from docgen.make import make_docx, settled
from docgen.marked import LISTED
from docgen.shown import texts
from tests.unit.docgen.asking import asking
from tests.unit.docgen.compared import ordinary, seconds
from tests.unit.docgen.unmarked import unmarked

FEW_FIELDS, FIELDS, LETTERS = 2, 14, 20_000
LONGER, TIMES = 10, 40
"""How many letters may stand for one, and how much more than as many ordinary ones it may cost: 8 and 10 measured."""


def any_code_point() -> list[int]:
    return [code for code in range(0x20, sys.maxunicode + 1) if not FORBIDDEN.match(chr(code))]


def any_with_a_font() -> list[int]:
    return sorted(code for code in covered() if not FORBIDDEN.match(chr(code)))


def test_a_018_a_draft_with_every_character_there_is_has_both_files_soon() -> None:
    """``make soak`` asks it of every field, and of the characters that there is a font for, too."""
    has_both_files_soon(any_code_point, FEW_FIELDS)


def has_both_files_soon(codes: Callable[[], list[int]], fields: int) -> None:
    """Few of them are listed, all are told, and it costs but some times what ordinary text of its length does."""
    chance, drawn = random.Random(1), codes()  # noqa: S311 - the same draft in every run
    request = asking(*(printable("".join(map(chr, chance.choices(drawn, k=LETTERS)))) for _ in range(fields)))
    both_files(asking("Ja"))
    cost = seconds(lambda: both_files(request))
    data, _ = settled(request)
    assert len(data["replaced"]) <= LISTED
    said = list(texts(data["content"]))
    assert unmarked(data) == list(texts(request.content.model_dump(mode="json")))
    long = [len(text) for text in said if len(text) >= LETTERS]
    assert sum(long) <= LONGER * fields * LETTERS
    plain = asking(*(ordinary(letters, chance) for letters in long))
    assert cost < TIMES * seconds(lambda: both_files(plain))


def both_files(request: DocumentRequest) -> None:
    settled(request)
    make_docx(request)
