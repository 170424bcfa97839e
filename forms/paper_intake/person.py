"""Whom a form that came on paper is about. What tells where they are is asked only where that is no secret."""

from datetime import date

from forms.blocks.circumstances import BORN, EXPECTED, HAS_NUMBER, NO_NUMBER, OLDEST
from forms.blocks.submitter import SAFE_BY_PERSON, SAFE_BY_PHONE, SAFE_WAYS
from forms.fields.address import Address
from forms.fields.choice import Choice
from forms.fields.dateparts import DateParts
from forms.fields.email import Email
from forms.fields.identity_number import IdentityNumber
from forms.fields.phone import Phone
from forms.fields.text import Text
from forms.fields.yesno import NO, YES
from forms.language import N_
from forms.paper_intake.namesake import has_own_name, of_the_same_name, refuse_another
from forms.question import When
from forms.situation import Situation
from forms.stepform import StepForm
from forms.validators import age, ages

UNSAID = "unsaid"
NOT_ONESELF = N_(
    "Dette er deg selv. Da kan du ikke registrere skjemaet. Be en kollega om å gjøre det (forvaltningsloven § 6)."
)
LETTER = "letter"
PLACES = ("subject_phone", "subject_email", "subject_address", "answer_by")


def hides_places(situation: Situation) -> bool:
    """Whether nothing that tells where the person is may be written down."""
    return situation.answer("address-protection", "address_protected") not in {None, NO, UNSAID}


class ProtectionForm(StepForm):
    """Asked before any address."""

    address_protected = Choice(
        N_("Sier skjemaet at noen har sperret adresse?"),
        hint=N_("Det kan stå på arket «Bare til kontoret». Se der først."),
        choices=(
            (NO, N_("Nei")),
            (
                YES,
                N_("Ja, eller at de ikke vil svare på det"),
                N_("Da får bare de som kan se slike saker, se denne."),
            ),
            (UNSAID, N_("Det står ikke noe om det")),
        ),
        missing=N_("Velg hva skjemaet sier om sperret adresse."),
    )
    safe_contact = Choice(
        N_("Hvordan kan vi trygt ta kontakt?"),
        hint=N_("Slik det står på skjemaet."),
        choices=(*SAFE_WAYS, (UNSAID, N_("Det står ikke"))),
        missing=N_("Velg hvordan vi trygt kan ta kontakt, eller at det ikke står."),
        when=When("address_protected", (YES,)),
    )
    safe_contact_person = Text(
        N_("Hvem kan vi kontakte?"),
        hint=N_("Skriv navnet. Ikke skriv hvor noen er."),
        missing=N_("Skriv navnet på den vi kan kontakte."),
        max_length=100,
        when=When("safe_contact", (SAFE_BY_PERSON,)),
    )
    safe_contact_phone = Phone(
        N_("Et telefonnummer det er trygt å ringe"),
        missing=N_("Skriv et telefonnummer det er trygt å ringe."),
        when=When("safe_contact", (SAFE_BY_PHONE, SAFE_BY_PERSON)),
    )
    safe_contact_when = Text(
        N_("Når er det trygt å ringe?"),
        when=When("safe_contact", (SAFE_BY_PHONE, SAFE_BY_PERSON)),
    )


class PersonForm(StepForm):
    """As it stands on the form: nothing is guessed, and little is demanded."""

    subject_no_id = Choice(
        N_("Står fødselsnummeret på skjemaet?"),
        choices=(
            (HAS_NUMBER, N_("Ja, fødselsnummer eller d-nummer")),
            (
                NO_NUMBER,
                N_("Nei, eller det er ikke til å lese"),
                N_("Da finner ikke personen saken ved innlogging."),
            ),
            (EXPECTED, N_("Det gjelder et barn som ikke er født ennå")),
        ),
        missing=N_("Velg om nummeret står der."),
    )
    subject_national_id = IdentityNumber(
        N_("Fødselsnummer eller d-nummer"),
        hint=N_("11 siffer."),
        missing=N_("Skriv de 11 sifrene, eller velg at nummeret ikke er til å lese."),
        when=When("subject_no_id", (HAS_NUMBER,)),
    )
    subject_birth_date = DateParts(
        N_("Fødselsdato"),
        hint=N_("Dag, måned og år, for eksempel 14 3 1957. Står den ikke der, lar du feltene stå tomme."),
        when=When("subject_no_id", (NO_NUMBER,)),
    )
    due_date = DateParts(
        N_("Termindato"),
        hint=N_("Står den ikke der, lar du feltene stå tomme."),
        when=When("subject_no_id", (EXPECTED,)),
    )
    subject_given_name = Text(
        N_("Fornavn og mellomnavn"),
        missing=N_("Skriv fornavnet slik det står på skjemaet."),
        max_length=100,
        when=When("subject_no_id", BORN),
    )
    subject_family_name = Text(
        N_("Etternavn"),
        missing=N_("Skriv etternavnet slik det står på skjemaet."),
        max_length=100,
        when=When("subject_no_id", BORN),
    )
    other_of_name = of_the_same_name()
    subject_phone = Phone(N_("Telefon"))
    subject_email = Email(N_("E-post"), hint=N_("Bare til avtaler."))
    subject_address = Address(N_("Adresse"), hint=N_("Der personen bor eller oppholder seg nå."))

    answer_by = Choice(
        N_("Hvordan vil personen ha svar?"),
        hint=N_("Den som har reservert seg mot digital post, får brev."),
        choices=((LETTER, N_("I brev")), ("digital", N_("Digitalt")), (UNSAID, N_("Det står ikke"))),
        missing=N_("Velg hvordan personen vil ha svar, eller at det ikke står."),
    )

    def arrange(self, situation: Situation) -> None:
        self.subject_birth_date.latest = situation.today
        if hides_places(situation):
            for place in PLACES:
                del self[place]

    def rearrange(self) -> None:
        if not has_own_name(self.situation, self._name):
            del self.other_of_name

    @property
    def _name(self) -> str:
        return f"{self.subject_given_name.data} {self.subject_family_name.data}"

    def check(self) -> None:
        number = self.subject_national_id
        if not number.asked():
            return
        if number.data == self.situation.submitter.national_id:
            number.errors = [number.say(NOT_ONESELF)]
        else:
            refuse_another(self.situation, number, self._name)


def expected(situation: Situation) -> bool:
    """Whether it is about a child that is not born yet."""
    return bool(situation.answer("subject", "subject_no_id") == EXPECTED)


def full_name(situation: Situation) -> str:
    """As it stands on the form, in words for a child that is expected; empty as long as it is not told."""
    if expected(situation):
        return situation.language.text(N_("Ventet barn"))
    names = (situation.answer("subject", f"subject_{part}_name") or "" for part in ("given", "family"))
    return " ".join(names).strip()


def possible_ages(situation: Situation) -> tuple[int, ...]:
    """The ages that the number or the birth date allows; none where neither is told."""
    number, born = (
        situation.answer("subject", f"subject_{one}") or "" for one in ("national_id", "birth_date")
    )
    if born:
        return (age(date.fromisoformat(born), situation.today),)
    return likely_ages(number, situation.today)


def likely_ages(number: str, today: date) -> tuple[int, ...]:
    """The ages that a number allows; nobody is as old as 111."""
    return tuple(years for years in ages(number, today) if years <= OLDEST) if number else ()
