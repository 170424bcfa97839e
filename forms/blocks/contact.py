"""How to reach the person, and how they want to be met."""

from typing import ClassVar

from forms.acting import role
from forms.blocks.circumstances import parents_decide, reached_apart, represents
from forms.blocks.wording import WordedForm, Wording, Words
from forms.fields.address import Address
from forms.fields.choice import Choice
from forms.fields.email import Email
from forms.fields.longtext import LongText
from forms.fields.phone import Phone
from forms.fields.text import Text
from forms.fields.yesno import YES, YesNo
from forms.language import N_
from forms.question import When
from forms.situation import Situation


def own_phone() -> Phone:
    """For steps that ask how to reach the one who fills in. Never asked where an address is protected."""
    return Phone(N_("Telefon"), hint=N_("Så vi kan avtale ting med deg."), autocomplete="tel")


ADDRESS_READ = N_("Der %(helped)s bor eller oppholder seg nå. Skal andre skrive under, kan de lese adressen.")


ADDRESS_APART = N_("Der %(helped)s bor eller oppholder seg nå. Bare kontoret ser adressen.")


class ContactForm(WordedForm):
    """Never asked where an address is protected: the safe way of contact stands instead."""

    subject_address = Address(
        N_("Adressen din"),
        hint=N_("Der du bor eller oppholder deg nå."),
        missing=N_("Skriv adressen der du bor eller oppholder deg."),
        autocomplete="street-address",
    )
    subject_phone = own_phone()
    subject_email = Email(
        N_("E-post"),
        hint=N_("Vi skriver aldri om helse på e-post eller SMS."),
        autocomplete="email",
    )
    for_others: ClassVar[Words] = {
        "subject_address": Wording(
            N_("Adressen til %(helped)s"),
            N_("Der %(helped)s bor eller oppholder seg nå."),
            N_("Skriv adressen der %(helped)s bor eller oppholder seg."),
        ),
        "subject_phone": Wording(
            N_("Telefonen til %(reached)s"), N_("La feltet stå åpent hvis vi ikke kan ringe dit.")
        ),
        "subject_email": Wording(N_("E-posten til %(reached)s")),
    }

    def arrange(self, situation: Situation) -> None:
        """A child's parent has given their own phone already."""
        super().arrange(situation)
        if represents(situation) and situation.others_sign:
            self.subject_address.description = ADDRESS_READ
        if reached_apart(situation):
            self.subject_address.kept_back, self.subject_address.description = True, ADDRESS_APART
        if role(situation) == "parent" and parents_decide(situation):
            del self.subject_phone, self.subject_email


class LanguageForm(WordedForm):
    preferred_language = Choice(
        N_("Hvilket språk vil du ha svar på?"),
        choices=(
            ("nb", N_("Bokmål")),
            ("nn", N_("Nynorsk")),
            ("se", N_("Nordsamisk")),
            ("sma", N_("Sørsamisk")),
            ("smj", N_("Lulesamisk")),
            ("en", N_("Engelsk")),
            ("other", N_("Et annet språk")),
        ),
    )
    preferred_language_other = Text(
        N_("Hvilket språk?"),
        missing=N_("Skriv hvilket språk."),
        max_length=100,
        when=When("preferred_language", ("other",)),
    )
    interpreter_needed = YesNo(N_("Trenger du tolk?"), hint=N_("Det gjelder også tegnspråk."))
    interpreter_language = Text(
        N_("Hvilket språk skal tolken kunne?"),
        missing=N_("Skriv hvilket språk tolken skal kunne."),
        max_length=100,
        when=When("interpreter_needed", (YES,)),
    )
    accommodation = LongText(
        N_("Trenger du tilrettelegging i samtaler eller brev?"),
        hint=N_("For eksempel stor skrift, enkelt språk eller et møte hjemme."),
        soft_limit=500,
    )
    for_others: ClassVar[Words] = {
        "preferred_language": Wording(N_("Hvilket språk skal vi svare på?")),
        "interpreter_needed": Wording(N_("Trenger noen tolk i samtalene med oss?")),
        "accommodation": Wording(N_("Trenger noen tilrettelegging i samtaler eller brev?")),
    }

    def arrange(self, situation: Situation) -> None:
        super().arrange(situation)
        self.preferred_language.default = situation.language.code
