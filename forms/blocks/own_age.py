"""What only somebody of a certain age can do by themselves: a number that may be a child's is asked about."""

from typing import ClassVar

from forms.blocks.circumstances import PARENTS_DECIDE_TO, YOUNGER
from forms.blocks.subject import YouForm


class YouOfAgeForm(YouForm):
    """From 16 one decides alone. ``too_young`` tells who can do it instead."""

    too_young: ClassVar[str]

    def ask_age(self, told: tuple[int, ...]) -> None:
        """Also where it is sure that it is a child: the answer is what the explanation stands by."""
        if not told or told[0] >= PARENTS_DECIDE_TO:
            del self.subject_age
            return
        self.words |= {"young": str(told[0]), "old": str(told[-1])}
        if len(told) == 1:
            self.subject_age.offer((YOUNGER,))

    def check(self) -> None:
        if self.subject_age is not None and self.subject_age.data == YOUNGER:
            self.subject_age.errors = [self.say(self.too_young)]
