"""Whether a document that came over the network is whole, before it is kept as a citizen's form."""

import io
import zipfile

import pypdfium2

from docgen.contract import DOCX, PDF


def is_whole(media_type: str, document: bytes) -> bool:
    """True for a PDF that opens and has a page, or a Word file whose every part has its checksum."""
    return _READERS[media_type](document)


def _is_pdf(document: bytes) -> bool:
    if not document.startswith(b"%PDF-") or not document.rstrip().endswith(b"%%EOF"):
        return False
    try:
        with pypdfium2.PdfDocument(document) as pdf:
            return len(pdf) > 0
    except pypdfium2.PdfiumError:
        return False


def _is_docx(document: bytes) -> bool:
    try:
        with zipfile.ZipFile(io.BytesIO(document)) as parts:
            return parts.testzip() is None and "word/document.xml" in parts.namelist()
    except zipfile.BadZipFile:
        return False


_READERS = {PDF: _is_pdf, DOCX: _is_docx}
