"""Whose name a form bears: that of the staff who registers it (forvaltningsloven § 6), or of whom a number tells."""

from forms.fields.declaration import Declaration
from forms.language import N_
from forms.names import same_first_and_last
from forms.question import Question
from forms.situation import Situation

ANOTHER = N_(
    "Nummeret hører til et annet navn enn det som står på papiret. Se om sifrene er riktige. "
    "Er de det, søker du på nummeret. Er det feil i den andre saken, kan du ta det bort der."
)
STANDS_SO = N_("Står det slik på papiret, velger du at nummeret ikke er til å lese.")


def of_the_same_name() -> Declaration:
    """Asked of whoever has the name of somebody on the form."""
    return Declaration(
        N_("Personen er en annen enn meg, men heter det samme"),
        hint=N_(
            "Navnet er likt ditt. Er det deg selv, må en kollega registrere skjemaet (forvaltningsloven § 6)."
        ),
        missing=N_("Personen heter det samme som deg. Er det en annen, krysser du av for det."),
    )


def has_own_name(situation: Situation, typed: str) -> bool:
    """By first and last name: those between are left out by some and written by others."""
    return same_first_and_last(typed, situation.submitter.name)


def refuse_another(situation: Situation, number: Question, told: str) -> bool:
    """Whether the number is known by quite another name; then it says so, and never by which."""
    if not told.strip() or not situation.known_otherwise(number.data, told):
        return False
    number.errors = [f"{number.say(ANOTHER)} {number.say(STANDS_SO)}"]
    return True
