"""A step that speaks of the person where somebody else fills it in."""

from typing import ClassVar, NamedTuple

from forms.journeys.coordination.circumstances import for_other
from forms.situation import Situation
from forms.stepform import StepForm


class Wording(NamedTuple):
    """A question's source texts."""

    label: str
    hint: str = ""
    missing: str = ""


Words = dict[str, Wording]


class WordedForm(StepForm):
    """``for_others`` holds the questions that read otherwise when the submitter is not the person it is about."""

    for_others: ClassVar[Words] = {}

    def arrange(self, situation: Situation) -> None:
        if for_other(situation):
            for name, wording in self.for_others.items():
                self[name].reword(*wording)
