"""Conditions of shared steps in words, for forms that are filled in by hand."""

from forms.language import N_

FOR_SELF = N_("Fyll ut hvis det gjelder deg selv.")
FOR_OTHER = N_("Fyll ut hvis det gjelder en annen enn deg selv.")
PARENT = N_("Fyll ut hvis du er forelder til et barn under 16 år.")
REACHABLE = N_("Ikke fyll ut hvis du, eller den det gjelder, har sperret adresse.")
COORDINATION = N_("Fyll ut hvis du vil ha plan eller koordinator, eller er usikker.")
ADDRESS_PROTECTION = N_("Fyll ut uansett hvilken sak det er.")
