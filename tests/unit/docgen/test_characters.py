import pytest

from docgen.characters import printable, refuse_unprintable

TURNERS = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u206a\u206b\u206c\u206d\u206e\u206f"


@pytest.mark.parametrize("sign", TURNERS, ids=ascii)
def test_what_is_never_seen_and_turns_the_writing_about_is_dropped(sign: str) -> None:
    assert printable(f"+47 {sign}33 17") == "+47 33 17"
    with pytest.raises(ValueError, match="no document"):
        refuse_unprintable(f"12{sign}3")


@pytest.mark.parametrize("text", ["می‌خواهم", "👩‍👩‍👧‍👦", "1\u202f000", "مرحبا"], ids=ascii)
def test_joiners_and_narrow_spaces_stay(text: str) -> None:
    assert printable(text) == refuse_unprintable(text) == text
