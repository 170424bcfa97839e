"""What the office sees at once of an authorization, and what its giver should know once it is sent."""

from collections.abc import Iterator
from datetime import date, datetime

from forms.blocks.circumstances import protected
from forms.blocks.from_when import later_day
from forms.blocks.notes import subject_name
from forms.fields.yesno import YES
from forms.journey import Note
from forms.journeys.power_of_attorney.giver import by_proxy
from forms.journeys.power_of_attorney.gives import gives
from forms.journeys.power_of_attorney.limits import LimitsForm, period
from forms.journeys.power_of_attorney.proxy import ORGANISATION
from forms.journeys.power_of_attorney.scope import ScopeForm
from forms.language import N_
from forms.powers import SOON, VERY_SOON, Grant
from forms.situation import Situation

COPY = N_(
    "Gi en kopi til fullmektigen. Fullmektigen logger inn som seg selv, begynner på et skjema,"
    " velger «Jeg har fullmakt» og legger ved kopien."
)
NOT_FOUND = N_("Fullmektigen finner ikke fullmakten her ved innlogging, for vi har bare fødselsdatoen.")
WITH_NUMBER = N_("Skal fullmektigen finne den her, gir du en ny fullmakt med fødselsnummeret.")
FINDS_IT = N_(
    "Fullmektigen trenger ingen kopi. Fullmektigen logger inn som seg selv, og velger «Handle for en annen»."
)
NO_COPY = N_("Kommunen har fullmakten. Du trenger ikke gi en kopi.")
"""A copy may be handed on to where nobody should look for the giver."""
TAKEN_BACK = N_("Du kan trekke den når du vil: på siden om saken, eller ved å si fra til kontoret.")


def proxy_name(situation: Situation) -> str:
    """The person, or the organisation with the one to talk with there."""
    if by_proxy(situation):
        return situation.submitter.name
    if situation.answer("proxy", "proxy_kind") != ORGANISATION:
        return situation.answer("proxy", "proxy_name") or ""
    name, contact = (situation.answer("proxy", f"proxy_{part}") for part in ("organisation", "contact"))
    return situation.language.text(N_("%(name)s ved %(contact)s"), name=name, contact=contact)


def notes(situation: Situation) -> Iterator[Note]:
    text, language = situation.language.text, situation.language
    yield Note(text(N_("Fullmakt fra")), subject_name(situation))
    yield Note(text(N_("Fullmakt til")), proxy_name(situation))
    scope = ScopeForm(situation, None, situation.answers.get("scope"))
    yield Note(text(N_("Fullmektigen kan")), scope.scope.shown(language).replace("\n", "; "))
    shares = situation.answer("scope", "scope_sharing") == YES
    sharing = N_("Ja") if shares else N_("Nei")
    yield Note(text(N_("Kan si ja til deling")), text(sharing))
    limits = LimitsForm(situation, None, situation.answers.get("limits"))
    yield Note(text(N_("Gjelder")), _case(limits))
    yield Note(text(N_("Varighet")), period(situation))


def _case(limits: LimitsForm) -> str:
    """The one case, by its reference or as it was told, or all of them."""
    told = (limits.case_description, limits.case_reference, limits.case_limit)
    return next(one.shown(limits.situation.language) for one in told if one is not None and one.asked())


def received(situation: Situation, at: datetime) -> Iterator[Note]:
    text = situation.language.text
    begins = later_day(situation, "limits", "valid_from")
    on_paper = text(N_("Dagen papiret med underskriften har kommet"))
    at_once = on_paper if situation.awaits_paper else situation.language.moment(at)
    yield Note(text(N_("Fullmakten gjelder fra")), situation.language.date(begins) if begins else at_once)
    if begins and situation.awaits_paper:
        yield Note(text(N_("Underskrift")), text(N_("Den gjelder ikke før papiret har kommet.")))


def afterwards(situation: Situation) -> Iterator[str]:
    text, language = situation.language.text, situation.language
    given = gives(situation)
    if given.last_day and given.last_day < situation.today:
        yield text(N_("Fullmakten gikk ut %(date)s."), date=language.date(given.last_day))
        return
    begins = later_day(situation, "limits", "valid_from")
    if begins:
        yield text(N_("Fullmakten gjelder fra %(date)s."), date=language.date(begins))
    if situation.awaits_paper:
        yield text(N_("Fullmakten gjelder ikke før kontoret har sett underskriften på papir."))
    elif not begins:
        yield text(N_("Fullmakten gjelder nå."))
    if by_proxy(situation):
        yield text(N_("Den som gir fullmakten, kan trekke den når som helst."))
        return
    if given.last_day and given.last_day - situation.today <= SOON:
        yield text(
            N_("Den går ut %(date)s. Vil du at den skal gjelde lenger, gir du en ny."),
            date=language.date(given.last_day),
        )
    yield from (text(one) for one in _reached(situation, given))
    yield text(TAKEN_BACK)


def _reached(situation: Situation, given: Grant) -> Iterator[str]:
    """How the proxy comes to it: at once by the number, else by a copy; nobody finds it by a birth date."""
    if given.proxy_number:
        yield FINDS_IT
        return
    by_birth_date = situation.answer("proxy", "proxy_kind") != ORGANISATION
    if by_birth_date:
        yield NOT_FOUND
    yield NO_COPY if protected(situation) else COPY
    if by_birth_date:
        yield WITH_NUMBER


def for_you(situation: Situation) -> str:
    """For whom it is, in its giver's own list."""
    return situation.language.text(N_("For deg"))


def from_whom(situation: Situation) -> str:
    """As ``for_you``, or of whom the proxy asks it: by the first name alone."""
    if not by_proxy(situation):
        return for_you(situation)
    name = situation.answer("subject", "subject_given_name")
    return situation.language.text(N_("Fra %(name)s"), name=name) if name else ""


def apart(situation: Situation) -> str:
    """To whom it was given, and for how long."""
    told = situation.language.text(N_("Fullmakt til %(name)s"), name=proxy_name(situation))
    return ". ".join([told, period(situation), *ends(situation, gives(situation).last_day)])


def ends(situation: Situation, last: date | None) -> Iterator[str]:
    """That it is over, or will be soon."""
    if last and last < situation.today:
        yield situation.language.text(N_("Den har gått ut"))
    elif last and last - situation.today <= VERY_SOON:
        yield situation.language.text(N_("Den går snart ut"))
