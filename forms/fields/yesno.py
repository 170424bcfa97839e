"""Yes or no, as two radio buttons, so that an open question is not a no."""

from typing import Any

from forms.fields.choice import Choice
from forms.language import N_

YES, NO = "yes", "no"


class YesNo(Choice):
    def __init__(self, label: str, **kwargs: Any) -> None:
        super().__init__(label, choices=((YES, N_("Ja")), (NO, N_("Nei"))), **kwargs)
