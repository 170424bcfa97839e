"""Blank forms are made once for many readers; what docgen does not give whole is never kept."""

import io
import zipfile
from collections.abc import Callable

import pytest
from pydantic import SecretStr

from docgen.contract import DOCX, BlankRequest, Refused, Request, Unavailable
from tests.unit.docgen.asking import blank_sample
from wizard import blanks
from wizard.blanks import Blanks, BlankUnavailableError
from wizard.settings import Settings

PLACE = ("larvik", "coordination")
SETTINGS = Settings.model_construct(
    docgen_url="http://127.0.0.1:9", docgen_token=SecretStr("x"), docgen_seconds=1.0
)


def word_file(text: str) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as parts:
        parts.writestr("word/document.xml", text)
    return written.getvalue()


class Docgen:
    """Makes files and counts them."""

    def __init__(self) -> None:
        self.asked = 0

    def make(self, request: Request, media_type: str) -> bytes:
        assert media_type == DOCX
        self.asked += 1
        return word_file(request.sha256())


def titled(title: str) -> BlankRequest:
    sample = blank_sample()
    return sample.model_copy(update={"blank": sample.blank.model_copy(update={"title": title})})


def test_a_form_is_made_once_and_another_text_gives_another_file() -> None:
    docgen = Docgen()
    kept = Blanks(SETTINGS, docgen.make)
    first = kept.file(titled("A"), PLACE, DOCX)
    assert kept.file(titled("A"), PLACE, DOCX) == first
    assert docgen.asked == 1
    assert kept.file(titled("B"), PLACE, DOCX) != first
    assert docgen.asked == 2


def test_no_more_is_kept_than_there_is_room_for_and_what_is_asked_for_often_stays(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(blanks, "MOST", 2)
    docgen = Docgen()
    kept = Blanks(SETTINGS, docgen.make)
    for title in "ABAC":
        kept.file(titled(title), PLACE, DOCX)
    assert docgen.asked == 3
    kept.file(titled("A"), PLACE, DOCX)
    assert docgen.asked == 3
    kept.file(titled("B"), PLACE, DOCX)
    assert docgen.asked == 4


def failing(error: Exception) -> Callable[[Request, str], bytes]:
    def make(_: Request, __: str) -> bytes:
        raise error

    return make


@pytest.mark.parametrize(
    "make",
    [failing(Unavailable()), failing(Refused("422")), lambda _, __: b"<html>"],
    ids=["away", "no", "else"],
)
def test_what_docgen_does_not_give_whole_is_an_error_and_tried_anew(make: Callable[..., bytes]) -> None:
    tried = []

    def counted(request: Request, media_type: str) -> bytes:
        tried.append(media_type)
        made: bytes = make(request, media_type)
        return made

    kept = Blanks(SETTINGS, counted)
    for _ in range(2):
        with pytest.raises(BlankUnavailableError):
            kept.file(blank_sample(), PLACE, DOCX)
    assert len(tried) == 2
