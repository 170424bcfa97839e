import pytest
from coloraide import Color
from hypothesis import given
from hypothesis import strategies as st

from wizard.theme import LINE, TEXT, accent_scale, contrast, theme_css

HEX = st.integers(min_value=0, max_value=0xFFFFFF).map(lambda number: f"#{number:06x}")
GROUNDS = tuple(f"{kind}-{step}" for kind in ("background", "surface") for step in ("default", "tinted"))
PRESSED = ("surface-hover", "surface-active")
BASES = ("base-default", "base-hover", "base-active")


@given(HEX)
def test_any_colour_gives_readable_text_buttons_and_lines(colour: str) -> None:
    scale = accent_scale(colour)
    for ground in GROUNDS + PRESSED:
        assert contrast(scale["text-subtle"], scale[ground]) >= TEXT, ground
        assert contrast(scale["text-default"], scale[ground]) >= TEXT, ground
    for base in BASES:
        assert contrast(scale["base-contrast-default"], scale[base]) >= TEXT, base
        assert contrast(scale["base-contrast-subtle"], scale[base]) >= TEXT, base
    for ground in GROUNDS:
        assert contrast(scale["border-default"], scale[ground]) >= LINE, ground


def test_a_colour_that_is_dark_enough_stays_the_municipalitys_own() -> None:
    assert accent_scale("#0b5a6b")["base-default"] == Color("#0b5a6b")


def test_the_style_sheet_names_every_step_that_the_design_system_has() -> None:
    css = theme_css("#0b5a6b")
    assert css.count("--ds-color-accent-") == 16
    assert css.startswith(":root {")
    assert css.endswith("}\n")


@pytest.mark.parametrize("text", ["", "red;} body{display:none", "url(x)", "#12345"])
def test_what_is_no_colour_never_reaches_the_style_sheet(text: str) -> None:
    with pytest.raises(ValueError, match="color"):
        theme_css(text)
