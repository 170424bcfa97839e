"""Whether a name on a form is that of the member of staff who registers it (forvaltningsloven § 6)."""

from forms.fields.declaration import Declaration
from forms.language import N_
from forms.situation import Situation


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
    return bool(typed.strip()) and _first_and_last(typed) == _first_and_last(situation.submitter.name)


def _first_and_last(name: str) -> tuple[str, ...]:
    names = name.casefold().replace("-", " ").split()
    return (names[0], names[-1]) if names else ()
