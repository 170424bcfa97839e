"""A municipality's one colour becomes the accent scale of its pages, with every contrast held."""

from coloraide import Color

WHITE = Color("white")
TEXT = 4.5
"""WCAG 1.4.3: text against what lies behind it."""
LINE = 3.0
"""WCAG 1.4.11: borders and marks against what lies behind them."""
STEP = 0.01

TINTS = {
    "background-tinted": (0.972, 0.14),
    "surface-tinted": (0.942, 0.22),
    "surface-hover": (0.905, 0.32),
    "surface-active": (0.865, 0.42),
    "border-subtle": (0.82, 0.5),
}
"""Lightness, and the share of the colour's own chroma, of what lies behind text."""


def contrast(one: Color, other: Color) -> float:
    return one.contrast(other, method="wcag21")


def _darkened(colour: Color, ground: Color, ratio: float) -> Color:
    """Darken the colour as little as it takes to reach the ratio against the ground."""
    dark = colour.clone()
    while contrast(_printable(dark), ground) < ratio:
        dark["lightness"] -= STEP
    return dark


def _printable(colour: Color) -> Color:
    """As the style sheet will say it: fitted into sRGB and rounded to eight bits."""
    return Color(colour.convert("srgb").fit().to_string(hex=True))


def _shifted(colour: Color, by: float) -> Color:
    return colour.clone().set("lightness", lambda lightness: max(0.0, lightness + by))


def accent_scale(colour: str) -> dict[str, Color]:
    """Designsystemet's sixteen steps by their names. Raises ValueError where the text is no colour."""
    own = Color(colour).convert("oklch").set("alpha", 1)
    tints = {
        name: own.clone().set({"lightness": lightness, "chroma": lambda chroma, share=share: chroma * share})
        for name, (lightness, share) in TINTS.items()
    }
    base = _darkened(own, WHITE, TEXT + 0.5)
    text = _darkened(own, _printable(tints["surface-active"]), TEXT)
    scale = {
        "background-default": WHITE,
        "surface-default": WHITE,
        **tints,
        "border-default": _darkened(own, _printable(tints["surface-tinted"]), LINE),
        "border-strong": text,
        "text-subtle": text,
        "text-default": _shifted(text, -0.16),
        "base-default": base,
        "base-hover": _shifted(base, -0.06),
        "base-active": _shifted(base, -0.12),
        "base-contrast-subtle": _shifted(tints["background-tinted"], 0.015),
        "base-contrast-default": WHITE,
    }
    return {name: _printable(step) for name, step in scale.items()}


def theme_css(colour: str) -> str:
    """Write the style sheet that a municipality's pages load last."""
    steps = accent_scale(colour).items()
    lines = (f"  --ds-color-accent-{name}: {step.to_string(hex=True)};\n" for name, step in steps)
    return ":root {\n" + "".join(lines) + "}\n"
