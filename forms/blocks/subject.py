"""The person it is about."""

from datetime import timedelta

from forms.acting import role
from forms.blocks.circumstances import (
    BORN,
    EXPECTED,
    HAS_NUMBER,
    MAY_EXPECT_CHILD,
    NO_NUMBER,
    OF_AGE,
    OLDER,
    YOUNGER,
    age_in_doubt,
    ages_told,
    grown_up_child,
    own_ages,
    own_child,
)
from forms.blocks.power import FROM_POWER
from forms.blocks.wording import WordedForm
from forms.fields.choice import Choice
from forms.fields.dateparts import DateParts
from forms.fields.declaration import Declaration
from forms.fields.fixed import FROM_LOG_IN, Fixed
from forms.fields.identity_number import ELEVEN, IdentityNumber, written
from forms.fields.text import Text
from forms.language import N_
from forms.person import Person
from forms.question import When
from forms.situation import Situation
from forms.stepform import StepForm

PAST_DUE, TEN_MONTHS = timedelta(days=30), timedelta(days=306)

NEVER = When("", ())
WRITTEN_BELOW = {
    NO_NUMBER: N_("Da skriver du fødselsdatoen lenger ned."),
    EXPECTED: N_("Da skriver du termindatoen lenger ned."),
}
"""On paper, all questions stand there already."""


class YouForm(StepForm):
    """The applicant fills in: the log-in knows the number, and proposes the name."""

    subject_given_name = Text(
        N_("Fornavn og mellomnavn"),
        hint=N_("Slik du vil at vi skal skrive det."),
        missing=N_("Skriv fornavnet ditt."),
        max_length=100,
        autocomplete="given-name",
    )
    subject_family_name = Text(
        N_("Etternavn"), missing=N_("Skriv etternavnet ditt."), max_length=100, autocomplete="family-name"
    )
    subject_national_id = Fixed(
        N_("Fødselsnummer eller d-nummer"),
        hint=FROM_LOG_IN,
        value=lambda situation: situation.submitter.national_id,
        written=lambda situation: written(situation.submitter.national_id),
        by_hand=ELEVEN,
    )
    subject_birth_date = DateParts(
        N_("Fødselsdato"),
        hint=N_("Dag, måned og år, for eksempel 14 3 1957."),
        missing=N_("Skriv fødselsdatoen."),
    )

    subject_age = Choice(
        N_("Hvor gammel er du?"),
        hint=N_("Fødselsnummeret viser ikke hvilket hundreår du er født i."),
        choices=((YOUNGER, N_("%(young)s år")), (OLDER, N_("%(old)s år"))),
        missing=N_("Velg alderen din."),
    )

    def arrange(self, situation: Situation) -> None:
        """Whoever has no number with them at the counter tells when they were born."""
        given, _, family = situation.submitter.name.rpartition(" ")
        self.subject_given_name.default = given
        self.subject_family_name.default = family
        self.ask_age(own_ages(situation))
        if situation.submitter.national_id:
            del self.subject_birth_date
        else:
            self.subject_national_id.when = NEVER
            self.subject_birth_date.latest = situation.today

    def ask_age(self, told: tuple[int, ...]) -> None:
        """Only where the number may be a child's, or that of somebody of a hundred."""
        if len(told) > 1 and told[0] < OF_AGE:
            self.words |= {"young": str(told[0]), "old": str(told[-1])}
        else:
            del self.subject_age

    def arrange_on_paper(self, situation: Situation) -> None:
        super().arrange_on_paper(situation)
        del self.subject_age, self.subject_birth_date


