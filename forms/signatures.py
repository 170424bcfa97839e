"""Signatures as they stand beside the content: given electronically, or to be written by hand."""

from datetime import datetime

from docgen.contract import Fact, Signature, printable
from forms.fields.identity_number import masked
from forms.language import N_, Language
from forms.situation import Person

LEVELS = {
    "idporten-loa-high": N_("Høyt"),
    "idporten-loa-substantial": N_("Betydelig"),
}
"""Levels of log-in as ID-porten names them; any other is printed by its own name."""


def electronic_signature(
    person: Person, role: str, level: str, moment: datetime, content_sha256: str, language: Language
) -> Signature:
    """Signed by somebody who is logged in. ``role`` is finished text."""
    facts = (
        *_who(person, role, language),
        (N_("Sikkerhetsnivå ved innlogging"), language.text(LEVELS.get(level, level))),
        (N_("Skrevet under"), language.moment(moment)),
    )
    return _signature(facts, content_sha256, language, by_hand=False)


def hand_signature(person: Person, role: str, content_sha256: str, language: Language) -> Signature:
    """To be signed on paper: what has no value yet becomes a line to write on."""
    lines = (N_("Sted"), N_("Dato"), N_("Underskrift"), N_("Vitne, hvis noen hjalp til med å skrive under"))
    facts = (*_who(person, role, language), *((line, "") for line in lines))
    return _signature(facts, content_sha256, language, by_hand=True)


def _who(person: Person, role: str, language: Language) -> tuple[tuple[str, str], ...]:
    return (
        (N_("Navn"), person.name),
        (N_("Født"), masked(person.national_id)),
        (N_("Rolle"), role),
    )


def _signature(
    facts: tuple[tuple[str, str], ...], content_sha256: str, language: Language, *, by_hand: bool
) -> Signature:
    written = [Fact(label=language.text(label), value=printable(value)) for label, value in facts]
    return Signature(facts=written, by_hand=by_hand, content_sha256=content_sha256)
