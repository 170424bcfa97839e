"""Signatures as they stand beside the content: given electronically, or to be written by hand."""

import base64
from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from docgen.contract import Fact, Picture, Signature, printable
from forms.fields.identity_number import masked
from forms.language import N_, Language
from forms.marks import MARKS, UNREAD
from forms.situation import Person

LEVELS = {
    "idporten-loa-high": N_("Høyt"),
    "idporten-loa-substantial": N_("Betydelig"),
}
"""Levels of log-in as ID-porten names them; any other is printed by its own name."""

BY_HAND = (N_("Sted"), N_("Dato"), N_("Underskrift"), N_("Vitne, hvis noen hjalp til med å skrive under"))
MARK = N_("Merke, hvis personen ikke kan skrive navnet sitt")
READ_BACK = N_("Svarene er lest opp, og personen er enig")


class LogIn(NamedTuple):
    """How the signer was known: the level, and a mark that tells people of one name and birthday apart.

    The mark must be made with a key: whoever has none could try every identity number against a plain hash.
    """

    level: str
    signer: str


def electronic_signature(
    person: Person, role: str, login: LogIn, moment: datetime, content_sha256: str, language: Language
) -> Signature:
    """Signed by somebody who is logged in. ``role`` is finished text."""
    facts = (
        (N_("Skrevet under av"), person.name),
        (N_("Fødselsnummer"), masked(person.national_id)),
        (N_("Rolle"), role),
        (N_("Sikkerhetsnivå ved innlogging"), language.text(LEVELS.get(login.level, login.level))),
        (N_("Kode som viser hvem som skrev under"), login.signer),
        (N_("Skrevet under"), language.moment(moment)),
    )
    return _signature(facts, content_sha256, language)


def record_of_speech(
    person: Person, role: str, login: LogIn, moment: datetime, content_sha256: str, language: Language
) -> Signature:
    """Stands for a signature where somebody who is logged in wrote down what another said."""
    facts = (
        (N_("Tatt ned muntlig av"), person.name),
        (N_("Rolle"), role),
        (N_("Sikkerhetsnivå ved innlogging"), language.text(LEVELS.get(login.level, login.level))),
        (N_("Kode som viser hvem som skrev det ned"), login.signer),
        (N_("Skrevet ned"), language.moment(moment)),
    )
    return _signature(facts, content_sha256, language)


class Heard(NamedTuple):
    """How an office learned of what it writes down, as finished texts; ``known_by`` of what was only said."""

    name: str
    role: str
    day: str
    on_paper: bool
    known_by: str = ""


def record_of_hearing(
    person: Person, heard: Heard, login: LogIn, moment: datetime, content_sha256: str, language: Language
) -> Signature:
    """Stands for a signature where staff wrote down what whoever it belongs to told them without a form."""
    facts = (
        (N_("Skrevet på papir av") if heard.on_paper else N_("Sagt av"), heard.name),
        (N_("Rolle"), heard.role),
        (N_("Dag kontoret fikk vite det"), heard.day),
        (N_("Slik vet vi hvem det var"), heard.known_by),
        (N_("Skrevet ned av"), person.name),
        (N_("Sikkerhetsnivå ved innlogging"), language.text(LEVELS.get(login.level, login.level))),
        (N_("Kode som viser hvem som skrev det ned"), login.signer),
        (N_("Skrevet ned"), language.moment(moment)),
    )
    return _signature(facts, content_sha256, language)


def hand_signature(
    person: Person, role: str, content_sha256: str, language: Language, *, protected: bool = False
) -> Signature:
    """To be signed on paper, maybe by another than who filled in: what has no value becomes a line to write on.

    Somebody ``protected`` is not asked where they are, on paper either.
    """
    facts = (
        (N_("Fylt ut av"), person.name),
        (N_("Fødselsnummer"), masked(person.national_id)),
        (N_("Rolle"), role),
    )
    return _signature(facts, content_sha256, language, lines=BY_HAND[1:] if protected else BY_HAND)


def line_to_sign(
    person: Person, role: str, content_sha256: str, language: Language, *, protected: bool = False
) -> Signature:
    """To be signed on paper by somebody else than whoever filled in; where the name is not known, they write it."""
    facts = (
        (N_("Rolle"), role),
        (N_("Navn"), person.name),
        (N_("Fødselsnummer"), masked(person.national_id)),
    )
    lines = (*(() if person.name else (N_("Navn"),)), *(BY_HAND[1:] if protected else BY_HAND))
    return _signature(facts, content_sha256, language, lines=lines)


class OnThePaper(NamedTuple):
    """What stands on the paper; ``witness`` of a mark or a guided hand alone, empty where nobody could read it."""

    name: str
    role: str
    by_mark: bool = False
    witness: str = ""


