"""Who takes it back: whoever could give it."""

from forms.blocks.submitter import RoleForm
from forms.fields.choice import Choice
from forms.fields.text import Text
from forms.journeys.consent.consenter import ROLES
from forms.language import N_
from forms.question import When
from forms.situation import Situation

STAFF = When("submitter_role", ("staff_assisting",))


class WithdrawerForm(RoleForm):
    """Staff may write down what somebody told them: then it is told how it came, and to whom."""

    oral_or_written = Choice(
        N_("Ble det sagt eller skrevet?"),
        choices=(("oral", N_("Sagt")), ("written", N_("Skrevet"))),
        missing=N_("Velg om det ble sagt eller skrevet."),
        when=STAFF,
    )
    receiver = Text(
        N_("Hvem tok imot beskjeden?"),
        hint=N_("Navnet på kontoret er nok."),
        missing=N_("Skriv hvem som tok imot."),
        max_length=100,
        when=STAFF,
    )

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
