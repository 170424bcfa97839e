import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.complete import check_docx, check_pdf
from docgen.contract import printable
from docgen.docx import docx
from docgen.marked import LISTED
from docgen.pdf import pdf
from docgen.shown import shown, texts
from docgen.words import words
from tests.unit.docgen.asking import asking, sample
from tests.unit.docgen.unmarked import unmarked

YI = "ꆈꌠꉙꈎꊨꏦꏱꅉꆈꌠꁱꂷ, ꊿꂷꃅꄿꐨꐥ! ꌅꅍꀂꏽꐯꒈꃅꐥꌐ. ꊿꊇꉪꍆꌋꆀꁨꉌꑌꐥ"
"""A sentence of a language that no shipped font has."""
HARD = st.text(
    st.sampled_from("a 1²⁰□[]×+U\n\u0330\u0331\U00012000\U00012001\U0001cc00"), min_size=1, max_size=60
) | st.lists(
    st.sampled_from(
        [
            "[□¹]",
            "□¹",
            "²",
            "[U+12000]",
            "×3",
            "a" + "\u0330" * 9,
            "\u0330\u0331",
            "\U00012000",
            "\U00012001" * 9,
            "[",
        ]
    ),
    min_size=1,
    max_size=12,
).map("".join)
"""What must not be lost, and what somebody may write who knows how it is marked."""


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
    assert answer("a" + "\u0330" * 10 + "b") == "a" + "\u0330" * 8 + "[□¹×2]" + "b"


def test_a_long_run_keeps_its_order_and_counts_only_what_comes_in_a_row() -> None:
    assert answer("\U00012001\U00012000" * 4 + "\U00012001") == "[□² □¹ □² □¹ □² □¹ □² □¹ □²]"
    assert answer("\U00012000" * 3 + "\U00012001") == "[□¹×3 □²]"


@pytest.mark.parametrize(
    "typed", [YI, YI * 20, "a" + "\u0330\u0331\u0324" * 9], ids=["once", "often", "accents"]
)
def test_a_text_in_a_script_without_font_can_be_read_back_letter_by_letter(typed: str) -> None:
    request = asking(printable(typed))
    assert unmarked(shown(request)) == list(texts(request.content.model_dump(mode="json")))


@given(typed=HARD.map(printable))
def test_no_mark_can_be_taken_for_what_somebody_wrote(typed: str) -> None:
    request = asking(typed, "\U00012000")
    assert unmarked(shown(request)) == list(texts(request.content.model_dump(mode="json")))


def test_past_two_hundred_the_rarest_characters_are_named_where_they_stand_and_not_listed() -> None:
    many = "".join(chr(0x12000 + number) for number in range(LISTED + 1))
    request = asking(many[1:] * 2 + many[0])
    data = shown(request)
    assert "U+12001" in {row["code"] for row in data["replaced"]}
    assert len(data["replaced"]) == LISTED
    assert data["content"]["sections"][0]["answers"][0]["answer"].endswith("□²⁰⁰ U+12000]")
    assert unmarked(data) == list(texts(request.content.model_dump(mode="json")))
    check_pdf(pdf(request, data), words(data))
    check_docx(docx("form", data), words(data))


@pytest.mark.parametrize("typed", ["a" + "\u0330" * 19_999, "\U00012000" * 20_000])
def test_a_018_what_cannot_be_drawn_is_counted_so_that_a_whole_draft_of_it_stays_small(typed: str) -> None:
    data = shown(asking(*[typed] * 14))
    answers = [str(row["answer"]) for row in data["content"]["sections"][0]["answers"]]
    assert max(map(len, answers)) < 50
    assert all("×" in one for one in answers)
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
