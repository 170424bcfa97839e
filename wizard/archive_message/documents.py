"""The documents of a case, each with its files: what they are, what they are called, and their SHA-256."""

from collections.abc import Iterator

from forms.archive_codes import Code
from wizard.archive_message.elements import Element, branch, coded, leaf, moment
from wizard.archive_message.matter import Filed, Matter
from wizard.archive_message.names import ENDINGS, Named, named
from wizard.archive_message.shielded import shielding

MAIN = Code(code="H", description="Hoveddokument")
ENCLOSED = Code(code="V", description="Vedlegg")
FINISHED = Code(code="F", description="Dokumentet er ferdigstilt")
TO_KEEP = Code(code="A", description="Arkivformat")
TO_WORK_WITH = Code(code="P", description="Produksjonsformat")
PDF_A = Code(code="RA-PDF", description="PDF/A")
"""As the list for Fiks Arkiv has it, which knows of no later parts of ISO 19005; the details say which it is."""
DETAILS = "PDF/A-3a, forseglet (PAdES)"


def documents(matter: Matter) -> Iterator[Element]:
    """The form first, as PDF/A and as Word, then what was enclosed, in its order."""
    main, *enclosed = named(matter)
    pdf, docx = main
    kept = _file(matter, pdf, TO_KEEP, PDF_A, details=DETAILS)
    worked_with = _file(matter, docx, TO_WORK_WITH, _format(docx.file))
    what = matter.codes.document_types[matter.sort]
    yield _document(matter, 1, what, matter.pdf.title, MAIN, [kept, worked_with])
    for number, (one,) in enumerate(enclosed, start=2):
        file = _file(matter, one, TO_WORK_WITH, _format(one.file))
        yield _document(matter, number, matter.codes.attachment, one.file.title, ENCLOSED, [file])


def _document(
    matter: Matter, number: int, what: Code, title: str, tied_as: Code, files: list[Element]
) -> Element:
    return branch(
        "dokumentbeskrivelse",
        coded("dokumenttype", what),
        coded("dokumentstatus", FINISHED),
        leaf("tittel", title),
        leaf("opprettetDato", moment(matter.received_at)),
        leaf("opprettetAv", matter.codes.system),
        coded("tilknyttetRegistreringSom", tied_as),
        leaf("dokumentnummer", number),
        shielding(matter),
        files,
    )


def _file(matter: Matter, one: Named, variant: Code, format_: Code, *, details: str = "") -> Element:
    return branch(
        "dokumentobjekt",
        leaf("versjonsnummer", 1),
        coded("variantformat", variant),
        coded("format", format_),
        [leaf("formatDetaljer", details)] if details else [],
        leaf("mimeType", one.file.media_type),
        leaf("opprettetDato", moment(matter.received_at)),
        leaf("filnavn", one.name),
        leaf("referanseDokumentfil", one.name),
        leaf("sjekksum", one.file.sha256),
        leaf("sjekksumAlgoritme", "SHA-256"),
        leaf("filstoerrelse", len(one.file.content)),
    )


def _format(file: Filed) -> Code:
    short = ENDINGS.get(file.media_type, "").upper()
    return Code(code=short or file.media_type, description=file.media_type)
