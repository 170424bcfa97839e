from coloraide import Color
from hypothesis import given
from hypothesis import strategies as st

from docgen.colour import READABLE, ink_and_tint

COLOURS = st.integers(0, 0xFFFFFF).map("#{:06x}".format)


@given(COLOURS)
def test_text_in_the_ink_of_any_colour_can_be_read_on_white(colour: str) -> None:
    ink, _ = ink_and_tint(colour)
    assert Color(ink).contrast("white") >= READABLE - 0.05  # rounding to #rrggbb


@given(COLOURS)
def test_black_text_can_be_read_on_the_tint_of_any_colour(colour: str) -> None:
    _, tint = ink_and_tint(colour)
    assert Color(tint).contrast("#4a5560") >= READABLE


def test_a_colour_that_can_be_read_is_left_as_it_is() -> None:
    assert ink_and_tint("#0b5c7d")[0] == "#0b5c7d"
