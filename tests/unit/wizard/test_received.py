import io
import zipfile

import pypdfium2
import pytest

from docgen.contract import DOCX, PDF
from wizard.received import is_whole


def pdf() -> bytes:
    document, written = pypdfium2.PdfDocument.new(), io.BytesIO()
    document.new_page(595, 842)
    document.save(written)
    return written.getvalue()


def archive(name: str) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as parts:
        parts.writestr(name, "<w:document/>" * 50)
    return written.getvalue()


def test_whole_documents_are_believed() -> None:
    assert is_whole(PDF, pdf())
    assert is_whole(DOCX, archive("word/document.xml"))


@pytest.mark.parametrize("damaged", [b"", b"<html></html>", pdf()[:-20], pdf()[:100] + b"%%EOF", pdf()[5:]])
def test_a_pdf_that_is_empty_cut_or_something_else_is_not(damaged: bytes) -> None:
    assert not is_whole(PDF, damaged)


@pytest.mark.parametrize(
    "damaged",
    [
        b"",
        b"<html></html>",
        archive("word/document.xml")[:-30],
        archive("other.xml"),
        archive("word/document.xml").replace(b"<w:document/>", b"<w:dokument/>", 1),
    ],
)
def test_a_word_file_that_is_empty_cut_or_something_else_is_not(damaged: bytes) -> None:
    assert not is_whole(DOCX, damaged)
