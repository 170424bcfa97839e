"""What the files of a package are named: after their place alone, in ASCII, so that no name tells of anybody."""

from typing import NamedTuple

from docgen.contract import DOCX, PDF
from wizard.archive_message.matter import Filed, Matter
from wizard.uploads.kinds import JPEG_TYPE, PNG_TYPE

MESSAGE = "arkivmelding.xml"
ENDINGS = {PDF: "pdf", DOCX: "docx", JPEG_TYPE: "jpg", PNG_TYPE: "png"}
"""Of each type of file that is let in."""


class Named(NamedTuple):
    """A file and what it is named in the package."""

    name: str
    file: Filed


def named(matter: Matter) -> list[list[Named]]:
    """The files document by document, the form first."""
    form = [Named(f"hoveddokument.{_ending(one)}", one) for one in (matter.pdf, matter.docx)]
    enclosed = enumerate(matter.attachments, start=1)
    return [form, *([Named(f"vedlegg-{number:02}.{_ending(one)}", one)] for number, one in enclosed)]


def _ending(file: Filed) -> str:
    return ENDINGS.get(file.media_type, "bin")
