import pytest

from docgen.pdf_page import BeyondThePage, Font, Page

FONT = Font({code: chr(code) for code in range(0x20, 0xFF)}, dict.fromkeys(range(0x20, 0xFF), 500.0))
"""Every glyph stands for the character of its own number and is half an em wide."""


def read(drawing: bytes, at: int = 10) -> str:
    whole = b"q 1 0 0 -1 %d 100 cm\nBT 0 Tr/f0 10 Tf 1 0 0 -1 0 0 Tm%b\nET\nQ" % (at, drawing)
    return "".join(Page(whole, {b"f0": FONT}, 100.0, 200.0).pieces())


@pytest.mark.parametrize(
    ("drawing", "text"),
    [
        (rb"[(\000a\000b)20(\000c)]TJ", "abc"),
        (rb"[<00610062>-3.5(\000c)]TJ", "abc"),
        (rb"[<0061>]TJ[(\000b)]TJ", "ab"),
        (rb"[(\000\()]TJ[(\000\)\000\\)]TJ", "()\\"),
        (rb"[(\000\\\000\\\000\(\000\\\000\))]TJ", "\\\\(\\)"),
        (rb"[(\000(\000a\000))20(\000b)]TJ", "(a)b"),
        (rb"[(\000a\000(\000(\000)\000))20<0062>]TJ", "a(())b"),
    ],
)
def test_a_line_is_read_however_its_strings_are_written(drawing: bytes, text: str) -> None:
    assert read(drawing) == text


def test_a_foot_is_not_read_and_an_actual_text_is_read_for_its_glyphs() -> None:
    foot = rb"/Artifact<</Type/Pagination>>BDC [(\000x)]TJ EMC"
    actual = rb"/Span<</ActualText(ff)>>BDC [(\000f)]TJ EMC"
    assert read(foot + actual + rb"[(\000a)]TJ") == "ffa"


@pytest.mark.parametrize(
    "drawing", [b"[(" + rb"\000a" * 20 + b")]TJ", rb"[(\000a)" + rb"20(\000a)" * 19 + b"]TJ"]
)
def test_a_line_that_runs_off_the_paper_is_an_error(drawing: bytes) -> None:
    assert read(drawing, at=0) == "a" * 20
    with pytest.raises(BeyondThePage):
        read(drawing, at=10)
    with pytest.raises(BeyondThePage):
        read(drawing, at=-1)


def test_space_at_the_end_of_a_line_may_hang_over() -> None:
    assert read(b"[(" + rb"\000a" * 18 + rb"\000 " * 9 + b")]TJ") == "a" * 18 + " " * 9
