"""What the office must see at once: who it is about, who filled in, what lacks, and what to take care of."""

from collections.abc import Iterator
from datetime import date

from forms.acting import role, role_name
from forms.blocks import circumstances as are
from forms.blocks.ground import ground, paper, written_by_child
from forms.blocks.other_parent import no_contact
from forms.blocks.own_birth import proxy_under_age
from forms.blocks.power import by_power
from forms.blocks.safe_place import no_letter_home
from forms.fields.yesno import YES
from forms.journey import Note
from forms.language import N_
from forms.marks import (
    LACKING,
    MARKS,
    OTHER_NAME,
    PROXY_UNDER_AGE,
    URGENT,
    mark_told,
    unproven,
)
from forms.representation.matrix import row
from forms.situation import Situation

MAY_BE_PARTY = N_("Barn fra 12 år har egne rettigheter i saken når de forstår hva den handler om.")
UNTIL_IT_CAME = (
    N_("Ikke til den som fyller ut, før papiret har kommet."),
    N_("Bare til den det gjelder, til fullmakten har kommet."),
)


def notes(situation: Situation) -> Iterator[Note]:
    """Over an application: the municipality decides whether a written authorization is wanted."""
    return notes_with(situation, lacks=lacks_authorization(situation))


def notes_with(situation: Situation, *, lacks: bool) -> Iterator[Note]:
    """``lacks``: whether a written authorization is wanted and is not there."""
    text = situation.language.text
    yield Note(text(N_("Gjelder")), subject_name(situation))
    yield from filled_in_by(situation)
    yield from ground(situation)
    yield from by_power(situation)
    if situation.answer("urgency", "urgent") == YES:
        yield Note(text(MARKS[URGENT]), text(N_("Ja, se hvorfor under.")), URGENT)
    if lacks:
        yield from lacks_paper(situation)
        yield Note(text(N_("Svaret")), text(_until_it_came(situation)))
    if proxy_under_age(situation):
        yield Note(text(MARKS[PROXY_UNDER_AGE]), text(N_("En fullmektig må være 18 år.")), PROXY_UNDER_AGE)
    yield from no_contact(situation)
    yield from written_by_child(situation)
    yield from no_letter_home(situation)
    if are.may_be_party(situation):
        yield Note(text(N_("Barnets rett")), text(MAY_BE_PARTY))
    if are.protected(situation):
        yield Note(text(N_("Skjermet")), text(N_("Begrens hvem som får se saken.")))


def filled_in_by(situation: Situation) -> Iterator[Note]:
    """In what role; of somebody's own form also whether the name in it is another than that of the log-in."""
    text, name = situation.language.text, situation.submitter.name
    by = text(N_("%(name)s, %(role)s"), name=name, role=role_name(situation))
    yield Note(text(N_("Fylt ut av")), by)
    typed = subject_name(situation) if are.for_self(situation) else ""
    if typed and _plain(typed) != _plain(name):
        before = (
            N_("Sto som %(name)s da hjelpen begynte") if situation.helped else N_("Innlogget som %(name)s")
        )
        yield Note(text(MARKS[OTHER_NAME]), text(before, name=name), OTHER_NAME)


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()


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


def lacks_paper(situation: Situation) -> Iterator[Note]:
    """What has not come, by the right it shows, and whether it was promised."""
    mark = unproven(situation.answer("representative", "rep_authority") or "")
    lack = N_("Blir sendt etterpå.") if paper(situation) == "later" else N_("Er ikke lagt ved.")
    yield Note(mark_told(mark, situation.language), situation.language.text(lack), mark)


def _until_it_came(situation: Situation) -> str:
    """Who acts without what shows it gets no answer: the duty of confidentiality (helse- og omsorgstjenesteloven)."""
    if are.parents_decide(situation) or situation.answer("representative", "rep_authority") in LACKING:
        return UNTIL_IT_CAME[0]
    return UNTIL_IT_CAME[1]


def lacks_authorization(situation: Situation) -> bool:
    """Where a paper is acted by and has not come, or the municipality wants a written authorization and has none."""
    if promised(situation):
        return True
    found = row(situation)
    if found and (found.tells_of_need or _relative_may_describe(situation)):
        return False
    return situation.municipality.proxy_policy.require_written_authorization and without_paper(situation)


def lacks_proof(situation: Situation) -> bool:
    """Whoever complains for another needs it in writing by law, wherever that is; a lawyer does not (pbrl § 7-2)."""
    lawyer = situation.answer("representative", "rep_authority") == "lawyer"
    return not lawyer and (promised(situation) or without_paper(situation))


def promised(situation: Situation) -> bool:
    """Somebody says that they act by a paper, and has not enclosed it: anybody may say so."""
    found = row(situation)
    if found is None or found.tells_of_need or found.proof == "none" or not are.represents(situation):
        return False
    return bool(paper(situation)) and not _enclosed(situation)


def _enclosed(situation: Situation) -> bool:
    return paper(situation) == "now" and bool(situation.files.get("rep_document"))


def without_paper(situation: Situation) -> bool:
    """Somebody speaks for another without a right of their own and without a written authorization."""
    if situation.power:
        return False
    found = row(situation)
    if found is None or found.proof != "written" or not are.represents(situation):
        return False
    return not _enclosed(situation)


def _relative_may_describe(situation: Situation) -> bool:
    relative = role(situation) == "nearest_relative"
    return relative and not paper(situation) and situation.municipality.proxy_policy.relative_may_describe
