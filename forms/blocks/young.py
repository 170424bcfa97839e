"""Somebody under 16 who writes alone: what that means, and whether the parents may know of it yet."""

from collections.abc import Iterator

from forms.blocks import circumstances as are
from forms.fields.choice import Choice
from forms.fields.longtext import LongText
from forms.journey import Step
from forms.language import N_
from forms.question import When
from forms.representation.matrix import warnings
from forms.situation import Situation
from forms.stepform import StepForm

NO, UNSURE = "no", "unsure"
NOT_YET = (NO, UNSURE)
"""Answers by which the child is talked with before its parents are."""


class YoungForm(StepForm):
    """The parents are not told where the child does not want it, for reasons worth respecting (pbrl § 3-4).

    That is for those who help to judge: nothing is promised here.
    """

    parents_may_know = Choice(
        N_("Kan vi snakke med foreldrene dine om dette?"),
        hint=N_("Vi snakker med deg først uansett hva du svarer."),
        choices=(
            ("yes", N_("Ja")),
            (NO, N_("Nei, jeg vil ikke at de skal få vite det")),
            (UNSURE, N_("Jeg vet ikke, jeg vil snakke med dere først")),
        ),
        missing=N_("Velg det som passer. Du kan svare at du ikke vet."),
    )
    parents_why = LongText(
        N_("Vil du fortelle hvorfor?"), soft_limit=1000, when=When("parents_may_know", NOT_YET)
    )


def told(situation: Situation) -> Iterator[str]:
    yield from (situation.language.text(warning) for warning in warnings(situation))


STEP = Step(
    "young",
    N_("Når du er under 16 år"),
    YoungForm,
    when=are.child_writes,
    only_if=N_("Fyll ut hvis du er under 16 år og skriver selv."),
    told=told,
)
