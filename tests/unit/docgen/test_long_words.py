"""A word longer than its line is broken so that what is copied from the PDF is what the citizen wrote."""

import random
from collections.abc import Callable, Sequence

import pypdfium2
import pytest

from docgen.complete import check_pdf
from docgen.contract import Fact, printable
from docgen.pdf import pdf
from docgen.pdf_text import pieces
from docgen.shown import shown
from docgen.words import words
from tests.unit.docgen.asking import asking, sample
from tests.unit.docgen.compared import LETTERS, ordinary, seconds

ADDRESSES = (
    "kort-navn@x-y.no",
    "ola.nordmann-fjellvik.eksempelsen@innbyggertorg-i-en-lang.larvik.eksempel.no",
    "https://www.eksempel.no/soknad-om-individuell-plan?sprak=nb&steg=3#vedlegg",
)
HARD = {
    "an address longer than a line": f"{LETTERS * 6}@{LETTERS}.no",
    "only letters": LETTERS * 700,
    "only signs": "-/.,()[]1" * 2_000,
    "no-break spaces": "a\u00a0" * 5_000,
    "the widest sign": "﷽" * 200,
    "the widest sign among Chinese": "漢﷽\u00a0" * 200,
    "Chinese that may not break": '漢"々' * 200,
    "marks that are broader than their letter": ("a" + "\u0cbe" * 7 + "\u0e3a") * 100,
    "Hebrew": "שלום" * 500,
    "words that cling to what closes": "« ;0" * 1_000,
    "words that cling to what opens": "[ b" * 1_000,
    "words between quotation marks": "« ord » " * 500,
}

ACCENTS = "\u0330\u0331\u0324\u0325"
WHOLE_DRAFTS = {
    "eight accents on each letter": lambda chance: "".join(
        chance.choice(LETTERS) + "".join(chance.choices(ACCENTS, k=8)) for _ in range(2_222)
    ),
    "no space": lambda chance: "".join(chance.choices(LETTERS, k=40_000)),
    "only signs": lambda chance: "".join(chance.choices("-/.,()[]1", k=40_000)),
    "Chinese": lambda chance: "".join(map(chr, chance.choices(range(0x4E00, 0x5E00), k=40_000))),
}
FIELDS, TIMES = 3, 40
"""What it may cost of ordinary text that is as long: at most 10 times as much was measured."""


def lines(made: bytes) -> list[str]:
    with pypdfium2.PdfDocument(made) as document:
        return [line for page in document for line in page.get_textpage().get_text_bounded().splitlines()]


def set_and_checked(*answers: str, questions: Sequence[str] = (), **changed: object) -> bytes:
    request = asking(*answers, questions=questions, **changed)
    made = pdf(request, shown(request))
    check_pdf(made, words(shown(request)))
    return made


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_address_that_fits_the_line_is_whole_wherever_it_stands(address: str) -> None:
    for before in range(0, 90, 3):
        made = set_and_checked(f"{'i' * before} {address} er adressen")
        assert any(address in line for line in lines(made)), before


@pytest.mark.parametrize("text", HARD.values(), ids=HARD)
def test_nothing_is_added_where_a_long_word_breaks(text: str) -> None:
    made = set_and_checked(text, "slutt")
    assert "\u200b" not in "".join(pieces(made))
    if text[0] in LETTERS:
        assert text in "".join(pieces(made))


def test_a_zero_width_space_that_the_citizen_wrote_stays() -> None:
    assert "a\u200bb" in "".join(pieces(set_and_checked("a\u200bb")))


def test_a_word_without_end_fills_its_lines() -> None:
    full = [line for line in lines(set_and_checked(f"_{LETTERS * 100}_")) if not line.strip(f"{LETTERS}_")]
    assert min(map(len, full[-len(LETTERS) : -1])) > 75


def test_a_long_word_keeps_inside_its_column_in_every_place() -> None:
    word = LETTERS * 20
    head = sample().content.letterhead.model_copy(
        update={"municipality": word, "office": word, "lines": [word]}
    )
    changed = {
        "title": word,
        "letterhead": head,
        "facts": [Fact(label=LETTERS * 2, value=word)],
        "declarations": [word],
    }
    made = set_and_checked(word, questions=[word], **changed)
    with pypdfium2.PdfDocument(made) as document:
        for page in document:
            text = page.get_textpage()
            right = max(text.get_rect(number)[2] for number in range(text.count_rects()))
            assert right <= page.get_width() - 22 / 25.4 * 72 + 0.5


def test_a_bookmark_says_the_title_as_it_was_written() -> None:
    title = f"Søknad om {LETTERS * 3}"
    with pypdfium2.PdfDocument(set_and_checked("Ja", title=title)) as document:
        assert next(iter(document.get_toc())).get_title() == title


def test_a_value_that_runs_over_pages_beside_its_label_is_read_whole() -> None:
    set_and_checked(
        "Ja", facts=[Fact(label="Gjelder", value="Hverdagen vår henger på mange avtaler. " * 200)]
    )


@pytest.mark.parametrize("written", WHOLE_DRAFTS.values(), ids=WHOLE_DRAFTS)
def test_a_018_a_draft_with_every_field_full_of_it_is_set_soon(
    written: Callable[[random.Random], str],
) -> None:
    chance = random.Random(1)  # noqa: S311 - the same draft in every run
    full = [printable(written(chance)) for _ in range(FIELDS)]
    plain = [ordinary(len(text), chance) for text in full]
    once(["Ja"])
    assert once(full) < TIMES * once(plain)


def once(answers: Sequence[str]) -> float:
    request = asking(*answers)
    data = shown(request)
    return seconds(lambda: pdf(request, data))
