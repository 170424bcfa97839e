from io import BytesIO
from zipfile import ZipFile

import pytest

from docgen.complete import Incomplete, W, check_docx, check_pdf, docx_text
from docgen.docx import docx
from docgen.pdf import pdf
from docgen.shown import shown
from docgen.words import words
from tests.unit.docgen.asking import asking, sample

DATA = shown(sample())
WORDS = list(words(DATA))
WORD_FILE = docx("form", DATA)
PDF_FILE = pdf(sample(), DATA)
HOLES = {
    "an answer is missing": [*WORDS, "Ett svar til"],
    "a text is missing in the middle": [*WORDS[:20], "Ett svar til", *WORDS[20:]],
    "a letter is another": [*WORDS[:20], WORDS[20].replace("e", "é"), *WORDS[21:]],
    "a space is missing": [*WORDS[:20], "".join(WORDS[20].split()), *WORDS[21:]],
    "two texts have changed places": [*WORDS[:10], WORDS[11], WORDS[10], *WORDS[12:]],
    "the file says more": WORDS[:-1],
    "the file says more in the middle": [*WORDS[:20], *WORDS[21:]],
}


def test_the_sample_is_complete_in_both_files() -> None:
    check_docx(WORD_FILE, WORDS)
    check_pdf(PDF_FILE, WORDS)


@pytest.mark.parametrize(
    "text",
    [
        "м\u0301м \u0301",
        "м\u0301м\u0301\u0301",
        "บัีบัีี",
        "क््क््््",
        "æ\u1dfd\u0613æ",
        "d\u0338\u06edd",
        "м\u0301м مرحبا м\u0301м",
    ],
)
def test_a_cluster_that_is_drawn_with_several_glyphs_hides_no_letter_after_it(text: str) -> None:
    asked = asking(text, text, "slutt")
    check_pdf(pdf(asked, shown(asked)), words(shown(asked)))


@pytest.mark.parametrize(
    "sign", "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2", ids=ascii
)
def test_a_sign_that_encloses_digits_is_drawn_turns_its_line_about_and_is_looked_for(sign: str) -> None:
    text = f"{sign}-12 \u2018_{sign}"
    asked = asking(text, "slutt")
    made = pdf(asked, shown(asked))
    check_pdf(made, words(shown(asked)))
    with pytest.raises(Incomplete):
        check_pdf(made, words(shown(asking(text + sign, "slutt"))))


@pytest.mark.parametrize("wanted", HOLES.values(), ids=HOLES)
def test_a_hole_in_the_word_file_is_an_error(wanted: list[str]) -> None:
    with pytest.raises(Incomplete):
        check_docx(WORD_FILE, wanted)


@pytest.mark.parametrize("wanted", HOLES.values(), ids=HOLES)
def test_a_hole_in_the_pdf_is_an_error(wanted: list[str]) -> None:
    with pytest.raises(Incomplete):
        check_pdf(PDF_FILE, wanted)


@pytest.mark.parametrize(
    ("drawn", "wanted"), [("مرحبا", "مرحبت"), ("مرحبا", "مرحباا"), ("שלום 12", "שלום 13")]
)
def test_a_letter_lost_from_a_text_that_runs_from_the_right_is_an_error(drawn: str, wanted: str) -> None:
    asked = asking(drawn, "slutt")
    made = pdf(asked, shown(asked))
    check_pdf(made, words(shown(asked)))
    with pytest.raises(Incomplete):
        check_pdf(made, words(shown(asking(wanted, "slutt"))))


def test_the_error_carries_no_text_of_the_request() -> None:
    with pytest.raises(Incomplete) as hole:
        check_pdf(PDF_FILE, [*WORDS[:20], "hemmelig", *WORDS[20:]])
    assert "hemmelig" not in str(hole.value)


def test_an_entity_is_never_read() -> None:
    body = f'<w:document xmlns:w="{W[1:-1]}"><w:body><w:p><w:t>Her står &inside;</w:t></w:p></w:body></w:document>'
    made = BytesIO()
    with ZipFile(made, "w") as package:
        package.writestr("word/document.xml", f'<!DOCTYPE w [<!ENTITY inside "noe annet">]>{body}')
    assert docx_text(made.getvalue()) == "Her står "
