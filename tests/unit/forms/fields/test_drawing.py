"""A drawn signature: a whole PNG of ordinary size, or nothing."""

import base64

import pytest
from werkzeug.datastructures import MultiDict

from forms.fields.drawing import END, HEADER, LARGEST, MAGIC, PREFIX, WIDEST, Drawing
from forms.language import Language
from forms.stepform import StepForm
from tests.unit.forms.invented import HERE


class Signing(StepForm):
    drawing = Drawing("Underskrift", missing="Tegn.")


def picture(width: int = 600, height: int = 200, body: bytes = b"") -> bytes:
    header = HEADER.pack(b"IHDR", width, height)
    return MAGIC + header[len(MAGIC) :] + body + END


def sent(value: str) -> Signing:
    return Signing(HERE, MultiDict([("drawing", value)]))


def as_sent(content: bytes) -> str:
    return PREFIX + base64.b64encode(content).decode()


def test_a_picture_is_taken_shown_in_a_word_and_sent_along_again() -> None:
    form = sent(as_sent(picture()))
    assert form.validate()
    assert form.drawing.data == picture()
    assert form.drawing.shown(Language()) == "Tegnet"
    assert form.drawing.again() == as_sent(picture())
    assert form.stored() == {"drawing": None}, "it is no answer"


def test_nothing_drawn_is_asked_for() -> None:
    form = sent("")
    assert not form.validate()
    assert form.faults()[0].message == "Tegn."


@pytest.mark.parametrize(
    "value",
    [
        "Tegning",
        PREFIX,
        PREFIX + "æ",
        as_sent(picture()).replace("png", "jpeg"),
        as_sent(picture()[:-1]),
        as_sent(b"GIF89a" + picture()),
        as_sent(picture(width=0)),
        as_sent(picture(height=WIDEST + 1)),
        as_sent(picture(body=b"\0" * LARGEST)),
    ],
)
def test_what_is_no_whole_picture_of_ordinary_size_is_refused(value: str) -> None:
    form = sent(value)
    assert not form.validate()
    assert "Tegningen kom ikke riktig fram." in form.faults()[0].message
