"""Which authorization is taken back, and from when. Why is nobody's business."""

from datetime import date

from forms.blocks.earlier_case import EarlierCase, EarlierCaseForm, of, when_unlisted
from forms.blocks.from_when import (
    AT_ONCE,
    CHOICES,
    CHOOSE,
    LATER,
    OVER,
    WHICH_DAY,
    WRITE_DAY,
    only_later,
    when_later,
)
from forms.blocks.taken_back import TakenBack
from forms.fields.choice import Choice
from forms.fields.dateparts import DateParts
from forms.fields.fixed import Fixed
from forms.fields.text import Text
from forms.fields.yesno import YesNo
from forms.language import N_
from forms.situation import Situation

STEP = "revocation"
WHICH = TakenBack(STEP, "poa_reference", "poa_description", of("power_of_attorney"))
STANDS = N_("Det fullmektigen har gjort for deg før dette, gjelder fortsatt. Det som er sendt, gjelder også.")


class RevocationForm(EarlierCaseForm):
    poa_reference = EarlierCase(
        N_("Hvilken fullmakt trekker du?"),
        which=of("power_of_attorney"),
        missing=N_("Velg hvilken fullmakt du trekker."),
    )
    poa_description = Text(
        N_("Hvem har fullmakten?"),
        hint=N_("Skriv navnet. Skriv gjerne når du ga fullmakten, og referansen hvis du har den."),
        missing=N_("Skriv hvem som har fullmakten."),
        when=when_unlisted("poa_reference"),
    )
    revoke_from = Choice(
        N_("Fra når trekker du den?"),
        hint=N_("Du trenger ikke si hvorfor."),
        choices=CHOICES,
        missing=CHOOSE,
        default=AT_ONCE,
    )
    revoke_from_date = DateParts(WHICH_DAY, missing=WRITE_DAY, when=when_later("revoke_from"))
    tell_proxy = YesNo(
        N_("Skal kommunen si fra til den som har fullmakten?"),
        hint=N_("Svarer du nei, bør du si fra selv."),
        missing=N_("Svar ja eller nei."),
    )
    already_sent = Fixed(N_("Det som alt er gjort"), value=lambda situation: situation.language.text(STANDS))

    def arrange(self, situation: Situation) -> None:
        super().arrange(situation)
        only_later(self.revoke_from_date, situation)

    def check(self) -> None:
        self.refuse_withdrawn(self.poa_reference)
        day, over = self.revoke_from_date.data, self._over_from()
        if self.revoke_from.data == LATER and day and over and day > over:
            told = self.situation.language.text(OVER, date=self.situation.language.date(over))
            self.revoke_from_date.errors = [told]

    def _over_from(self) -> date | None:
        chosen = self.poa_reference.data if self.poa_reference else None
        return next((one.over_from for one in self.situation.sent if one.reference == chosen), None)
