"""A power of attorney that is taken back without a form of ours: by word of mouth, or on a paper tied to nothing.

Nothing here can stop it: a power may be taken back in any way, and nobody needs to say why.
"""

from datetime import date
from typing import Any

from forms.blocks.from_when import (
    AT_ONCE,
    CHOOSE,
    WHICH_DAY,
    WRITE_DAY,
    later_day,
    not_after,
    only_later,
    when_later,
)
from forms.blocks.told_office import BY, DAY, FROM_WHEN, NO_DAY, ORAL, SINCE_TOLD, how
from forms.fields.choice import Choice
from forms.fields.dateparts import DateParts
from forms.fields.text import Text
from forms.fields.yesno import YesNo
from forms.journeys.power_of_attorney_revocation.revocation import STEP
from forms.known_by import ASKED, CHECKED, NOT_CHOSEN
from forms.language import N_
from forms.question import When
from forms.situation import Situation
from forms.stepform import StepForm

GIVER = "giver"
TAKEN_BACK_AS = ((GIVER, N_("Den som ga fullmakten")), ("verge", N_("Verge")))
CHOICES = (*CHECKED[:-1], (*CHECKED[-1], N_("Fullmakten er trukket likevel.")))


class SpokenEndForm(StepForm):
    """For the office, on the page of the power itself."""

    heard = Choice(
        N_("Hvordan ble fullmakten trukket?"),
        choices=how(N_("Fullmakten står på papiret, eller vi har spurt hvem det er.")),
        missing=N_("Velg hvordan fullmakten ble trukket."),
    )
    taken_by = Text(
        N_("Hvem trakk fullmakten?"),
        hint=BY,
        missing=N_("Skriv hvem som trakk fullmakten."),
        max_length=100,
    )
    taken_as = Choice(
        N_("Som hva trakk de den?"),
        choices=TAKEN_BACK_AS,
        missing=N_("Velg som hva de trakk den."),
        default=GIVER,
    )
    told_on = DateParts(
        DAY,
        hint=N_("Fullmakten er over fra den dagen, også om du skriver det ned senere."),
        missing=NO_DAY,
    )
    revoke_from = Choice(FROM_WHEN, choices=SINCE_TOLD, missing=CHOOSE, default=AT_ONCE)
    revoke_from_date = DateParts(WHICH_DAY, missing=WRITE_DAY, when=when_later("revoke_from"))
    identity_checked = Choice(ASKED, choices=CHOICES, missing=NOT_CHOSEN, when=When("heard", (ORAL,)))
    tell_proxy = YesNo(
        N_("Skal kommunen si fra til den som har fullmakten?"), missing=N_("Svar ja eller nei.")
    )

    def arrange(self, situation: Situation) -> None:
        super().arrange(situation)
        only_later(self.revoke_from_date, situation)
        self.told_on.latest = self.told_on.default = situation.today

    def over_from(self, day: date | None) -> None:
        """From which day it holds no more, whatever is written here; None where it has no end."""
        not_after(self.revoke_from_date, day)

    @property
    def told_day(self) -> date:
        """On which the office was told; only of a form that holds."""
        return date.fromisoformat(self.stored()["told_on"])

    def later_day(self) -> date | None:
        """From which later day it is taken back; None where it is at once."""
        return later_day(self.situation.with_answers({STEP: self.stored()}), STEP, "revoke_from")

    def revocation(self, reference: str) -> dict[str, Any]:
        """As the revocation's own page would have saved it."""
        told = self.stored()
        kept = {name: told[name] for name in ("revoke_from", "revoke_from_date", "tell_proxy")}
        return {"poa_reference": reference, "poa_description": "", **kept}
