"""The Fiks Arkiv message of a case (``arkivmelding.opprett``): one incoming record, with its files described.

Made of a ``Matter`` alone, the same each time: no database, no clock.
"""

from collections.abc import Iterator

from lxml import etree

from forms.archive_codes import Code
from forms.language import OSLO
from wizard.archive_message.documents import documents
from wizard.archive_message.elements import CATALOGUE, TYPE, Element, branch, coded, key, leaf, moment
from wizard.archive_message.matter import Matter
from wizard.archive_message.names import named
from wizard.archive_message.people import correspondents, folder, parties
from wizard.archive_message.shielded import hidden, shielding

INCOMING = Code(code="I", description="Inngående dokument")


def message(matter: Matter) -> bytes:
    """As UTF-8, with every element in the order of the schema."""
    codes = matter.codes
    root = branch(
        "arkivmelding",
        leaf("system", codes.system),
        [leaf("regel", codes.rule)] if codes.rule else [],
        leaf("antallFiler", sum(map(len, named(matter)))),
        _record(matter),
    )
    etree.cleanup_namespaces(root)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, pretty_print=True)


def _record(matter: Matter) -> Element:
    """The title is for those who may read the case; the public one names what it is, and nobody."""
    codes, whom = matter.codes, matter.subject or matter.sender
    record = branch(
        "registrering",
        leaf("opprettetDato", moment(matter.received_at)),
        leaf("opprettetAv", codes.system),
        [coded("arkivdel", codes.series)] if codes.series else [],
        parties(matter),
        shielding(matter),
        documents(matter),
        leaf("tittel", f"{matter.title} - {whom.name}" if whom.name else matter.title),
        leaf("offentligTittel", matter.title),
        _remarks(matter),
        _earlier(matter),
        correspondents(matter),
        folder(matter),
        key(codes.system, matter.case_id),
        _as_journalled(matter),
    )
    record.set(TYPE, "journalpost")
    return record


def _as_journalled(matter: Matter) -> Iterator[Element]:
    yield coded("journalposttype", INCOMING)
    yield coded("journalstatus", matter.codes.journal_status)
    yield leaf("dokumentetsDato", matter.received_at.astimezone(OSLO).date().isoformat())
    yield leaf("mottattDato", moment(matter.received_at))
    yield leaf("antallVedlegg", len(matter.attachments))


def _remarks(matter: Matter) -> Iterator[Element]:
    for text in matter.remarks:
        yield branch(
            "merknad",
            leaf("merknadstekst", text),
            coded("merknadstype", matter.codes.remark),
            leaf("merknadsdato", moment(matter.received_at)),
            leaf("merknadRegistrertAv", matter.codes.system),
            hidden(),
        )


def _earlier(matter: Matter) -> Iterator[Element]:
    """The archive finds them by the key under which they were laid there."""
    for case_id in matter.earlier:
        known_by = key(matter.codes.system, case_id, CATALOGUE)
        yield branch("kryssreferanse", branch("referanseTilRegistrering", known_by))
