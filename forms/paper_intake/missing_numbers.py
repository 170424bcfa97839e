"""The identity numbers that did not stand on a form that came on paper, once staff know them."""

from datetime import date

from forms.blocks.circumstances import HAS_NUMBER, NO_NUMBER, OF_AGE, PARENTS_DECIDE_TO
from forms.fields.choice import Choice
from forms.fields.declaration import Declaration
from forms.fields.identity_number import IdentityNumber
from forms.journeys.power_of_attorney.proxy import WORKS_HERE
from forms.language import N_
from forms.naming import POWER_OF_ATTORNEY
from forms.paper_intake.numbers import owner_number, subject_number
from forms.paper_intake.person import NOT_ONESELF, likely_ages
from forms.paper_intake.proxy import proxy_number, under_age
from forms.paper_intake.sender import owned_by
from forms.question import Question
from forms.situation import Situation
from forms.stepform import StepForm
from forms.validators import may_be_born

OWNER, SUBJECT, PROXY = "owner", "subject", "proxy"
"""Whose number it is: of whoever's case it is, of whom another's consent is about, or of whoever gets the power."""
SEEN = (
    ("shown", N_("Personen viste legitimasjon")),
    ("called", N_("Vi ringte og kontrollerte")),
    ("known", N_("Det står i en annen sak hos oss")),
)


class NumbersForm(StepForm):
    owner_number = IdentityNumber(
        N_("Fødselsnummeret til den saken tilhører"),
        hint=N_("11 siffer."),
        missing=N_("Skriv de 11 sifrene. Uten dette nummeret kan ingenting gjelde her."),
    )
    subject_number = IdentityNumber(
        N_("Fødselsnummeret til den samtykket gjelder"),
        hint=N_("11 siffer. Vet dere det ikke ennå, lar du feltet stå tomt."),
    )
    proxy_number = IdentityNumber(
        N_("Fødselsnummeret til den som får fullmakt"),
        hint=N_("11 siffer. Vet dere det ikke ennå, lar du feltet stå tomt."),
    )
    number_seen = Choice(
        N_("Hvordan vet dere at nummeret er riktig?"),
        choices=SEEN,
        missing=N_("Velg hvordan dere vet det."),
    )

    once_more = Declaration(
        N_("Jeg har sett saken som alt er kommet, og dette er noe annet."),
        missing=N_("Se på saken som alt er kommet. Er dette noe annet, krysser du av for det."),
    )

    def ask_nothing_again(self) -> None:
        """As far as is known nothing like it has come."""
        del self.once_more

    def arrange(self, situation: Situation) -> None:
        if situation.naming == POWER_OF_ATTORNEY:
            self.owner_number.reword(N_("Fødselsnummeret til den som gir fullmakten"))

    def ask_only(self, lacking: tuple[str, ...]) -> None:
        """What is known is not asked again; asked for alone, a number is wanted."""
        if OWNER not in lacking:
            del self.owner_number
            self.subject_number.missing = self.proxy_number.missing = N_("Skriv de 11 sifrene.")
        if SUBJECT not in lacking:
            del self.subject_number
        if PROXY not in lacking:
            del self.proxy_number

    def check(self) -> None:
        for question in (self.owner_number, self.subject_number, self.proxy_number):
            if question and question.data and question.data == self.situation.submitter.national_id:
                _refuse(question, NOT_ONESELF)
        if self.owner_number and owned_by(self.situation) == "sender":
            self._check_sender(self.owner_number)
        if self.proxy_number and self.proxy_number.data:
            self._check_proxy(self.proxy_number)
        self._check_birth()
        giver = self.owner_number if self.situation.naming == POWER_OF_ATTORNEY else None
        if giver and self._is_child(giver.data):
            _refuse(giver, N_("Den som gir fullmakt, må være 16 år. Se om sifrene er riktige."))

    def _check_birth(self) -> None:
        """The paper tells when whom it is about was born."""
        own = owned_by(self.situation) == "subject"
        question = self.owner_number if own else self.subject_number
        born = self.situation.answer("subject", "subject_birth_date")
        if question and question.data and born and not may_be_born(question.data, date.fromisoformat(born)):
            _refuse(
                question, N_("Nummeret passer ikke med fødselsdatoen på papiret. Se om sifrene er riktige.")
            )

    def _check_sender(self, question: IdentityNumber) -> None:
        """Whoever speaks for somebody else is not that person, and no child."""
        subject = self.subject_number.data if self.subject_number else subject_number(self.situation)
        if question.data == subject:
            _refuse(question, N_("Dette er nummeret til den det gjelder. Se på skjemaet en gang til."))
        elif self._is_child(question.data):
            _refuse(question, N_("Den som sendte skjemaet, må være 16 år. Se om sifrene er riktige."))

    def _is_child(self, number: str) -> bool:
        """By every age that the number allows."""
        return max(likely_ages(number, self.situation.today), default=OF_AGE) < PARENTS_DECIDE_TO

    def _check_proxy(self, question: IdentityNumber) -> None:
        number, now = question.data, self.situation
        owner = self.owner_number.data if self.owner_number else subject_number(now)
        if number == owner:
            _refuse(question, N_("Dette er nummeret til den som gir fullmakten. Se om sifrene er riktige."))
        elif under_age(number, now):
            _refuse(question, N_("En fullmektig må være 18 år. Se om sifrene er riktige."))
        elif now.works_here(number):
            _refuse(
                question,
                WORKS_HERE,
            )

    def numbers(self) -> dict[str, str]:
        """Those that were told, by whose they are."""
        asked = {OWNER: self.owner_number, SUBJECT: self.subject_number, PROXY: self.proxy_number}
        return {whose: question.data for whose, question in asked.items() if question and question.data}


def as_told(situation: Situation, numbers: dict[str, str]) -> Situation:
    """As if the numbers had stood on the paper; they tell the age too."""
    owner = owned_by(situation)
    steps = {OWNER: owner, SUBJECT: "subject", PROXY: PROXY}
    answers = dict(situation.answers)
    for whose, number in numbers.items():
        step = steps[whose]
        known = "subject_no_id" if step == "subject" else f"{step}_known"
        told = {known: HAS_NUMBER, f"{step}_national_id": number}
        born = {"subject_birth_date": None} if step == "subject" else {}
        answers[step] = {**answers.get(step, {}), **told, **born}
    return situation.with_answers(answers)


def on_the_paper(situation: Situation) -> dict[str, str]:
    """The numbers that stand on it, by whose they are."""
    told = {OWNER: owner_number(situation), PROXY: proxy_number(situation)}
    if owned_by(situation) == "sender":
        told[SUBJECT] = subject_number(situation)
    return {whose: number for whose, number in told.items() if number}


def without_number(situation: Situation, whose: str) -> Situation:
    """As if that number did not stand there: it was somebody else's."""
    step = {OWNER: owned_by(situation), SUBJECT: "subject", PROXY: PROXY}[whose]
    known = "subject_no_id" if step == "subject" else f"{step}_known"
    told = {**situation.answers.get(step, {}), known: NO_NUMBER, f"{step}_national_id": ""}
    return situation.with_answers({**situation.answers, step: told})


def _refuse(question: Question, message: str) -> None:
    question.errors = [question.say(message)]
