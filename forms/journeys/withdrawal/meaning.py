"""What it means to take an application or a complaint back, in finished sentences."""

from collections.abc import Iterator
from datetime import date

from forms.blocks import concerned
from forms.fields.yesno import NO, YES
from forms.journeys.withdrawal.case import APPEAL_KIND, SERVICE_KIND, is_appeal, kind
from forms.language import N_
from forms.law.deadline import Deadline, Known, appeal_deadline
from forms.law.explained import explained
from forms.situation import Situation

STOPS = N_("Når du trekker en søknad, slutter kommunen å behandle den. Du får ikke noe svar.")
APPLY_AGAIN = N_("Ombestemmer du deg, kan du søke på nytt når du vil.")
ANSWERED = N_(
    "Har du fått svar, er søknaden ferdig behandlet. Da sier beskjeden til kontoret at du ikke vil ha hjelpen likevel."
)
DISAGREE = N_("Er du uenig i svaret, skal du klage på det, ikke trekke søknaden.")
STOPS_COMPLAINT = N_("Når du trekker klagen, slutter kommunen å behandle den. Du får ikke noe svar.")
COMPLAIN_AGAIN = N_("Er du fortsatt misfornøyd senere, kan du klage på nytt.")
STANDS = N_("Når du trekker en klage, blir svaret du klaget på, stående.")
DECIDED = N_("Har du fått svar på klagen, er den avgjort. Da er det ikke noe igjen å trekke.")
AGAIN = N_("Så lenge fristen løper, kan du klage på nytt.")
PASSED = N_("Fristen for å klage er ute. Klager du på nytt senere, spør vi hvorfor klagen kommer sent.")
MAY_HAVE_PASSED = N_(
    "Fristen for å klage kan være ute. Klager du på nytt senere, spør vi hvorfor klagen kommer sent."
)
_COMPLAINT = (STOPS_COMPLAINT, DECIDED, AGAIN)


def meaning(situation: Situation) -> Iterator[str]:
    """Said before anything is decided."""
    of = {APPEAL_KIND: _of_appeal, SERVICE_KIND: _of_service_complaint}.get(kind(situation), _of_application)
    yield from (situation.language.text(sentence) for sentence in of(situation))
    if is_appeal(situation):
        yield from _deadline(situation)


def on_paper(situation: Situation) -> Iterator[str]:
    """All of it, where nobody knows which it is: whoever signs says that they know."""
    yield from map(situation.language.text, (STOPS, ANSWERED, DISAGREE, APPLY_AGAIN, STANDS, *_COMPLAINT))


def answered(situation: Situation) -> str:
    return str(situation.answer("answered", "withdrawal_answered") or "")


def _of_application(situation: Situation) -> Iterator[str]:
    if answered(situation) != YES:
        yield STOPS
    if answered(situation) != NO:
        yield ANSWERED
        yield DISAGREE
    yield APPLY_AGAIN


def _of_service_complaint(situation: Situation) -> Iterator[str]:
    yield STOPS_COMPLAINT
    if answered(situation) != NO:
        yield DECIDED
    yield COMPLAIN_AGAIN


def _of_appeal(situation: Situation) -> Iterator[str]:
    yield STANDS
    if answered(situation) != NO:
        yield DECIDED


def _deadline(situation: Situation) -> Iterator[str]:
    """While it runs one may complain again: as the complaint told it, else by the day on which the answer came."""
    case = concerned.chosen(situation)
    found = case.deadline if case else deadline(situation)
    if found is None:
        yield situation.language.text(COMPLAIN_AGAIN)
        return
    if found.over(situation.today):
        certain = found.surely_over(situation.today)
        yield situation.language.text(PASSED if certain else MAY_HAVE_PASSED)
        return
    yield situation.language.text(AGAIN)
    yield explained(found, situation.language)


def deadline(situation: Situation) -> Deadline:
    received = situation.answer("complained-about", "answer_received")
    known = Known(received=date.fromisoformat(received) if received else None)
    return appeal_deadline(known, situation.today)
