"""Steps that speak of the person they are about: as you, as the person, as the child, or as the family."""

from typing import ClassVar, NamedTuple

from forms.blocks import circumstances as are
from forms.blocks.age_group import FROM_16, age_group
from forms.language import N_
from forms.situation import Situation
from forms.stepform import StepForm

SUBJECT = N_("den det gjelder")
"""On paper nobody knows whom it is about."""
PERSON, CHILD, YOUNG, FAMILY = N_("personen"), N_("barnet"), N_("ungdommen"), N_("familien")
NO_PLACES = N_("Ikke skriv noe som røper hvor noen er, for eksempel navn på steder, skole eller barnehage.")


class Wording(NamedTuple):
    """A question's source texts. What is None stays as it is declared."""

    label: str
    hint: str | None = None
    missing: str | None = None


Words = dict[str, Wording]


def person_word(situation: Situation, *, known: bool = True) -> str:
    """What whom it is about is called (a source text). ``known``: whether it is told by now who that is."""
    if age_group(situation) == FROM_16:
        return YOUNG
    child = are.about_child if known else are.own_child
    return CHILD if child(situation) else PERSON


class WordedForm(StepForm):
    """``for_others`` holds the questions that read otherwise when the submitter is not the person it is about.

    In every text ``%(person)s`` is whom it is about, ``%(helped)s`` whom the help is for, and ``%(reached)s`` whom one
    can talk with.
    """

    for_others: ClassVar[Words] = {}
    person_known: ClassVar[bool] = True
    """False where the step comes before it is told who the person is: then the role alone says if it is a child."""

    def arrange(self, situation: Situation) -> None:
        person = person_word(situation, known=self.person_known)
        helped = FAMILY if are.expected_child(situation) else person
        reached = FAMILY if are.parents_decide(situation) else person
        text = situation.language.text
        self.words |= {"person": text(person), "helped": text(helped), "reached": text(reached)}
        if are.for_other(situation):
            for name, wording in self.for_others.items():
                self[name].reword(*wording)

    def arrange_on_paper(self, situation: Situation) -> None:
        person = situation.language.text(SUBJECT)
        self.words |= dict.fromkeys(("person", "helped", "reached", "someone"), person)

    def rearrange(self) -> None:
        if are.protected(self.situation):
            self._warn_of_places()

    def _warn_of_places(self) -> None:
        """Say it once a page, at the first question where places could be told; those always asked come first."""
        free = sorted((question for question in self if question.free), key=lambda one: one.when is not None)
        if free:
            free[0].caution = NO_PLACES
