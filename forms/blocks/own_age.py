"""What only somebody of a certain age can do by themselves: a number that may be a child's is asked about."""

from typing import ClassVar

from forms.blocks.circumstances import OLDER, PARENTS_DECIDE_TO, YOUNGER
from forms.blocks.subject import YouForm
from forms.fields.choice import Choice
from forms.language import N_
from forms.situation import Situation
from forms.validators import ages


class YouOfAgeForm(YouForm):
    """From 16 one decides alone. ``too_young`` tells who can do it instead."""

    too_young: ClassVar[str]

    subject_age = Choice(
        N_("Hvor gammel er du?"),
        hint=N_("Fødselsnummeret viser ikke hvilket hundreår du er født i."),
        choices=((YOUNGER, N_("%(young)s år")), (OLDER, N_("%(old)s år"))),
        missing=N_("Velg alderen din."),
    )

    def arrange(self, situation: Situation) -> None:
        super().arrange(situation)
        years = sorted(ages(situation.submitter.national_id, situation.today))
        if not years or years[0] >= PARENTS_DECIDE_TO:
            del self.subject_age
            return
        self.words |= {"young": str(years[0]), "old": str(years[-1])}
        if len(years) == 1:
            self.subject_age.offer((YOUNGER,))

    def arrange_on_paper(self, situation: Situation) -> None:
        super().arrange_on_paper(situation)
        del self.subject_age

    def check(self) -> None:
        if self.subject_age is not None and self.subject_age.data == YOUNGER:
            self.subject_age.errors = [self.say(self.too_young)]
