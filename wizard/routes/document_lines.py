"""What pages show of a case's documents, as finished text in the reader's language."""

from dataclasses import dataclass

from wizard.cases.following import Sent
from wizard.routes.here import language

FORMATS = ("pdf", "docx")


@dataclass(frozen=True)
class DocumentLine:
    """A format, whether it is made yet, whether it never will be, and its size in words."""

    format: str
    ready: bool
    refused: bool
    size: str

    @property
    def waiting(self) -> bool:
        return not self.ready and not self.refused


def document_lines(found: Sent) -> list[DocumentLine]:
    """Both formats, always: one that is not made yet says so, and one that cannot be made too."""
    sizes = {one.format: one.size for one in found.documents}
    return [
        DocumentLine(wanted, wanted in sizes, found.refused, language().size(sizes.get(wanted, 0)))
        for wanted in FORMATS
    ]
