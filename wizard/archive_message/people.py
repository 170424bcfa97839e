"""Who sent it, who got it, whom it is about, and in whose folder it belongs."""

from collections.abc import Iterator

from forms.archive_codes import Code
from wizard.archive_message.elements import Element, branch, coded, leaf
from wizard.archive_message.matter import Matter, Who
from wizard.archive_message.shielded import hidden

NORWAY = "NO"
NAMELESS = "Navn ikke oppgitt"


def correspondents(matter: Matter) -> Iterator[Element]:
    """The sender and the office. Neither has an address: it may be a protected one, and stands in the document."""
    yield branch(
        "korrespondansepart",
        coded("korrespondanseparttype", matter.codes.sender),
        leaf("korrespondansepartNavn", _name(matter.sender)),
        [leaf("personid", one) for one in (matter.sender.national_id,) if one],
        hidden(),
        leaf("erPersonnavn", "true"),
        leaf("deresReferanse", matter.reference),
    )
    yield branch(
        "korrespondansepart",
        coded("korrespondanseparttype", matter.codes.receiver),
        leaf("korrespondansepartNavn", matter.receiver),
        leaf("erPersonnavn", "false"),
    )


def parties(matter: Matter) -> Iterator[Element]:
    """Whom it is about, and whoever acts for them; whoever only tells of somebody at work is no party."""
    if matter.subject:
        yield _party(matter.subject, matter.codes.subject)
    if matter.sender.party:
        yield _party(matter.sender, matter.codes.parties[matter.sender.party])


def folder(matter: Matter) -> Iterator[Element]:
    """By whose number it is found again, where the archive files by that and the number is known."""
    if matter.codes.class_system and matter.subject and matter.subject.national_id:
        yield branch(
            "klassifikasjon",
            leaf("klassifikasjonssystemID", matter.codes.class_system),
            leaf("klasseID", matter.subject.national_id),
            hidden(),
        )


def _party(who: Who, role: Code) -> Element:
    return branch(
        "part",
        leaf("partNavn", _name(who)),
        coded("partRolle", role),
        [_number(one) for one in (who.national_id,) if one],
        hidden(),
        leaf("erPersonnavn", "true"),
    )


def _number(national_id: str) -> Element:
    return branch("personID", leaf("landkode", NORWAY), leaf("identifikator", national_id))


def _name(who: Who) -> str:
    return who.name or NAMELESS
