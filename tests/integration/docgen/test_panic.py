"""A text at which Typst itself panics is an error like others: nothing of it is told, and the process goes on."""

import os

import pytest
import typst
from flask.testing import FlaskClient

from docgen.contract import DOCX, PDF
from docgen.hushed import Panicked, hushed
from docgen.pdf import pdf
from docgen.shown import shown
from tests.integration.docgen.test_api import LET_IN, post
from tests.unit.docgen.asking import asking, sample

PANICS = "\u30fc\u08f5\n\u00ad\n\u0e48"
"""Typst 0.15 reckons with a wrong length for the last of these lines."""


def test_a_panic_is_an_error_without_a_word_and_the_same_process_makes_the_next_document(
    capfd: pytest.CaptureFixture[str],
) -> None:
    request = asking(PANICS)
    with pytest.raises(Panicked) as panic:
        pdf(request, shown(request))
    assert (str(panic.value), panic.value.__context__) == ("", None)
    assert capfd.readouterr() == ("", "")
    assert pdf(sample(), shown(sample())).startswith(b"%PDF")


def test_what_others_write_meanwhile_is_not_lost(capfd: pytest.CaptureFixture[str]) -> None:
    def fails() -> None:
        os.write(2, b"two ")
        raise typst.TypstError("x", "x")

    assert hushed(lambda: os.write(2, b"one ")) == len(b"one ")
    with pytest.raises(typst.TypstError):
        hushed(fails)
    assert capfd.readouterr().err == "one two "


@pytest.mark.parametrize("end", [KeyboardInterrupt, SystemExit, GeneratorExit])
def test_a_process_that_is_to_end_ends(end: type[BaseException]) -> None:
    def stopped() -> None:
        raise end

    with pytest.raises(end):
        hushed(stopped)


def test_a_text_at_which_typst_panics_is_a_document_all_the_same(
    docgen: FlaskClient, capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    for kind in (PDF, DOCX):
        answer = post(docgen, asking(PANICS).canonical(), headers={**LET_IN, "Accept": kind})
        assert (answer.status_code, answer.content_type) == (200, kind)
        assert post(docgen, headers={**LET_IN, "Accept": kind}).status_code == 200
    assert (capfd.readouterr(), caplog.text) == (("", ""), "")
