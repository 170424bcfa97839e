"""What a power of attorney that came on paper lets its proxy do: as it stands there, and nothing that was guessed."""

from datetime import date

from forms.blocks.circumstances import PARENTS_DECIDE_TO
from forms.fields.choice import Choice
from forms.fields.choices import Choices
from forms.fields.dateparts import DateParts
from forms.fields.text import Text
from forms.fields.yesno import NO, YES
from forms.journeys.power_of_attorney.limits import ALL_CASES, ONE_CASE, may_be_case
from forms.language import N_
from forms.paper_intake.days import arrived_on
from forms.paper_intake.earlier import case_of
from forms.paper_intake.elsewhere import is_anothers
from forms.paper_intake.numbers import owner_number
from forms.paper_intake.person import UNSAID, possible_ages
from forms.paper_intake.proxy import proxy_number, under_age
from forms.paper_intake.unread import NONE_TICKED
from forms.powers import CAN, LETTERS, Grant
from forms.question import When
from forms.situation import Situation
from forms.stepform import StepForm


class PowerForm(StepForm):
    scope = Choices(N_("Hva kan fullmektigen gjøre?"), hint=NONE_TICKED, choices=CAN)
    copy_to_giver = Choice(
        N_("Vil den som gir fullmakten, også ha brevene selv?"),
        choices=((YES, N_("Ja")), (NO, N_("Nei")), (UNSAID, N_("Det står ikke, eller er ikke til å lese"))),
        missing=N_("Velg det som står, eller at det ikke står."),
        when=When("scope", (LETTERS,)),
    )
    case_limit = Choice(
        N_("Hvilken sak gjelder fullmakten?"),
        choices=(
            (ONE_CASE, N_("Én sak")),
            (ALL_CASES, N_("Alle saker om helse- og omsorgstjenester i kommunen")),
            (UNSAID, N_("Det står ikke, eller er ikke til å lese")),
        ),
        missing=N_("Velg det som står, eller at det ikke står."),
    )
    case_told = Text(
        N_("Hvilken sak er det?"),
        hint=N_("Referansen hvis den står der, for eksempel V-2345-6789. Ellers ordene på papiret."),
        max_length=200,
        when=When("case_limit", (ONE_CASE,)),
    )
    valid_from = DateParts(
        N_("Første dag fullmakten gjelder"),
        hint=N_("Gjelder den fra kommunen har fått den, lar du feltene stå tomme."),
    )
    ends = Choice(
        N_("Står det en siste dag?"),
        choices=(
            (YES, N_("Ja")),
            (NO, N_("Nei"), N_("Da gjelder den til den blir trukket.")),
            (UNSAID, N_("Det er ikke til å lese")),
        ),
        missing=N_("Velg om det står en siste dag."),
    )
    valid_to = DateParts(
        N_("Siste dag fullmakten gjelder"),
        missing=N_("Skriv dagen, eller velg at den ikke er til å lese."),
        when=When("ends", (YES,)),
    )

    def check(self) -> None:
        first, last = self.valid_from.data, self.valid_to.data if self.valid_to.asked() else None
        if first and last and last < first:
            self.valid_to.errors = [
                self.say(N_("Siste dag kan ikke komme før første dag. Se på papiret en gang til."))
            ]


def gives(situation: Situation) -> Grant | None:
    """Nothing as long as nobody knows by a number whose it is, and where something keeps it from holding here."""
    if not owner_number(situation):
        return None
    return granted(situation)


def granted(situation: Situation) -> Grant | None:
    """As ``gives``, once the giver's number is known; it holds from the day it came, where it names no other."""
    arrived = arrived_on(situation)
    if arrived is None or held_back(situation):
        return None
    first, last = (situation.answer("power", name) for name in ("valid_from", "valid_to"))
    ends = situation.answer("power", "ends") == YES and last
    one = situation.answer("power", "case_limit") == ONE_CASE
    return Grant(
        proxy_number=proxy_number(situation),
        scope=tuple(situation.answer("power", "scope") or ()),
        one_case=one,
        about=_about(situation) if one else "",
        first_day=date.fromisoformat(first) if first else arrived,
        last_day=date.fromisoformat(ends) if ends else None,
    )


def _about(situation: Situation) -> str:
    """The reference of a case of the giver's; empty where words tell which one it is."""
    found = case_of(situation, situation.answer("power", "case_told") or "")
    return found.reference if found and may_be_case(found) else ""


def unread_parts(situation: Situation) -> tuple[str, ...]:
    """What decides how far it reaches and could not be read: source texts."""
    asked = {
        N_("hvem som får fullmakten"): not situation.answer("proxy", "proxy_name"),
        N_("hva fullmektigen kan gjøre"): not situation.answer("power", "scope"),
        N_("hvilken sak den gjelder"): _unread_case(situation),
        N_("siste dag"): situation.answer("power", "ends") == UNSAID,
    }
    return tuple(what for what, lacks in asked.items() if lacks)


def _unread_case(situation: Situation) -> bool:
    limit = situation.answer("power", "case_limit")
    return limit == UNSAID or (limit == ONE_CASE and not situation.answer("power", "case_told"))


def held_back(situation: Situation) -> tuple[str, ...]:
    """Why it does not hold here, as source texts; nothing where it does. Nobody is refused: the office asks."""
    proxy, ages = proxy_number(situation), possible_ages(situation)
    why = {
        N_("Noe som avgjør hvor langt den rekker, er ikke lest av."): bool(unread_parts(situation)),
        N_("Den som gir fullmakten, er under 16 år."): bool(ages) and max(ages) < PARENTS_DECIDE_TO,
        N_("Fullmektigen er under 18 år."): under_age(proxy, situation),
        N_("Fullmektigen behandler slike saker i kommunen (forvaltningsloven § 12)."): bool(proxy)
        and situation.works_here(proxy),
        N_("Papiret hører til i en annen kommune."): is_anothers(situation),
    }
    return tuple(what for what, holds in why.items() if holds)
