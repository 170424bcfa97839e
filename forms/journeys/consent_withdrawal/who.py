"""Who takes it back: whoever could give it."""

from typing import ClassVar

from forms.blocks.submitter import AddressProtectionForm, RoleForm
from forms.blocks.told_office import BY_PAPER, DAY, ON_PAPER, ORAL, TOLD_US
from forms.blocks.wording import Words
from forms.fields.choice import Choice
from forms.fields.text import Text
from forms.journeys.consent.consenter import ROLES
from forms.journeys.consent_withdrawal.parts import WHICH
from forms.journeys.consent_withdrawal.spoken import (
    WHO,
    identity_checked,
    on_paper,
    said_as,
    said_by,
    said_on,
)
from forms.language import N_
from forms.question import When
from forms.situation import Situation

PROTECTION = (
    "address_protected",
    "safe_contact",
    "safe_contact_person",
    "safe_contact_phone",
    "safe_contact_when",
)
STAFF = When("submitter_role", ("staff_assisting",))
SAID = When("oral_or_written", (ORAL,))
TOLD = When("oral_or_written", TOLD_US)


ANYBODYS = N_("Har du, eller den samtykket gjelder, sperret adresse?")


class WithdrawerForm(RoleForm, AddressProtectionForm):
    """Staff may write down what somebody told them: then it is told how it came, and to whom.

    Address protection has no page of its own here, so that taking back is as quick as it can be.
    """

    for_others: ClassVar[Words] = {}

    oral_or_written = Choice(
        N_("Ble det sagt eller skrevet?"),
        choices=((ORAL, N_("Sagt")), ("written", N_("Skrevet")), (ON_PAPER, BY_PAPER)),
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
    said_by = said_by(TOLD)
    said_as = said_as(TOLD)
    said_on = said_on(TOLD)
    identity_checked = identity_checked(SAID)

    def arrange(self, situation: Situation) -> None:
        super().arrange(situation)
        self._offer()
        self.said_on.latest = self.said_on.default = situation.today
        if on_paper(situation):
            self.said_by.reword(WHO)
            self.said_on.reword(DAY)
        else:
            self.oral_or_written.leave_out((ON_PAPER,))
        if not WHICH.asks_protection(situation):
            for question in list(self):
                if question.short_name in PROTECTION:
                    del self[question.short_name]

    def arrange_on_paper(self, situation: Situation) -> None:
        super().arrange_on_paper(situation)
        self._offer()
        self.oral_or_written.leave_out((ON_PAPER,))

    def _offer(self) -> None:
        self.submitter_role.offer(ROLES)
        self.submitter_role.description = N_(
            "Du kan trekke samtykket for deg selv, eller for den du handler for."
        )
        self.address_protected.reword(ANYBODYS)
