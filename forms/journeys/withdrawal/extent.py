"""How much is taken back, and what remains."""

from forms.fields.choice import Choice
from forms.fields.dateparts import DateParts
from forms.fields.declaration import Declaration
from forms.fields.longtext import LongText
from forms.journeys.withdrawal.case import APPLICATION_KIND, kind
from forms.language import N_
from forms.question import When
from forms.situation import Situation
from forms.stepform import StepForm

ALL, PART = "all", "part"


class ComplainedAboutForm(StepForm):
    """The day decides until when one may complain again."""

    answer_received = DateParts(
        N_("Når fikk du svaret du klaget på?"),
        hint=N_("Da kan vi si hvor lenge du kan klage på nytt. Husker du det ikke, går du bare videre."),
    )

    def arrange(self, situation: Situation) -> None:
        self.answer_received.latest = situation.today


class ExtentForm(StepForm):
    withdrawal_extent = Choice(
        N_("Hvor mye vil du trekke?"),
        choices=((ALL, N_("Alt sammen")), (PART, N_("Bare en del"))),
        missing=N_("Velg om du vil trekke alt eller bare en del."),
    )
    withdrawal_part = LongText(
        N_("Hvilken del vil du trekke?"),
        missing=N_("Skriv hvilken del du vil trekke."),
        soft_limit=1000,
        when=When("withdrawal_extent", (PART,)),
    )
    withdrawal_remains = LongText(
        N_("Hva skal stå igjen?"),
        hint=N_("Det du fortsatt vil at kommunen skal behandle."),
        missing=N_("Skriv hva som skal stå igjen, så vi ikke stopper noe du vil ha."),
        soft_limit=1000,
        when=When("withdrawal_extent", (PART,)),
    )
    withdrawal_message = LongText(
        N_("Er det noe mer kontoret bør vite?"),
        hint=N_("Du trenger ikke si hvorfor."),
        soft_limit=1000,
    )
    withdrawal_understood = Declaration(
        N_("Jeg vet hva det betyr å trekke søknaden"),
        missing=N_("Les hva det betyr, og kryss av for at du vet det."),
    )

    def arrange(self, situation: Situation) -> None:
        if kind(situation) != APPLICATION_KIND:
            self.withdrawal_understood.reword(N_("Jeg vet hva det betyr å trekke klagen"))

    def arrange_on_paper(self, situation: Situation) -> None:  # noqa: ARG002 -- nobody knows which it is
        self.withdrawal_understood.reword(N_("Jeg vet hva det betyr å trekke søknaden eller klagen"))
