"""A file is judged by its content, and keeps its name but nothing that is no name."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forms.fields.files import Files
from forms.municipality import municipality
from forms.situation import FileInfo, Person, Situation
from forms.stepform import StepForm
from tests.sendable import pdf, photo
from wizard.cases.errors import RefusedFileError
from wizard.cases.inspecting import LONGEST_NAME, inspect, shown_name

PDF, PNG, JPG = pdf(), photo("PNG"), photo("JPEG")


class LetterForm(StepForm):
    letter = Files("Brev", accept=".pdf,.png,.jpg", most=2, max_bytes=5000)


def field(received: int = 0) -> Files:
    file = FileInfo(id="1", name="a.pdf", size=1, media_type="application/pdf", sha256="")
    situation = Situation(
        municipality=municipality("larvik"),
        submitter=Person("Stille Bjørkeløv", "14835749828"),
        today=date(2026, 12, 1),
        files={"letter": (file,) * received},
    )
    found = LetterForm(situation)["letter"]
    assert isinstance(found, Files)
    return found


@pytest.mark.parametrize(
    ("name", "content", "media_type"),
    [
        ("brev.pdf", PDF, "application/pdf"),
        ("BREV.PDF", PDF, "application/pdf"),
        ("bilde.png", PNG, "image/png"),
        ("bilde.jpg", JPG, "image/jpeg"),
        ("brev.v2.pdf", PDF, "application/pdf"),
    ],
)
def test_what_is_what_it_says_is_taken(name: str, content: bytes, media_type: str) -> None:
    sound = inspect(field(), name, content, None)
    assert (sound.name, sound.media_type) == (name, media_type)


def test_white_space_around_a_name_is_none_of_it() -> None:
    assert inspect(field(), " brev.pdf\u00a0 ", PDF, None).name == "brev.pdf"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("brev.pdf", PNG),
        ("brev.pdf", b" " + PDF),
        ("brev.pdf", PDF[:60]),
        ("brev.pdf", b""),
        ("brev.pdf", b"%PDF-" + b" " * 6000),
        ("brev", PDF),
        ("brev.exe", PDF),
        ("brev.pdf.exe", PDF),
        ("bilde.jpeg", JPG),
        ("pdf", PDF),
        (".pdf", PDF),
        ("", PDF),
    ],
)
def test_what_is_not_is_refused_in_words(name: str, content: bytes) -> None:
    with pytest.raises(RefusedFileError, match=r"\w+\."):
        inspect(field(), name, content, None)


def test_one_more_than_allowed_is_refused() -> None:
    assert inspect(field(received=1), "brev.pdf", PDF, None).content == PDF
    with pytest.raises(RefusedFileError, match="2 filer"):
        inspect(field(received=2), "brev.pdf", PDF, None)


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("søknad æøå.pdf", "søknad æøå.pdf"),
        ("Čáhce ŋđŧž.pdf", "Čáhce ŋđŧž.pdf"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\kari\\brev.pdf", "brev.pdf"),
        ("a\r\nSet-Cookie: x=1.pdf", "a Set-Cookie: x=1.pdf"),
        ("a\x00b\x1b.pdf", "ab.pdf"),
        ("\u202efdp.exe", "fdp.exe"),
        ("", "fil"),
        (".", "fil"),
        ("..", "fil"),
        ("mappe/", "fil"),
    ],
    ids=ascii,
)
def test_a_name_is_kept_without_what_is_no_name(name: str, shown: str) -> None:
    assert shown_name(name) == shown


@given(st.text(max_size=400))
def test_any_name_becomes_one_line_without_folders_and_not_too_long(name: str) -> None:
    shown = shown_name(name)
    assert 0 < len(shown) <= LONGEST_NAME
    assert not set(shown) & set("/\\\n\r\t\0")
    assert shown.encode()
    assert shown_name(shown) == shown
