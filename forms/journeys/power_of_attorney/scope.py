"""What the proxy may do, and who gets the letters."""

from typing import ClassVar

from forms.blocks import paper
from forms.blocks.circumstances import protected
from forms.blocks.wording import WordedForm, Wording, Words
from forms.fields.address import Address
from forms.fields.choices import Choices
from forms.fields.yesno import NO, YES, YesNo
from forms.language import N_
from forms.powers import LETTERS, SCOPE
from forms.question import When
from forms.situation import Situation


class ScopeForm(WordedForm):
    scope = Choices(
        N_("Hva kan fullmektigen gjøre for deg?"),
        hint=N_("Fullmektigen er den du gir fullmakt. Velg alt du vil gi lov til."),
        choices=SCOPE,
        missing=N_("Velg minst én ting som fullmektigen kan gjøre."),
    )
    proxy_address = Address(
        N_("Adressen til fullmektigen"),
        hint=N_("Så kommunen kan sende brevene dit."),
        missing=N_("Skriv adressen vi skal sende brevene til."),
        when=When("scope", (LETTERS,)),
    )
    copy_to_giver = YesNo(
        N_("Vil du også ha brevene selv?"),
        hint=N_("Svarer du nei, går brevene bare til fullmektigen."),
        missing=N_("Svar på om du også vil ha brevene."),
        default=YES,
        when=When("scope", (LETTERS,)),
    )
    scope_sharing = YesNo(
        N_("Kan fullmektigen si ja til at tjenester deler opplysninger om deg?"),
        hint=N_("Svar ja bare hvis du vil det. Fullmakten gjelder like godt uten."),
        missing=N_("Svar ja eller nei."),
        default=NO,
    )

    for_others: ClassVar[Words] = {
        "scope": Wording(
            N_("Hva kan fullmektigen gjøre?"),
            N_("Du er fullmektigen. Velg det dere er enige om."),
        ),
        "proxy_address": Wording(
            N_("Adressen din"), N_("Så kommunen kan sende brevene dit."), N_("Skriv adressen din.")
        ),
        "copy_to_giver": Wording(
            N_("Skal den som gir fullmakten, også ha brevene selv?"),
            N_("Svarer du nei, går brevene bare til deg."),
            N_("Svar ja eller nei."),
        ),
        "scope_sharing": Wording(
            N_("Kan fullmektigen si ja til at tjenester deler opplysninger om den som gir fullmakten?"),
            N_("Svar ja bare hvis dere er enige om det. Fullmakten gjelder like godt uten."),
        ),
    }

    def arrange(self, situation: Situation) -> None:
        """A proxy may live with the giver, so that their address would tell where the giver is."""
        super().arrange(situation)
        if protected(situation):
            del self.proxy_address

    def arrange_on_paper(self, situation: Situation) -> None:
        super().arrange_on_paper(situation)
        self.proxy_address.description = paper.REACHABLE
