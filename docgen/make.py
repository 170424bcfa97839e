"""A finished, checked document from a request: what the application answers with."""

from docgen.complete import check_docx, check_pdf
from docgen.contract import DocumentRequest
from docgen.docx import docx
from docgen.pdf import pdf
from docgen.seal import SealingKey, seal
from docgen.shown import shown
from docgen.words import words


def make_docx(request: DocumentRequest) -> bytes:
    """The Word document. Raises ``Incomplete`` rather than give one with a hole."""
    data = shown(request)
    made = docx(request.content.kind, data)
    check_docx(made, words(data))
    return made


def make_pdf(request: DocumentRequest, key: SealingKey) -> bytes:
    """The sealed PDF. Raises ``CannotSeal`` or ``Incomplete`` rather than give one without seal or with a hole."""
    data = shown(request)
    made = pdf(request, data)
    check_pdf(made, words(data))
    return seal(made, key)