def signed_on_paper(seen: OnThePaper, content_sha256: str, language: Language) -> Signature:
    """Stands for a signature that is on the paper itself, which staff have read: nobody has to sign once more."""
    facts = [(N_("Skrevet under på papiret av"), seen.name), (N_("Rolle"), seen.role)]
    if seen.by_mark:
        facts += [
            (N_("Måte"), language.text(N_("Merke, eller noen førte hånden"))),
            (N_("Vitne"), seen.witness or language.text(MARKS[UNREAD])),
        ]
    return _signature(facts, content_sha256, language)


class Scanned(NamedTuple):
    """A paper that was signed at the counter and scanned there, as finished texts."""

    how: str
    witness: str
    by: str
    """The helper and their office: who scanned it, never who signed."""
    file: str
    sha256: str


def scanned_signature(
    person: Person, role: str, scanned: Scanned, content_sha256: str, language: Language
) -> Signature:
    """Signed on paper, by a mark or with somebody's help with a witness, and scanned by a helper."""
    facts = (
        (N_("Skrevet under på papiret av"), person.name),
        (N_("Rolle"), role),
        (N_("Måte"), scanned.how),
        (N_("Vitne"), scanned.witness),
        (N_("Skannet av"), scanned.by),
        (N_("Fil"), scanned.file),
        (N_("Kontrollsum for filen"), scanned.sha256),
    )
    return _signature(facts, content_sha256, language)


def _signature(
    facts: Sequence[tuple[str, str]],
    content_sha256: str,
    language: Language,
    lines: Sequence[str] = (),
    picture: Picture | None = None,
) -> Signature:
    known = [Fact(label=language.text(label), value=printable(value)) for label, value in facts if value]
    blank = [Fact(label=language.text(line), value="") for line in lines]
    return Signature(facts=known + blank, by_hand=bool(blank), content_sha256=content_sha256, picture=picture)


class AtCounter(NamedTuple):
    """How something was confirmed in front of a helper, as finished texts."""

    by: str
    """The helper and their office: who saw it, never who signed."""
    way: str
    identity: str = ""
    """How it was checked who the person is."""
    typed_name: str = ""
    drawing_sha256: str = ""
    drawing: bytes = b""
    """What was drawn, as a small PNG; the checksum is of the picture as it was drawn."""
    why_unsigned: str = ""
    known_by: str = ""
    """How it was known who it was that signed nothing."""


def counter_signature(
    person: Person, role: str, seen: AtCounter, moment: datetime, content_sha256: str, language: Language
) -> Signature:
    """Signed by the person there and then, or told and not signed: then it says why."""
    said = bool(seen.why_unsigned)
    facts = (
        (N_("Sagt av") if said else N_("Skrevet under av"), person.name),
        (N_("Fødselsnummer"), masked(person.national_id)),
        (N_("Rolle"), role),
        (N_("Måte"), seen.way),
        (N_("Navn skrevet på tastaturet"), seen.typed_name),
        (N_("Underskriften mangler fordi"), seen.why_unsigned),
        (N_("Slik vet vi hvem det var"), seen.known_by),
        (N_("Identiteten er kontrollert med"), seen.identity),
        (N_("Tatt ned muntlig av") if said else N_("Kontrollert av"), seen.by),
        (READ_BACK, language.text(N_("Ja"))),
        (N_("Skrevet ned") if said else N_("Skrevet under"), language.moment(moment)),
        (N_("Kontrollsum for bildet av underskriften"), seen.drawing_sha256),
    )
    return _signature(facts, content_sha256, language, picture=_picture(person, seen.drawing, language))


def _picture(person: Person, drawing: bytes, language: Language) -> Picture | None:
    if not drawing:
        return None
    told = language.text(N_("Underskrift tegnet av %(name)s"), name=person.name)
    return Picture(png=base64.b64encode(drawing).decode(), alternative=printable(told))


def counter_hand_signature(
    person: Person, role: str, seen: AtCounter, content_sha256: str, language: Language, *, protected: bool
) -> Signature:
    """As ``hand_signature``, where a helper has read the answers aloud; who cannot write sets a mark."""
    facts = (
        (N_("Fylt ut av"), person.name),
        (N_("Fødselsnummer"), masked(person.national_id)),
        (N_("Rolle"), role),
        (N_("Identiteten er kontrollert med"), seen.identity),
        (N_("Kontrollert av"), seen.by),
        (N_("Lest opp av"), seen.by),
        (READ_BACK, language.text(N_("Ja"))),
    )
    lines = (*BY_HAND[:-1], MARK, BY_HAND[-1])
    return _signature(facts, content_sha256, language, lines=lines[1:] if protected else lines)
