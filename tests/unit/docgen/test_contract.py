"""What the contract refuses: another version than the number 1, and pictures that are none."""

import base64
import json

import pytest
from pydantic import ValidationError

from docgen.contract import DocumentRequest, Picture
from tests.drawn import png
from tests.unit.docgen.asking import sample


@pytest.mark.parametrize("version", [True, False, "1", 2, None])
def test_another_version_is_refused(version: object) -> None:
    body = json.loads(sample().canonical())
    with pytest.raises(ValidationError, match="contract"):
        DocumentRequest.model_validate_json(json.dumps(body | {"contract": version}))


def picture(content: bytes) -> Picture:
    return Picture(png=base64.b64encode(content).decode(), alternative="Underskrift")


@pytest.mark.parametrize(
    "content",
    [b"", b"<svg/>", png()[:-4], png(width=2001), b"\x89PNG\r\n\x1a\n" + b"\0" * 40 + b"IEND\xaeB`\x82"],
)
def test_a_picture_is_a_whole_png_of_ordinary_size(content: bytes) -> None:
    with pytest.raises(ValidationError):
        picture(content)
    with pytest.raises(ValidationError):
        Picture(png="!" + base64.b64encode(png()).decode(), alternative="Underskrift")


def test_a_picture_is_as_large_as_it_can_be_in_its_room() -> None:
    assert picture(png(width=600, height=100)).millimetres == (60, 10)
    assert picture(png(width=100, height=100)).millimetres == (25, 25)
