"""Who takes it back: whoever could give it."""

from forms.blocks.submitter import RoleForm
from forms.journeys.consent.consenter import ROLES
from forms.language import N_
from forms.situation import Situation


class WithdrawerForm(RoleForm):
    def arrange(self, situation: Situation) -> None:
        super().arrange(situation)
        self._offer()

    def arrange_on_paper(self, situation: Situation) -> None:
        super().arrange_on_paper(situation)
        self._offer()

    def _offer(self) -> None:
        self.submitter_role.offer(ROLES)
        self.submitter_role.description = N_(
            "Du kan trekke samtykket for deg selv, eller for den du handler for."
        )
