"""What a complainant is told: on the way, on the receipt, and in the document."""

from collections.abc import Iterator

from forms.journeys.appeal.circumstances import CHILD_WELFARE, NAV, decided_by
from forms.language import N_
from forms.situation import Situation

ANYWAY = N_(
    "Fristen er gått ut, men du kan klage likevel."
    " Kommunen, og etter den Statsforvalteren, avgjør om klagen blir behandlet."
)

PASSED_ON = {
    NAV: (
        N_(
            "NAV har gitt svaret, så NAV behandler klagen. Send den her, så sender kommunen den videre til NAV."
        ),
        N_("Du kan også sende den selv til NAV-kontoret som svarte. Adressen står i brevet derfra."),
        N_("NAV har en annen frist: tre uker. Dagen du sender klagen her, står i dokumentet."),
    ),
    CHILD_WELFARE: (
        N_(
            "Barnevernet har gitt svaret, så barnevernet behandler klagen."
            " Send den her, så sender kommunen den videre dit."
        ),
        N_("Du kan også sende den selv til barnevernet. Adressen står i brevet derfra."),
        N_(
            "Barnevernet har egne regler. Fristen står i brevet. Dagen du sender klagen her, står i dokumentet."
        ),
    ),
}
"""Who else decided: where the complaint goes, how to send it oneself, and that another deadline holds."""


def passed_on(situation: Situation) -> Iterator[str]:
    yield from (situation.language.text(one) for one in PASSED_ON.get(decided_by(situation), ()))


def how_to_understand(situation: Situation) -> Iterator[str]:
    text = situation.language.text
    yield text(
        N_("Er noe vanskelig å forstå? Da kan du spørre saksbehandleren som har skrevet under brevet.")
    )
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
    yield text(N_("%(ombud)s kan gi deg råd. Det koster ingenting."), ombud=place.ombud)


def next_steps(situation: Situation) -> Iterator[str]:
    """What happens to a complaint, from the receipt to the last answer."""
    text, place = situation.language.text, situation.municipality
    elsewhere = list(passed_on(situation))
    if elsewhere:
        yield from elsewhere[:2]
        return
    yield text(N_("Kommunen ser på svaret en gang til, og kan endre det."))
    yield text(
        N_("Endrer den ikke alt, går klagen videre til: %(governor)s. Du får kopi av det kommunen skriver."),
        governor=place.county_governor,
    )
    yield text(N_("Du kan si din mening om det kommunen skriver."))
    yield text(N_("Statsforvalteren avgjør klagen. Det svaret kan du ikke klage på."))
    yield text(N_("Svaret kan gjelde mens du venter, hvis ikke kommunen lar det vente."))
