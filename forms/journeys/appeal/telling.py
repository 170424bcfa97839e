"""What a complainant is told: on the way, on the receipt, and in the document."""

from collections.abc import Iterator

from forms.journeys.appeal.answer import ASK_CASEWORKER
from forms.journeys.appeal.circumstances import CHILD_WELFARE, HOSPITAL, NAV, decided_by
from forms.language import N_
from forms.law.explained import in_words
from forms.law.rules import APPEAL_WEEKS
from forms.situation import Situation

PASSED_ON = {
    NAV: (
        N_(
            "NAV har gitt svaret, så NAV behandler klagen. Send den her, så sender kommunen den videre til NAV."
        ),
        N_("Du kan også sende den selv til NAV-kontoret som svarte. Adressen står i brevet derfra."),
        N_("Fristen står i brevet. Gjelder svaret en individuell plan fra NAV, er den %(other_weeks)s uker."),
        N_("Dagen du sender klagen her, står i dokumentet."),
    ),
    CHILD_WELFARE: (
        N_(
            "Barnevernet har gitt svaret, så barnevernet behandler klagen."
            " Send den her, så sender kommunen den videre dit."
        ),
        N_("Du kan også sende den selv til barnevernet. Adressen står i brevet derfra."),
        N_("Barnevernet har egne regler. Fristen står i brevet."),
        N_("Dagen du sender klagen her, står i dokumentet."),
    ),
    HOSPITAL: (
        N_(
            "Sykehuset har gitt svaret, så sykehuset behandler klagen."
            " Send den her, så sender kommunen den videre dit."
        ),
        N_("Endrer ikke sykehuset svaret, går klagen videre til Statsforvalteren."),
        N_("Du kan også sende den selv til avdelingen på sykehuset. Adressen står i brevet derfra."),
        N_("Du har %(weeks)s uker på deg til å klage, som hos kommunen."),
        N_("Dagen du sender klagen her, står i dokumentet."),
    ),
}
"""Who else decided: where the complaint goes, how to send it oneself, and that another deadline holds."""

SENT_ON = {
    NAV: (
        N_("NAV har gitt svaret, så kommunen sender klagen videre til NAV."),
        N_("Du kan også sende den selv til NAV-kontoret som svarte. Adressen står i brevet derfra."),
    ),
    CHILD_WELFARE: (
        N_("Barnevernet har gitt svaret, så kommunen sender klagen videre til barnevernet."),
        N_("Du kan også sende den selv til barnevernet. Adressen står i brevet derfra."),
    ),
    HOSPITAL: (
        N_("Sykehuset har gitt svaret, så kommunen sender klagen videre til sykehuset."),
        N_("Du kan også sende den selv til avdelingen på sykehuset. Adressen står i brevet derfra."),
    ),
}


def passed_on(situation: Situation) -> Iterator[str]:
    language = situation.language
    weeks = {
        "weeks": in_words(APPEAL_WEEKS["health_and_care"].on(situation.today).value, language),
        "other_weeks": in_words(APPEAL_WEEKS["other"].on(situation.today).value, language),
    }
    for one in PASSED_ON.get(decided_by(situation), ()):
        yield language.text(one, **weeks)


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
    """What the receipt and the letter say of a complaint that somebody else handles."""
    yield from (situation.language.text(one) for one in SENT_ON.get(decided_by(situation), ()))
