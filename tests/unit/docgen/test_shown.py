import pytest

from docgen.complete import check_docx, check_pdf
from docgen.docx import docx
from docgen.pdf import pdf
from docgen.shown import shown
from docgen.words import words
from tests.unit.docgen.asking import asking, sample


def answer(*answers: str) -> str:
    return str(shown(asking(*answers))["content"]["sections"][0]["answers"][0]["answer"])


def test_characters_that_a_font_covers_stay_as_they_are() -> None:
    assert answer("漢字 ŋđ مرحبا ❤️") == "漢字 ŋđ مرحبا ❤️"


def test_a_character_without_font_becomes_a_numbered_mark_that_is_listed_by_code_and_name() -> None:
    data = shown(asking("a \U00012000 b \U000e1234"))
    assert data["content"]["sections"][0]["answers"][0]["answer"] == "a □¹ b □²"
    assert data["replaced"] == [
        {"mark": "□¹", "code": "U+12000", "name": "CUNEIFORM SIGN A"},
        {"mark": "□²", "code": "U+E1234", "name": "–"},
    ]


def test_the_same_character_has_the_same_mark_everywhere() -> None:
    assert answer("\U00012000 \U00012001 \U00012000", "\U00012000") == "□¹ □² □¹"


def test_eight_accents_on_a_letter_are_drawn_and_the_rest_become_marks() -> None:
    assert answer("a" + "\u0330" * 10 + "b") == "a" + "\u0330" * 8 + "□¹ (×2)" + "b"


@pytest.mark.parametrize(
    "typed",
    [
        "a" + "\u0330" * 19_999,
        "a" + "\u0330\u0331" * 9_999,
        "\U00012000" * 20_000,
        "\U00012000\U00012001" * 10_000,
    ],
)
def test_a_018_what_cannot_be_drawn_is_counted_so_that_a_whole_draft_of_it_stays_small(typed: str) -> None:
    data = shown(asking(*[typed] * 14))
    answers = [str(row["answer"]) for row in data["content"]["sections"][0]["answers"]]
    assert max(map(len, answers)) < 50
    assert all("(×" in one for one in answers)
    assert len("".join(words(data))) < 4_000


def test_what_is_counted_is_the_same_in_both_files() -> None:
    request = asking("a" + "\u0330" * 19_999, "\U00012000" * 20_000)
    data = shown(request)
    check_pdf(pdf(request, data), words(data))
    check_docx(docx("form", data), words(data))


def test_joiners_do_not_hide_a_heap_of_accents() -> None:
    assert "□" in answer("x" + "\u0330\u200d" * 6)


def test_the_tint_and_the_ink_are_drawn_from_the_letterhead() -> None:
    data = shown(sample())
    assert data["ink"] == "#0b5c7d"
    assert data["tint"] == "#f0f5f7"


def test_every_text_of_the_sample_is_among_the_words() -> None:
    request = sample()
    said = list(words(shown(request)))
    for section in request.content.sections:
        for row in section.answers:
            assert said[said.index(row.question) + 1] == row.answer
    assert {file.name for file in request.content.attachments} <= set(said)
    assert set(request.content.declarations) <= set(said)
    assert request.content.sha256() in said
