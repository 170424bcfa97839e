"""What the office must see at once: who it is about, who filled in, what lacks, and what to take care of."""

from collections.abc import Iterator
from datetime import date

from forms.acting import role, role_name
from forms.blocks import circumstances as are
from forms.blocks.own_birth import proxy_under_age
from forms.blocks.representative import BY_PAPER, ECONOMY, NO_CONTACT, NOT_SURE, UNCLEAR_SCOPE
from forms.blocks.young import NOT_YET
from forms.fields.yesno import YES
from forms.journey import Note
from forms.language import N_
from forms.marks import (
    CHILD_WRITES,
    GUARDIAN_SCOPE,
    MARKS,
    NO_AUTHORIZATION,
    OTHER_PARENT,
    PARENTS_NOT_TOLD,
    PROXY_UNDER_AGE,
    URGENT,
)
from forms.representation.matrix import row
from forms.situation import Situation

SHOWN = {"now": N_("Papiret er lagt ved."), "later": N_("Papiret blir sendt etterpå.")}
SCOPE = {
    ECONOMY: N_("Oppdraget gjelder bare økonomi."),
    NOT_SURE: N_("Vergen er usikker på hva oppdraget gjelder."),
}

MAY_BE_PARTY = N_("Barn fra 12 år kan selv være part i saken når de forstår hva den handler om.")


def notes(situation: Situation) -> Iterator[Note]:
    """Over an application: the municipality decides whether a written authorization is wanted."""
    return notes_with(situation, lacks=lacks_authorization(situation))


def notes_with(situation: Situation, *, lacks: bool) -> Iterator[Note]:
    """``lacks``: whether a written authorization is wanted and is not there."""
    text = situation.language.text
    yield Note(text(N_("Gjelder")), subject_name(situation))
    by = text(N_("%(name)s, %(role)s"), name=situation.submitter.name, role=role_name(situation))
    yield Note(text(N_("Fylt ut av")), by)
    yield from ground(situation)
    if situation.answer("urgency", "urgent") == YES:
        yield Note(text(MARKS[URGENT]), text(N_("Ja, se hvorfor under.")), URGENT)
    if lacks:
        lack = N_("Blir sendt etterpå.") if _paper(situation) == "later" else N_("Er ikke lagt ved.")
        yield Note(text(MARKS[NO_AUTHORIZATION]), text(lack), NO_AUTHORIZATION)
    if proxy_under_age(situation):
        yield Note(text(MARKS[PROXY_UNDER_AGE]), text(N_("En fullmektig må være 18 år.")), PROXY_UNDER_AGE)
    if situation.answer("other-parent", "other_parent") == NO_CONTACT:
        yield Note(text(N_("Den andre forelderen")), text(N_("Ikke ta kontakt.")), OTHER_PARENT)
    yield from _written_by_child(situation)
    if are.may_be_party(situation):
        yield Note(text(N_("Barnets rett")), text(MAY_BE_PARTY))
    if are.protected(situation):
        yield Note(text(N_("Skjermet")), text(N_("Begrens hvem som får se saken.")))


def ground(situation: Situation) -> Iterator[Note]:
    """By what right somebody acts for another, and what shows it."""
    found, text = row(situation), situation.language.text
    if found is None or not are.represents(situation):
        return
    yield Note(text(N_("Handler som")), text(found.who))
    shown = SHOWN.get(_paper(situation), found.evidence)
    yield Note(text(N_("Det som viser retten til å handle")), text(shown))
    scope = situation.answer("representative", "guardian_scope")
    if found.key == "guardian" and scope in UNCLEAR_SCOPE:
        yield Note(text(MARKS[GUARDIAN_SCOPE]), text(SCOPE[scope]), GUARDIAN_SCOPE)


def _written_by_child(situation: Situation) -> Iterator[Note]:
    """A child for whom the parents decide writes alone: it is talked with first (pbrl §§ 3-4, 4-4 and 6-5)."""
    text = situation.language.text
    if not are.child_writes(situation):
        return
    yield Note(text(MARKS[CHILD_WRITES]), text(N_("Snakk med barnet først.")), CHILD_WRITES)
    if situation.answer("young", "parents_may_know") in NOT_YET:
        yield Note(text(N_("Foreldrene")), text(MARKS[PARENTS_NOT_TOLD]), PARENTS_NOT_TOLD)


def about(situation: Situation) -> str:
    """For whom the application is, by the first name alone: others may look over one's shoulder."""
    text = situation.language.text
    if are.for_self(situation):
        return text(N_("For deg"))
    if are.expected_child(situation):
        return text(N_("For et barn som ikke er født ennå"))
    name = situation.answer("subject", "subject_given_name")
    return text(N_("For %(name)s"), name=name) if name else ""


def subject_name(situation: Situation) -> str:
    if are.expected_child(situation):
        due = date.fromisoformat(situation.answer("subject", "due_date"))
        return situation.language.text(N_("Ventet barn, termin %(date)s"), date=situation.language.date(due))
    step = "you" if are.for_self(situation) else "subject"
    names = (situation.answer(step, f"subject_{part}_name") or "" for part in ("given", "family"))
    return " ".join(names).strip()


def lacks_authorization(situation: Situation) -> bool:
    """Where the municipality wants a written authorization and neither another right nor the paper is there."""
    found = row(situation)
    if found and (found.tells_of_need or _relative_may_describe(situation)):
        return False
    return situation.municipality.proxy_policy.require_written_authorization and without_paper(situation)


def lacks_proof(situation: Situation) -> bool:
    """Whoever complains for another needs it in writing by law, wherever that is; a lawyer does not (pbrl § 7-2)."""
    return situation.answer("representative", "rep_authority") != "lawyer" and without_paper(situation)


def without_paper(situation: Situation) -> bool:
    """Somebody speaks for another without a right of their own and without a written authorization."""
    found = row(situation)
    if found is None or found.proof != "written" or not are.represents(situation):
        return False
    return not (_paper(situation) == "now" and situation.files.get("rep_document"))


def _relative_may_describe(situation: Situation) -> bool:
    relative = role(situation) == "nearest_relative"
    return relative and not _paper(situation) and situation.municipality.proxy_policy.relative_may_describe


def _paper(situation: Situation) -> str:
    """Whether the paper comes now or later; empty where none is asked for."""
    if situation.answer("representative", "rep_authority") not in BY_PAPER:
        return ""
    return str(situation.answer("representative", "rep_document_when") or "")
