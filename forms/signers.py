"""Who else signs what somebody fills in for another: who must, who may be asked, and by which paragraph."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from forms.acting import role
from forms.blocks import circumstances as are
from forms.language import N_
from forms.law.references import Reference
from forms.naming import POWER_OF_ATTORNEY
from forms.representation.matrix import agrees, row
from forms.situation import Person, Situation
from forms.validators import ages, may_be_born

SECOND_PARENT, YOUNG_PERSON, APPLICANT, PRINCIPAL = "second_parent", "young_person", "applicant", "principal"
CAPACITIES = (SECOND_PARENT, YOUNG_PERSON, APPLICANT, PRINCIPAL)
NAMES = {
    SECOND_PARENT: N_("den andre forelderen"),
    YOUNG_PERSON: N_("den det gjelder"),
    APPLICANT: N_("den det gjelder"),
    PRINCIPAL: N_("den som gir fullmakt"),
}
"""As what they sign, in documents and on pages."""
LAW = {
    SECOND_PARENT: Reference("pbrl", "§ 4-4"),
    YOUNG_PERSON: Reference("pbrl", "§§ 4-3 og 4-5"),
    APPLICANT: Reference("pbrl", "§ 4-3"),
    PRINCIPAL: Reference("fvl", "§ 12"),
}
CHILD_AS_PARTY = Reference("pbrl", "§ 6-5")
IS_THE_AUTHOR = ("self", "staff_assisting")
"""Roles in which whoever it is about is the one who signs first."""


class Signer(NamedTuple):
    """Somebody beside the author. Without ``required`` nobody waits for them unless they are asked."""

    capacity: str
    law: Reference
    required: bool = False
    asked_here: bool = True
    """Whether they may be asked through this service: what tells of a protected address is shown to nobody here."""


def signers(situation: Situation) -> tuple[Signer, ...]:
    """In the order in which they are told. Whoever must not be contacted, or knows of nothing, is not among them."""
    if not situation.others_sign:
        return ()
    if gives_through_another(situation):
        return (Signer(PRINCIPAL, LAW[PRINCIPAL], required=True),)
    found = tuple(_by_matrix(situation))
    if not are.protected(situation):
        return found
    return tuple(one._replace(asked_here=False) for one in found if one.required)


def gives_through_another(situation: Situation) -> bool:
    """A power of attorney that the future proxy fills in: it is the giver's alone to sign."""
    return situation.naming == POWER_OF_ATTORNEY and role(situation) == "proxy"


def author_signs(situation: Situation) -> bool:
    """Whether whoever fills in signs as well."""
    return not gives_through_another(situation)


def known_name(situation: Situation, capacity: str) -> str:
    """The signer's name, where the answers tell it; empty for the second parent."""
    if capacity == SECOND_PARENT:
        return ""
    names = (situation.answer("subject", f"subject_{part}_name") or "" for part in ("given", "family"))
    return " ".join(names).strip()


def known_number(situation: Situation, capacity: str) -> str:
    """Their identity number, where the answers tell it."""
    if capacity == SECOND_PARENT or situation.answer("subject", "subject_no_id") != are.HAS_NUMBER:
        return ""
    return situation.answer("subject", "subject_national_id") or ""


def about_whom(situation: Situation) -> tuple[str, ...]:
    """Whom it is about, as far as the answers tell two people apart: by the number, else by name and day of birth."""
    if number := known_number(situation, APPLICANT):
        return (number,)
    born = situation.answer("subject", "subject_birth_date") or ""
    return (known_name(situation, APPLICANT), born)


def asks(situation: Situation, capacity: str, who: Person) -> bool:
    """Whether the answers name that person as one who signs as such, as far as they tell who it is."""
    if not any(one.capacity == capacity and one.asked_here for one in signers(situation)):
        return False
    fits = known_number(situation, capacity) in {"", who.national_id}
    return fits and not mistaken(situation, capacity, who)


def mistaken(situation: Situation, capacity: str, who: Person) -> str:
    """Why that person cannot be asked as such, as a source text; empty where they can."""
    if who.national_id == situation.submitter.national_id:
        return N_("Dette er ditt eget nummer. Skriv nummeret til den som skal skrive under.")
    if capacity == SECOND_PARENT:
        return _mistaken_parent(situation, who)
    born = situation.answer("subject", "subject_birth_date")
    if not known_number(situation, capacity) and born and not may_be_born(who.national_id, _day(born)):
        return N_("Nummeret passer ikke med fødselsdatoen du har skrevet. Se om alle sifrene er riktige.")
    return ""


def _mistaken_parent(situation: Situation, who: Person) -> str:
    """Of two ages that a number allows, the lower: nobody of a hundred has a child who is under age."""
    if who.national_id == (situation.answer("subject", "subject_national_id") or ""):
        return N_("Dette er nummeret til barnet. Skriv nummeret til den andre forelderen.")
    if min(ages(who.national_id, situation.today), default=are.OF_AGE) < are.OF_AGE:
        return N_("Dette er nummeret til en som er under 18 år. Se om alle sifrene er riktige.")
    return ""


def _day(text: str) -> date:
    return date.fromisoformat(text)


def _by_matrix(situation: Situation) -> Iterator[Signer]:
    """Whoever the case's row says must sign, or may be asked to, beside the author."""
    found = row(situation)
    if found is None:
        return
    if "other_parent" in found.signs + found.may_sign and agrees(situation):
        yield Signer(SECOND_PARENT, LAW[SECOND_PARENT], required="other_parent" in found.signs)
    if "subject" in found.signs + found.may_sign and _may_sign(situation):
        yield _subject(situation, required="subject" in found.signs)


def _may_sign(situation: Situation) -> bool:
    """Nobody under 12 is asked, whatever a row says (pbrl § 6-5)."""
    youngest = min(are.possible_ages(situation), default=are.OF_AGE)
    return role(situation) not in IS_THE_AUTHOR and youngest >= are.PARTY_FROM


def _subject(situation: Situation, *, required: bool) -> Signer:
    """From 16 one decides alone (pbrl § 4-3); from 12 one may be a party (pbrl § 6-5)."""
    youngest = min(are.possible_ages(situation), default=are.OF_AGE)
    if youngest < are.PARENTS_DECIDE_TO:
        return Signer(YOUNG_PERSON, CHILD_AS_PARTY, required)
    capacity = YOUNG_PERSON if youngest < are.OF_AGE else APPLICANT
    return Signer(capacity, LAW[capacity], required)
