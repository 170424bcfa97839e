"""By what right somebody acts, for the document and the office: what shows it, and what the office must look at."""

from collections.abc import Iterator

from forms.blocks import circumstances as are
from forms.blocks.representative import BY_PAPER, ECONOMY, NOT_SURE, UNCLEAR_SCOPE
from forms.blocks.young import NOT_YET
from forms.journey import Note
from forms.language import N_
from forms.marks import CHILD_WRITES, GUARDIAN_SCOPE, MARKS, PARENTS_NOT_TOLD
from forms.representation.matrix import row
from forms.situation import Situation

SHOWN = {"now": N_("Papiret er lagt ved."), "later": N_("Papiret blir sendt etterpå.")}
SCOPE = {
    ECONOMY: N_("Oppdraget gjelder bare økonomi."),
    NOT_SURE: N_("Vergen er usikker på hva oppdraget gjelder."),
}


SCOPE_MEANS_AFTERWARDS = {
    ECONOMY: (
        N_("Du svarte at oppdraget gjelder bare økonomi. Da kan du si fra om behovet, men ikke få svaret."),
        N_("Endrer Statsforvalteren oppdraget, sender du den nye vergefullmakten til saken."),
    ),
    NOT_SURE: (
        N_("Kontoret må vite hva oppdraget gjelder, før de svarer deg. De har fått %(form)s likevel."),
        N_("Det står i vergefullmakten. Send den til saken når du har den."),
    ),
}


def ground(situation: Situation) -> Iterator[Note]:
    """By what right somebody acts for another, and what shows it."""
    found, text = row(situation), situation.language.text
    if found is None or not are.represents(situation):
        return
    yield Note(text(N_("Handler som")), text(found.who))
    if situation.power is None:  # one that was given here is told by its reference
        shown = SHOWN.get(paper(situation), found.evidence)
        yield Note(text(N_("Det som viser retten til å handle")), text(shown))
    if scope := unclear_scope(situation):
        yield Note(text(MARKS[GUARDIAN_SCOPE]), text(SCOPE[scope]), GUARDIAN_SCOPE)


def unclear_scope(situation: Situation) -> str:
    """What a guardian said of a mandate that the municipality must look at first; empty where it need not."""
    found, scope = row(situation), situation.answer("representative", "guardian_scope")
    guards = found is not None and found.key in {"guardian", "guardian_of_economy"}
    return scope if guards and are.represents(situation) and scope in UNCLEAR_SCOPE else ""


def told_of_scope(situation: Situation) -> Iterator[str]:
    """What the guardian is told once it is sent, and what they can do."""
    text = situation.language.text
    if scope := unclear_scope(situation):
        yield from (text(one, form=text(situation.naming)) for one in SCOPE_MEANS_AFTERWARDS[scope])


def written_by_child(situation: Situation) -> Iterator[Note]:
    """A child for whom the parents decide writes alone: it is talked with first (pbrl §§ 3-4, 4-4 and 6-5)."""
    text = situation.language.text
    if not are.child_writes(situation):
        return
    yield Note(text(MARKS[CHILD_WRITES]), text(N_("Snakk med barnet først.")), CHILD_WRITES)
    if situation.answer("young", "parents_may_know") in NOT_YET:
        yield Note(text(N_("Foreldrene")), text(MARKS[PARENTS_NOT_TOLD]), PARENTS_NOT_TOLD)


def paper(situation: Situation) -> str:
    """Whether the paper comes now or later; empty where none is asked for."""
    if situation.answer("representative", "rep_authority") not in BY_PAPER:
        return ""
    return str(situation.answer("representative", "rep_document_when") or "")
