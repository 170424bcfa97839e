"""Who gets the authorization: somebody who is of age, or an organisation."""

from datetime import date

from forms.blocks.circumstances import OF_AGE
from forms.blocks.wording import WordedForm
from forms.fields.choice import Choice
from forms.fields.dateparts import DateParts
from forms.fields.declaration import Declaration
from forms.fields.email import Email
from forms.fields.identity_number import IdentityNumber
from forms.fields.organisation_number import OrganisationNumber
from forms.fields.phone import Phone
from forms.fields.text import Text
from forms.language import N_
from forms.question import Question, When
from forms.situation import Situation
from forms.validators import age, ages, may_be_born

PERSON, ORGANISATION = "person", "organisation"
A_PERSON, AN_ORGANISATION = When("proxy_kind", (PERSON,)), When("proxy_kind", (ORGANISATION,))
TOO_YOUNG = N_("Den som får fullmakt, må være 18 år eller eldre. Velg en annen.")


class ProxyForm(WordedForm):
    """A birth date or a number is enough to know a person by; neither is asked for where the other is given."""

    proxy_kind = Choice(
        N_("Hvem gir du fullmakt til?"),
        choices=(
            (PERSON, N_("En person"), N_("Personen må være 18 år eller eldre.")),
            (ORGANISATION, N_("En organisasjon"), N_("Du må være medlem av organisasjonen.")),
        ),
        missing=N_("Velg om det er en person eller en organisasjon."),
    )
    proxy_name = Text(
        N_("Navnet på den du gir fullmakt"),
        hint=N_("Fornavn og etternavn."),
        missing=N_("Skriv navnet på den du gir fullmakt."),
        max_length=100,
        when=A_PERSON,
    )
    proxy_birth_date = DateParts(
        N_("Fødselsdatoen til den du gir fullmakt"),
        hint=N_("Så kommunen vet at det er rett person. For eksempel 14 3 1957."),
        missing=N_("Skriv fødselsdatoen, eller fødselsnummeret under."),
        when=A_PERSON,
    )
    proxy_national_id = IdentityNumber(
        N_("Fødselsnummer eller d-nummer"),
        hint=N_("Bare hvis du kjenner nummeret og ikke fødselsdatoen. Ett av dem er nok."),
        when=A_PERSON,
    )
    proxy_relation = Choice(
        N_("Hva er personen for deg?"),
        choices=(
            ("parent", N_("Forelder")),
            ("child", N_("Sønn eller datter")),
            ("spouse", N_("Ektefelle, partner eller samboer")),
            ("sibling", N_("Bror eller søster")),
            ("other_family", N_("Annen familie")),
            ("friend", N_("Venn eller nabo")),
            ("lawyer", N_("Advokat")),
            ("other", N_("Noe annet")),
        ),
        missing=N_("Velg hva personen er for deg."),
        when=A_PERSON,
    )
    proxy_relation_text = Text(
        N_("Fortell kort"),
        missing=N_("Skriv kort hva personen er for deg."),
        free=True,
        when=When("proxy_relation", ("other_family", "other")),
    )
    proxy_organisation = Text(
        N_("Navnet på organisasjonen"),
        missing=N_("Skriv navnet på organisasjonen."),
        max_length=200,
        when=AN_ORGANISATION,
    )
    proxy_organisation_number = OrganisationNumber(
        N_("Organisasjonsnummer"),
        hint=N_("9 siffer. Det står ofte nederst på nettsiden til organisasjonen."),
        missing=N_("Skriv organisasjonsnummeret."),
        when=AN_ORGANISATION,
    )
    proxy_contact = Text(
        N_("Hvem i organisasjonen kan kommunen snakke med?"),
        missing=N_("Skriv navnet på en kontaktperson."),
        max_length=100,
        when=AN_ORGANISATION,
    )
    proxy_phone = Phone(
        N_("Telefonen til den du gir fullmakt"),
        hint=N_("Så kommunen kan ta kontakt."),
        missing=N_("Skriv et telefonnummer til den du gir fullmakt."),
    )
    proxy_email = Email(
        N_("E-posten til den du gir fullmakt"), hint=N_("Vi skriver aldri om helse på e-post eller SMS.")
    )
    proxy_not_staff = Declaration(
        N_("Den jeg gir fullmakt, behandler ikke slike saker i kommunen"),
        hint=N_("Ansatte som behandler slike saker i kommunen, kan ikke være fullmektig."),
        missing=N_("Kryss av hvis det stemmer. Stemmer det ikke, må du velge en annen."),
    )

    def arrange(self, situation: Situation) -> None:
        super().arrange(situation)
        self.proxy_birth_date.latest = situation.today

    def rearrange(self) -> None:
        super().rearrange()
        if not self.proxy_national_id.empty():
            self.proxy_birth_date.missing = ""

    def check(self) -> None:
        if self.proxy_kind.data != PERSON:
            return
        number, today = self.proxy_national_id.data, self.situation.today
        if number == self.situation.submitter.national_id:
            self._fault(
                self.proxy_national_id, N_("Dette er ditt eget nummer. Skriv nummeret til den andre.")
            )
        elif born := self.proxy_birth_date.data:
            self._check_birth_date(born, number, today)
        elif max(ages(number, today), default=0) < OF_AGE:
            self._fault(self.proxy_national_id, TOO_YOUNG)
        elif min(ages(number, today)) < OF_AGE:
            doubt = N_("Nummeret viser ikke om personen er 18 år. Skriv fødselsdatoen også.")
            self._fault(self.proxy_birth_date, doubt)

    def _check_birth_date(self, born: date, number: str, today: date) -> None:
        if age(born, today) < OF_AGE:
            self._fault(self.proxy_birth_date, TOO_YOUNG)
        elif number and not may_be_born(number, born):
            self._fault(
                self.proxy_national_id, N_("Nummeret og fødselsdatoen hører ikke sammen. Rett en av dem.")
            )

    def _fault(self, question: Question, sentence: str) -> None:
        question.errors = [self.say(sentence)]
