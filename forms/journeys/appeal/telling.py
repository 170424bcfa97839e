"""What a complainant is told: on the way, on the receipt, and in the document."""

from collections.abc import Iterator, Mapping

from forms.journeys.appeal.answer import ASK_CASEWORKER
from forms.journeys.appeal.circumstances import (
    CHILD_WELFARE,
    HOSPITAL,
    NAV,
    awaits_answer,
    decided_by,
    elsewhere,
)
from forms.journeys.appeal.decider import words
from forms.language import N_
from forms.law.explained import in_words
from forms.law.rules import APPEAL_WEEKS, DecidedBy
from forms.situation import Situation

WHO_ANSWERED = (
    N_("%(decider_first)s har gitt svaret, så kommunen sender klagen videre til %(decider)s."),
    {
        NAV: N_("Du kan også sende den selv til NAV-kontoret som svarte. Adressen står i brevet derfra."),
        CHILD_WELFARE: N_("Du kan også sende den selv til barnevernet. Adressen står i brevet derfra."),
        HOSPITAL: N_(
            "Du kan også sende den selv til avdelingen på sykehuset. Adressen står i brevet derfra."
        ),
    },
)
WHO_SHOULD_ANSWER = (
    N_("%(decider_first)s skulle ha svart, så kommunen sender klagen videre til %(decider)s."),
    {
        NAV: N_("Du kan også sende den selv til NAV-kontoret ditt."),
        CHILD_WELFARE: N_("Du kan også sende den selv til barnevernet."),
        HOSPITAL: N_("Du kan også sende den selv til avdelingen på sykehuset."),
    },
)
"""Where it goes, and how to send it there oneself."""

OWN_RULES = {
    NAV: (
        N_("Fristen står i brevet. Gjelder svaret en individuell plan fra NAV, er den %(other_weeks)s uker."),
    ),
    CHILD_WELFARE: (N_("Barnevernet har egne regler. Fristen står i brevet."),),
    HOSPITAL: (
        N_("Endrer ikke sykehuset svaret, går klagen videre til Statsforvalteren."),
        N_("Du har %(weeks)s uker på deg til å klage, som hos kommunen."),
    ),
}
"""What holds of an answer that has come from there. A hospital's has the municipality's own deadline: pbrl § 7-5."""
WEEKS: Mapping[str, DecidedBy] = {"weeks": "health_and_care", "other_weeks": "other"}


def passed_on(situation: Situation) -> Iterator[str]:
    """On the way, where somebody else answered or should have."""
    if not elsewhere(situation):
        return
    text, language = situation.language.text, situation.language
    weeks = {
        name: in_words(APPEAL_WEEKS[rules].on(situation.today).value, language)
        for name, rules in WEEKS.items()
    }
    if awaits_answer(situation):
        yield text(N_("%(decider_first)s skulle ha svart, så klagen skal dit."), **words(situation))
    else:
        yield text(N_("%(decider_first)s har gitt svaret og behandler klagen."), **words(situation))
    yield text(N_("Send den her, så sender kommunen den videre til %(decider)s."), **words(situation))
    yield text(_way(situation)[1][decided_by(situation)])
    for rule in () if awaits_answer(situation) else OWN_RULES[decided_by(situation)]:
        yield text(rule, **weeks)
    yield text(N_("Dagen du sender klagen her, står i dokumentet."))


def how_to_understand(situation: Situation) -> Iterator[str]:
    text = situation.language.text
    yield text(ASK_CASEWORKER)
    yield text(N_("Du kan klage selv om du ikke forstår alt."))


def who_helps(situation: Situation) -> Iterator[str]:
    text, place = situation.language.text, situation.municipality
    if place.appeal.help_to_write:
        names = situation.language.any_of(place.appeal.help_to_write)
        yield text(N_("Du kan få hjelp til å skrive. Spør %(helpers)s."), helpers=names)
    else:
        yield text(N_("%(office)s svarer på spørsmål om hvordan du klager."), office=place.office.name)
    if place.office.phone:
        number = {"office": place.office.name, "phone": place.office.phone}
        yield text(N_("Telefonen til %(office)s er %(phone)s."), **number)
    yield text(
        N_("%(ombud)s kan gi deg råd. Det koster ingenting."), ombud=place.ombud.text(situation.language)
    )


def sent_on(situation: Situation) -> Iterator[str]:
    """What the receipt says of a complaint that somebody else handles."""
    if elsewhere(situation):
        yield where_sent(situation)
        yield situation.language.text(_way(situation)[1][decided_by(situation)])


def where_sent(situation: Situation) -> str:
    """To whom the municipality sends it on, and why."""
    return situation.language.text(_way(situation)[0], **words(situation))


def _way(situation: Situation) -> tuple[str, dict[str, str]]:
    return WHO_SHOULD_ANSWER if awaits_answer(situation) else WHO_ANSWERED
