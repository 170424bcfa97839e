"""What the office must see at once: who it is about, who filled in, what lacks, and what to take care of."""

from collections.abc import Iterator
from datetime import date

from forms.acting import role, role_name
from forms.blocks import circumstances as are
from forms.blocks.power import by_power
from forms.blocks.representative import BY_PAPER, NO_CONTACT
from forms.fields.yesno import YES
from forms.journey import Note
from forms.language import N_
from forms.marks import MARKS, NO_AUTHORIZATION, OTHER_PARENT, URGENT
from forms.situation import Situation

OTHER_RIGHTS = ("guardianship", "lasting_power_of_attorney", "child_welfare")
"""These are no authorization given by the person, so none can lack."""
TELL_OF_NEED = ("child_welfare", "health_worker", "partner")
"""They tell of a need in their work: they need no authorization, and lack one only where they claim it."""

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
    yield from by_power(situation)
    if situation.answer("urgency", "urgent") == YES:
        yield Note(text(MARKS[URGENT]), text(N_("Ja, se hvorfor under.")), URGENT)
    if lacks:
        lack = N_("Blir sendt etterpå.") if _paper(situation) == "later" else N_("Er ikke lagt ved.")
        yield Note(text(MARKS[NO_AUTHORIZATION]), text(lack), NO_AUTHORIZATION)
        yield Note(text(N_("Svaret")), text(N_("Bare til den det gjelder, til fullmakten har kommet.")))
    if situation.answer("other-parent", "other_parent") == NO_CONTACT:
        yield Note(text(N_("Den andre forelderen")), text(N_("Ikke ta kontakt.")), OTHER_PARENT)
    if are.may_be_party(situation):
        yield Note(text(N_("Barnets rett")), text(MAY_BE_PARTY))
    if are.protected(situation):
        yield Note(text(N_("Skjermet")), text(N_("Begrens hvem som får se saken.")))


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
    authority = situation.answer("representative", "rep_authority")
    if authority == "none" and (role(situation) in TELL_OF_NEED or _relative_may_describe(situation)):
        return False
    return situation.municipality.proxy_policy.require_written_authorization and without_paper(situation)


def lacks_proof(situation: Situation) -> bool:
    """Whoever complains for another needs it in writing by law, wherever that is; a lawyer does not (pbrl § 7-2)."""
    return situation.answer("representative", "rep_authority") != "lawyer" and without_paper(situation)


def without_paper(situation: Situation) -> bool:
    """Somebody speaks for another without a right of their own and without a written authorization."""
    if situation.power:
        return False
    authority = situation.answer("representative", "rep_authority")
    if not are.represents(situation) or authority in OTHER_RIGHTS:
        return False
    if authority == "parental_responsibility":
        return not are.parents_decide(situation)
    return not (_paper(situation) == "now" and situation.files.get("rep_document"))


def _relative_may_describe(situation: Situation) -> bool:
    relative = role(situation) == "nearest_relative"
    return relative and situation.municipality.proxy_policy.relative_may_describe


def _paper(situation: Situation) -> str:
    """Whether the paper comes now or later; empty where none is asked for."""
    if situation.answer("representative", "rep_authority") not in BY_PAPER:
        return ""
    return str(situation.answer("representative", "rep_document_when") or "")
