"""What happens after something was sent: what the municipality says, and what the law adds."""

from datetime import date

from forms.language import Language
from forms.law.explained import preliminary_answer
from forms.municipality import Municipality
from forms.sort import Sort


def next_steps(
    place: Municipality, sort: Sort, day: date, language: Language, *, letters: bool = True
) -> list[str]:
    """One step after the other, as finished text; without ``letters`` nothing that is promised in writing."""
    steps = [step.text(language) for step in place.next_steps.after(sort) if letters or not step.letter]
    return [*steps, preliminary_answer(day, language)] if sort == "services" and letters else steps


def promised(place: Municipality, sort: Sort, language: Language) -> list[str]:
    """How long it takes, where the municipality says so."""
    return [one.text(language) for one in place.promised(sort)]
