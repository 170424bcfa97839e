"""Conditions of shared steps in words, for forms that are filled in by hand."""

from collections.abc import Iterator

from forms.language import N_
from forms.situation import Situation

FOR_SELF = N_("Fyll ut hvis det gjelder deg selv.")
FOR_OTHER = N_("Fyll ut hvis det gjelder en annen enn deg selv.")
PARENT = N_("Fyll ut hvis du er forelder til et barn under 16 år.")
REACHABLE = N_("Ikke fyll ut hvis du, eller den det gjelder, har sperret adresse.")
COORDINATION = N_("Fyll ut hvis du vil ha plan eller koordinator, eller er usikker.")
ADDRESS_PROTECTION = N_("Fyll ut uansett hvilken sak det er.")
WISH = N_("Fyll ut hvis du ønsker deg en koordinator.")
YES_TO_HELP = N_("Fyll ut det spørsmålet som passer: for deg selv, eller for en annen.")
SEVERAL = N_("Kryss av for alt du søker om.")
IF_YOU_WISH = N_("Fyll ut hvis du vil. Du trenger ikke velge noe.")
NO_YES = N_("Fyll ut hvis ingen har sagt ja.")
NO_BASIS = N_("Fyll ut hvis ingen har sagt ja, og du ikke har noe annet å bygge på. Da stopper du her.")
BASIS = N_("Fyll ut bare hvis noen har sagt ja, eller en regel gir deg lov.")
NO_PLACES = N_("Har noen sperret adresse, skriver du ikke noe i skjemaet som kan røpe hvor de er.")


def no_places(situation: Situation) -> Iterator[str]:
    """Nobody is warned on the way, and the question may stand after others."""
    yield situation.language.text(NO_PLACES)