class SubjectForm(WordedForm):
    """Somebody else fills in: for a person with a number, one without, or a child that is expected."""

    person_known = False

    subject_no_id = Choice(
        N_("Hvem gjelder det?"),
        choices=(
            (HAS_NUMBER, N_("%(someone)s med fødselsnummer eller d-nummer")),
            (
                NO_NUMBER,
                N_("%(someone)s uten nummer, eller jeg kjenner det ikke"),
                N_("Da spør vi om fødselsdato."),
            ),
            (EXPECTED, N_("Et barn som ikke er født ennå"), N_("Da spør vi om termindato.")),
        ),
        missing=N_("Velg hvem det gjelder."),
    )
    subject_national_id = IdentityNumber(
        N_("Fødselsnummer eller d-nummer"),
        hint=N_("11 siffer."),
        missing=N_("Skriv de 11 sifrene, eller velg at du ikke kjenner nummeret."),
        when=When("subject_no_id", (HAS_NUMBER,)),
    )
    subject_age = Choice(
        N_("Hvor gammel er personen?"),
        choices=((YOUNGER, N_("%(young)s år")), (OLDER, N_("%(old)s år"))),
        missing=N_("Nummeret viser ikke om det er et barn eller en voksen. Velg riktig alder."),
        when=When("subject_no_id", (HAS_NUMBER,)),
    )
    subject_birth_date = DateParts(
        N_("Fødselsdato"),
        hint=N_("Dag, måned og år, for eksempel 14 3 1957."),
        missing=N_("Skriv fødselsdatoen."),
        when=When("subject_no_id", (NO_NUMBER,)),
    )
    subject_of_age = Declaration(
        N_("Barnet mitt er 18 år eller eldre"),
        hint=N_("Da er foreldreansvaret slutt, men du kan sende %(form)s likevel."),
        missing=N_(
            "Nummeret eller datoen du har skrevet, hører til en voksen."
            " Rett det, eller kryss av for at barnet ditt er 18 år eller eldre."
        ),
        when=When("subject_no_id", BORN),
    )
    due_date = DateParts(
        N_("Termindato"),
        hint=N_("Omtrent er godt nok."),
        missing=N_("Skriv termindatoen."),
        when=When("subject_no_id", (EXPECTED,)),
    )
    subject_given_name = Text(
        N_("Fornavn og mellomnavn til %(person)s"),
        hint=N_("Slik det står i Folkeregisteret, eller slik %(person)s bruker det."),
        missing=N_("Skriv fornavnet til %(person)s."),
        max_length=100,
        when=When("subject_no_id", BORN),
    )
    subject_family_name = Text(
        N_("Etternavnet til %(person)s"),
        missing=N_("Skriv etternavnet til %(person)s."),
        max_length=100,
        when=When("subject_no_id", BORN),
    )

    def arrange(self, situation: Situation) -> None:
        super().arrange(situation)
        someone = N_("Et barn") if own_child(situation) else N_("En person")
        self.words["someone"] = situation.language.text(someone)
        if role(situation) not in MAY_EXPECT_CHILD:
            self.subject_no_id.offer(BORN)
        self.subject_birth_date.latest = situation.today
        self.due_date.earliest = situation.today - PAST_DUE
        self.due_date.latest = situation.today + TEN_MONTHS
        if situation.principal:
            self._settle(situation.principal)

    def _settle(self, person: Person) -> None:
        given, _, family = person.name.rpartition(" ")
        self.subject_no_id.settle(HAS_NUMBER, FROM_POWER)
        self.subject_national_id.settle(person.national_id)
        self.subject_given_name.settle(given)
        self.subject_family_name.settle(family)

    def arrange_on_paper(self, situation: Situation) -> None:
        super().arrange_on_paper(situation)
        self.words["someone"] = situation.language.text(N_("En person"))
        self.subject_no_id.choices = [
            option._replace(hint=WRITTEN_BELOW.get(option.value, option.hint))
            for option in self.subject_no_id.choices
        ]

    def rearrange(self) -> None:
        """What is typed decides whether a word more is needed to know that it is about the right one."""
        super().rearrange()
        typed = self.stored()
        if age_in_doubt(typed, self.situation):
            young, old = ages_told(typed, self.situation)
            self.words |= {"young": str(young), "old": str(old)}
        else:
            del self.subject_age
        if not grown_up_child(typed, self.situation):
            del self.subject_of_age

    def check(self) -> None:
        number = self.subject_national_id
        if number.asked() and number.data == self.situation.submitter.national_id:
            sentence = N_("Dette er ditt eget nummer. Skriv nummeret til den det gjelder.")
            number.errors = [number.say(sentence)]
