"""Which authorization is taken back, and from when. Why is nobody's business."""

from forms.blocks.earlier_case import EarlierCase, EarlierCaseForm, of, when_unlisted
from forms.blocks.from_when import AT_ONCE, CHOICES, CHOOSE, WHICH_DAY, WRITE_DAY, only_later, when_later
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
