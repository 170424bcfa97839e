"""A drawn signature: a whole PNG of ordinary size, or nothing."""

import base64
from io import BytesIO

import pytest
from PIL import Image, ImageDraw
from werkzeug.datastructures import MultiDict

from forms.fields.drawing import END, HEADER, LARGEST, MAGIC, PREFIX, WIDEST, Drawing
from forms.language import Language
from forms.stepform import StepForm
from tests.unit.forms.invented import HERE

Ground = str | int | tuple[int, int, int, int]


class Signing(StepForm):
    drawing = Drawing("Underskrift", missing="Tegn.")


def drawn(mode: str, ground: Ground, across: int = 300) -> bytes:
    """A line on a ground of that kind, as a browser sends it."""
    canvas = Image.new(mode, (600, 200), ground)
    ImageDraw.Draw(canvas).line((20, 100, 20 + across, 110), fill="black", width=3)
    kept = BytesIO()
    canvas.save(kept, "PNG")
    return kept.getvalue()


def picture(width: int = 600, height: int = 200, body: bytes = b"") -> bytes:
    """What says that it is one, without anything that can be decoded."""
    header = HEADER.pack(b"IHDR", width, height)
    return MAGIC + header[len(MAGIC) :] + body + END


def sent(value: str) -> Signing:
    return Signing(HERE, MultiDict([("drawing", value)]))


def as_sent(content: bytes) -> str:
    return PREFIX + base64.b64encode(content).decode()


@pytest.mark.parametrize(("mode", "ground"), [("L", 255), ("RGBA", (0, 0, 0, 0)), ("RGB", "white")])
def test_a_picture_is_taken_shown_in_a_word_and_sent_along_again(mode: str, ground: Ground) -> None:
    """A canvas is transparent where nothing is drawn."""
    content = drawn(mode, ground)
    form = sent(as_sent(content))
    assert form.validate()
    assert form.drawing.data == content
    assert form.drawing.shown(Language()) == "Tegnet"
    assert form.drawing.again() == as_sent(content)
    assert form.stored() == {"drawing": None}, "it is no answer"


@pytest.mark.parametrize("value", ["", as_sent(drawn("RGBA", (0, 0, 0, 0), 0)), as_sent(drawn("L", 0))])
def test_nothing_drawn_is_asked_for(value: str) -> None:
    """A dot is nothing, and so is what is dark all over."""
    form = sent(value)
    assert not form.validate()
    assert form.faults()[0].message == "Tegn."


@pytest.mark.parametrize(
    "value",
    [
        "Tegning",
        PREFIX,
        PREFIX + "æ",
        as_sent(drawn("L", 255)).replace("png", "jpeg"),
        as_sent(picture()),
        as_sent(drawn("L", 255)[:-1]),
        as_sent(b"GIF89a" + drawn("L", 255)),
        as_sent(picture(width=0)),
        as_sent(picture(height=WIDEST + 1)),
        as_sent(picture(body=b"\0" * LARGEST)),
    ],
)
def test_what_is_no_whole_picture_of_ordinary_size_is_refused(value: str) -> None:
    form = sent(value)
    assert not form.validate()
    assert "Tegningen kom ikke riktig fram." in form.faults()[0].message
