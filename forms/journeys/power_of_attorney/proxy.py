"""Who gets the authorization: somebody who is of age, or an organisation."""

from forms.blocks.circumstances import OF_AGE
from forms.blocks.notes import subject_name
from forms.blocks.relations import OF_A_PROXY
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
from forms.names import same_first_and_last
from forms.question import When
from forms.situation import Situation
from forms.validators import ages, is_identity_number, may_be_born, years_before

PERSON, ORGANISATION = "person", "organisation"
BIRTH_DATE, NUMBER = "birth_date", "number"
A_PERSON, AN_ORGANISATION = When("proxy_kind", (PERSON,)), When("proxy_kind", (ORGANISATION,))
WORKS_HERE = N_(
    "Denne personen arbeider på kontoret som behandler slike saker, og kan ikke være fullmektig. Velg en annen."
)
HELPS = N_(
    "Den som hjelper deg her, kan ikke få fullmakten. Velg en annen, eller gi fullmakten hjemme uten hjelp herfra."
)
TOO_YOUNG = N_("Se om det du skrev, er riktig. Den som får fullmakt, må være 18 år eller eldre.")


class ProxyForm(WordedForm):
    """A birth date or a number is enough to know a person by: one of them is asked for, never both."""

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
    proxy_known_by = Choice(
        N_("Hva vet du om personen?"),
        hint=N_("Så kommunen vet at det er rett person. Én av delene er nok."),
        choices=(
            (
                BIRTH_DATE,
                N_("Fødselsdatoen"),
                N_("Personen må legge ved en kopi av fullmakten for å handle for deg."),
            ),
            (
                NUMBER,
                N_("Fødselsnummer eller d-nummer"),
                N_("Personen kan handle for deg uten kopi."),
            ),
        ),
        missing=N_("Velg fødselsdato eller nummer."),
        when=A_PERSON,
    )
    proxy_birth_date = DateParts(
        N_("Fødselsdatoen til den du gir fullmakt"),
        hint=N_("Dag, måned og år, for eksempel 14 3 1957."),
        missing=N_("Skriv fødselsdatoen."),
        when=When("proxy_known_by", (BIRTH_DATE,)),
    )
    proxy_national_id = IdentityNumber(
        N_("Nummeret til den du gir fullmakt"),
        hint=N_("11 siffer."),
        missing=N_("Skriv de 11 sifrene, eller velg fødselsdato."),
        when=When("proxy_known_by", (NUMBER,)),
    )
    proxy_of_age = Declaration(
        N_("Den jeg gir fullmakt, er 18 år eller eldre"),
        hint=N_("Nummeret viser ikke hvilket hundreår personen er født i."),
        missing=N_("Kryss av hvis det stemmer. Stemmer det ikke, må du velge en annen."),
        when=When("proxy_known_by", (NUMBER,)),
    )
    proxy_relation = Choice(
        N_("Hva er personen for deg?"),
        choices=OF_A_PROXY,
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
        self.proxy_national_id.hidden = True  # a copy must not spread it: the office reads it on its page
        self.proxy_birth_date.latest = years_before(situation.today, OF_AGE)
        self.proxy_birth_date.too_late = TOO_YOUNG

    def rearrange(self) -> None:
        """A number that leaves no doubt says by itself that somebody is of age."""
        super().rearrange()
        number, situation = self.proxy_national_id.data, self.situation
        sound = is_identity_number(number, synthetic=situation.synthetic)
        if not sound or min(ages(number, situation.today), default=OF_AGE) >= OF_AGE:
            del self.proxy_of_age

    def check(self) -> None:
        number, situation = self.proxy_national_id, self.situation
        if self._names_the_giver():
            self.proxy_name.errors = [
                self.say(N_("Dette er ditt eget navn og din egen fødselsdato. Skriv hvem du gir fullmakt."))
            ]
        elif self._names_the_helper():
            self.proxy_name.errors = [self.say(HELPS)]
        if not number.asked():
            return
        if number.data == situation.submitter.national_id:
            number.errors = [
                self.say(N_("Dette er ditt eget nummer. Skriv nummeret til den du gir fullmakt."))
            ]
        elif max(ages(number.data, situation.today), default=0) < OF_AGE:
            number.errors = [self.say(TOO_YOUNG)]
        elif situation.works_here(number.data):
            number.errors = [self.say(WORKS_HERE)]

    def _names_the_giver(self) -> bool:
        """Nobody else has both the birth date and the first and last name of the giver."""
        born, situation = self.proxy_birth_date, self.situation
        if not born.asked() or not born.data or not may_be_born(situation.submitter.national_id, born.data):
            return False
        own = situation.submitter.name, subject_name(situation)
        return any(same_first_and_last(self.proxy_name.data, name) for name in own)

    def _names_the_helper(self) -> bool:
        """Whoever helps at the counter helps impartially, and gets no power by it (forvaltningsloven §§ 6 and 12)."""
        helper, born = self.situation.helper, self.proxy_birth_date
        if helper is None or not self.proxy_name.asked():
            return False
        other_day = born.asked() and born.data and not may_be_born(helper.national_id, born.data)
        return same_first_and_last(self.proxy_name.data, helper.name) and not other_day
