"""What the office sees at once of a power of attorney that came on paper, and what its giver is told of it."""

from collections.abc import Iterator
from datetime import date, datetime

from forms.blocks.power import period
from forms.journey import Note
from forms.journeys.power_of_attorney.seen import FINDS_IT, TAKEN_BACK, ends
from forms.language import N_
from forms.marks import MARKS, POWER_WAITS, PROXY_UNDER_AGE
from forms.paper_intake import seen
from forms.paper_intake.elsewhere import is_anothers
from forms.paper_intake.power import granted, held_back, unread_parts
from forms.paper_intake.proxy import proxy_number, under_age
from forms.powers import SOON, Grant
from forms.situation import Situation

FOUND_LATER = N_("Fullmektigen finner fullmakten her når kontoret har fødselsnummeret til fullmektigen.")


def notes(situation: Situation) -> Iterator[Note]:
    text = situation.language.text
    yield from seen.notes(situation, unread_parts(situation))
    if name := _proxy_name(situation):
        yield Note(text(N_("Fullmakt til")), name)
    if under_age(proxy_number(situation), situation):
        yield Note(text(MARKS[PROXY_UNDER_AGE]), text(N_("En fullmektig må være 18 år.")), PROXY_UNDER_AGE)
    if why := held_back(situation):
        yield Note(text(MARKS[POWER_WAITS]), " ".join(text(one) for one in why), POWER_WAITS)


def received(situation: Situation, _at: datetime) -> Iterator[Note]:
    """From when until when it holds, where it does."""
    if given := granted(situation):
        told = period(situation, given.first_day, given.last_day)
        yield Note(situation.language.text(N_("Varighet")), told)


def afterwards(situation: Situation) -> Iterator[str]:
    text, given = situation.language.text, granted(situation)
    if is_anothers(situation):
        return
    if given is None:
        yield text(N_("Fullmakten gjelder ikke her ennå. Kontoret tar kontakt med deg."))
        return
    if given.last_day and given.last_day < situation.today:
        yield text(N_("Fullmakten gikk ut %(date)s."), date=_date(situation, given.last_day))
        return
    yield _begins(situation, given)
    if given.last_day and given.last_day - situation.today <= SOON:
        again = N_("Den går ut %(date)s. Vil du at den skal gjelde lenger, gir du en ny.")
        yield text(again, date=_date(situation, given.last_day))
    yield text(FINDS_IT if given.proxy_number or situation.proxy_added else FOUND_LATER)
    yield text(TAKEN_BACK)


def apart(situation: Situation) -> str:
    """To whom it was given, and for how long."""
    text, given = situation.language.text, granted(situation)
    told = text(N_("Fullmakt til %(name)s, på papir"), name=_proxy_name(situation))
    if given is None:
        return told if _proxy_name(situation) else ""
    lasts = period(situation, given.first_day, given.last_day)
    return ". ".join([told, lasts, *ends(situation, given.last_day)])


def _begins(situation: Situation, given: Grant) -> str:
    text = situation.language.text
    if situation.awaits_paper:
        return text(N_("Fullmakten gjelder ikke før papiret med underskriften har kommet."))
    if given.first_day > situation.today:
        return text(N_("Fullmakten gjelder fra %(date)s."), date=_date(situation, given.first_day))
    return text(N_("Fullmakten gjelder nå."))


def _proxy_name(situation: Situation) -> str:
    return situation.answer("proxy", "proxy_name") or ""


def _date(situation: Situation, day: date) -> str:
    return situation.language.date(day)
