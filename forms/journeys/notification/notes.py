"""What the office must see at once of a notification: who it is about, who notifies, and what it rests on."""

from collections.abc import Iterator

from forms.acting import role_name
from forms.blocks import age_group as age
from forms.blocks import circumstances as are
from forms.blocks.notes import MAY_BE_PARTY, subject_name
from forms.journey import Note
from forms.journeys.notification import consent
from forms.journeys.notification.notifier import from_hospital
from forms.language import N_
from forms.marks import CALL_NOTIFIER, MARKS, NO_CONSENT
from forms.situation import Situation


def notes(situation: Situation) -> Iterator[Note]:
    text = situation.language.text
    told = consent.may_tell(situation)
    yield Note(text(N_("Gjelder")), subject_name(situation) if told else text(N_("Ikke oppgitt")))
    by = text(N_("%(name)s, %(role)s"), name=situation.submitter.name, role=role_name(situation))
    yield Note(text(N_("Meldt av")), by)
    yield from _resting_on(situation)
    if from_hospital(situation):
        yield Note(
            text(N_("Fra sykehus")), text(N_("Behovet meldes også til koordinerende enhet i helseforetaket."))
        )
    if are.protected(situation):
        yield Note(text(N_("Skjermet")), text(N_("Begrens hvem som får se saken.")))


def _resting_on(situation: Situation) -> Iterator[Note]:
    text, group = situation.language.text, age.age_group(situation)
    if consent.may_not_tell(situation):
        yield Note(
            text(MARKS[CALL_NOTIFIER]), text(N_("Meldingen sier ikke hvem det gjelder.")), CALL_NOTIFIER
        )
    elif consent.unconsented(situation):
        yield Note(text(MARKS[NO_CONSENT]), text(N_("Se hva meldingen bygger på.")), NO_CONSENT)
    if group == age.FROM_12:
        yield Note(text(N_("Barnets rett")), text(MAY_BE_PARTY))
    if group == age.FROM_16:
        yield Note(text(N_("Foreldrene")), text(N_("Får ikke kopi. Den som er 16 eller 17 år, svarer selv.")))


def about(situation: Situation) -> str:
    """By the first name alone, and by none where nothing may be told."""
    text = situation.language.text
    if consent.may_not_tell(situation):
        return text(N_("Uten navn")) if consent.left_nameless(situation) else ""
    if are.expected_child(situation):
        return text(N_("For et barn som ikke er født ennå"))
    name = situation.answer("subject", "subject_given_name")
    return text(N_("For %(name)s"), name=name) if name else ""
