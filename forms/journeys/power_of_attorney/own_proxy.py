"""Who gets the authorization, where they fill in themselves: the log-in knows who they are."""

from forms.blocks.circumstances import OF_AGE
from forms.blocks.relations import OF_A_PROXY
from forms.blocks.wording import WordedForm
from forms.fields.choice import Choice
from forms.fields.declaration import Declaration
from forms.fields.email import Email
from forms.fields.fixed import FROM_LOG_IN, Fixed
from forms.fields.identity_number import masked
from forms.fields.phone import Phone
from forms.fields.text import Text
from forms.language import N_
from forms.question import When
from forms.situation import Situation
from forms.validators import ages


class OwnProxyForm(WordedForm):
    proxy_name = Fixed(
        N_("Navn"),
        hint=FROM_LOG_IN,
        value=lambda situation: situation.submitter.name,
    )
    proxy_national_id = Fixed(
        N_("Fødselsnummer"),
        value=lambda situation: situation.submitter.national_id,
        written=lambda situation: masked(situation.submitter.national_id),
    )
    proxy_of_age = Declaration(
        N_("Jeg er 18 år eller eldre"),
        hint=N_("Fødselsnummeret viser ikke hvilket hundreår du er født i."),
        missing=N_("Du må være 18 år for å få fullmakt. Den som vil gi den, kan velge en annen."),
    )
    proxy_relation = Choice(
        N_("Hvilket forhold har dere til hverandre?"),
        choices=OF_A_PROXY,
        missing=N_("Velg hvilket forhold dere har til hverandre."),
    )
    proxy_relation_text = Text(
        N_("Fortell kort"),
        missing=N_("Skriv kort hvilket forhold dere har."),
        free=True,
        when=When("proxy_relation", ("other_family", "other")),
    )
    proxy_phone = Phone(
        N_("Telefon"),
        hint=N_("Så kommunen kan ta kontakt."),
        missing=N_("Skriv telefonnummeret ditt."),
        autocomplete="tel",
    )
    proxy_email = Email(N_("E-post"), hint=N_("Vi skriver aldri om helse på e-post eller SMS."))
    proxy_not_staff = Declaration(
        N_("Jeg behandler ikke slike saker i kommunen"),
        hint=N_("Ansatte som behandler slike saker i kommunen, kan ikke være fullmektig."),
        missing=N_("Kryss av hvis det stemmer. Stemmer det ikke, kan du ikke være fullmektig."),
    )

    def arrange(self, situation: Situation) -> None:
        """A number that leaves no doubt says by itself that somebody is of age."""
        super().arrange(situation)
        if min(ages(situation.submitter.national_id, situation.today), default=OF_AGE) >= OF_AGE:
            del self.proxy_of_age

    def arrange_on_paper(self, situation: Situation) -> None:
        """There the giver fills in, and tells who the proxy is."""
        super().arrange_on_paper(situation)
        self.ask_nothing()
