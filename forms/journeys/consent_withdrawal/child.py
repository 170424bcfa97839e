"""What a child under 16 is asked besides who takes back alone. Nobody who decides alone has a page more (pbrl § 3-4).

On paper it is left out, so that taking back stays short; the office asks it of what has come from a child.
"""

from dataclasses import replace

from forms.blocks import circumstances as are
from forms.blocks import safe_place, young
from forms.situation import Situation


class ScreenYoungForm(young.YoungForm):
    def arrange_on_paper(self, situation: Situation) -> None:
        super().arrange_on_paper(situation)
        self.ask_nothing()


class ScreenSafePlaceForm(safe_place.SafePlaceForm):
    def arrange_on_paper(self, situation: Situation) -> None:
        super().arrange_on_paper(situation)
        self.ask_nothing()


def _hides_from_parents(situation: Situation) -> bool:
    return are.child_writes(situation) and safe_place.STEP.when(situation)


YOUNG = replace(young.STEP, form=ScreenYoungForm)
SAFE_PLACE = replace(safe_place.STEP, form=ScreenSafePlaceForm, when=_hides_from_parents)
