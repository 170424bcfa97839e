"""What stands at the top of a complaint on how the help is given."""

from collections.abc import Iterator

from forms.addressee import Addressee, to_office
from forms.blocks.circumstances import for_self
from forms.blocks.notes import notes as shared_notes
from forms.blocks.wording import person_word
from forms.fields.yesno import YES
from forms.journey import Note
from forms.journeys.service_complaint import circumstances as are
from forms.journeys.service_complaint.telling import whom_to_report_to
from forms.language import N_
from forms.marks import ALSO_RIGHTS, SERIOUS
from forms.situation import Situation

SHORT = 300
"""Characters of an answer that is said again among the points; a longer one is pointed at."""

SURE_OF_RIGHTS = N_("Klagen gjelder også rettigheter. Send den til %(governor)s hvis kommunen er uenig.")
UNSURE_OF_RIGHTS = N_(
    "Usikker på om klagen gjelder rettigheter. Send den til %(governor)s hvis kommunen er uenig."
)


def addressee(situation: Situation) -> Addressee:
    """The municipality's office, or the coordinator where that was chosen; the office hands it on."""
    office = to_office(situation)
    if not are.to_coordinator(situation):
        return office
    text = situation.language.text
    name = situation.answer("recipient", "coordinator_name")
    told = text(N_("Koordinator: %(name)s"), name=name) if name else text(N_("Koordinatoren"))
    return Addressee(told, (text(N_("Levert gjennom %(office)s"), office=office.office), *office.lines))


def notes(situation: Situation) -> Iterator[Note]:
    text = situation.language.text
    yield from shared_notes(situation)
    if are.may_be_rights(situation):
        sure = situation.answer("rights", "also_rights") == YES
        told = SURE_OF_RIGHTS if sure else UNSURE_OF_RIGHTS
        governor = situation.municipality.county_governor
        yield Note(text(N_("Rettigheter")), text(told, governor=governor), ALSO_RIGHTS)
    if are.serious(situation):
        told = text(N_("Kan også meldes til: %(whom)s."), whom=", ".join(whom_to_report_to(situation)))
        yield Note(text(N_("Alvorlig hendelse")), told, SERIOUS)


def apart(situation: Situation) -> str:
    """About which of the services."""
    return situation.answer("about", "service_unit") or ""


def points(situation: Situation) -> Iterator[str]:
    text = situation.language.text
    yield _said(situation, "what_happened", N_("Jeg er misfornøyd med dette: %(text)s"))
    if situation.answer("happened", "change_wanted"):
        yield _said(situation, "change_wanted", N_("Jeg vil at dette skal endres: %(text)s"))
    if situation.answer("rights", "also_rights") == YES:
        yield _of_rights(situation)
    if situation.answer("attachments", "more_later") == YES:
        yield text(N_("Jeg sender mer senere."))


def _of_rights(situation: Situation) -> str:
    """Whoever writes for another writes of them."""
    text = situation.language.text
    if for_self(situation):
        return text(N_("Jeg mener at jeg ikke får det jeg har rett til."))
    person = text(person_word(situation))
    return text(N_("Jeg mener at %(person)s ikke får den hjelpen %(person)s har rett til."), person=person)


def _said(situation: Situation, question: str, message: str) -> str:
    told = (situation.answer("happened", question) or "").strip()
    if len(told) > SHORT:
        told = situation.language.text(N_("Se hele svaret under."))
    return situation.language.text(message, text=told)
