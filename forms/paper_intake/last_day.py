"""The last day of sharing, where nobody could read it as a consent came on paper: written in once somebody knows it."""

from datetime import date

from forms.fields.choice import Choice
from forms.fields.dateparts import DateParts
from forms.journeys.consent.sharing import in_a_year
from forms.language import N_
from forms.paper_intake.consent import LAST_DAY, unread_sharing
from forms.paper_intake.days import arrived_on
from forms.situation import Situation
from forms.stepform import StepForm

HOW = (
    ("read", N_("Vi leste papiret en gang til")),
    ("asked", N_("Vi spurte den som ga samtykket")),
)


def lacks_last_day(situation: Situation) -> bool:
    """Whether it is a consent to sharing that came on paper, and nobody has told its last day."""
    return LAST_DAY in unread_sharing(situation)


def other_unread(situation: Situation) -> tuple[str, ...]:
    """What else of sharing nobody could read, which only the paper or a new yes can tell: source texts."""
    return tuple(one for one in unread_sharing(situation) if one != LAST_DAY)


class LastDayForm(StepForm):
    last_day = DateParts(
        N_("Siste dag tjenestene kan dele"),
        missing=N_("Skriv den siste dagen."),
    )
    how = Choice(
        N_("Hvordan vet dere det?"),
        choices=HOW,
        missing=N_("Velg hvordan dere vet det."),
    )

    def arrange(self, situation: Situation) -> None:
        """No sharing lasts longer than a year after it came, and none ended before."""
        came = arrived_on(situation) or situation.today
        self.last_day.earliest, self.last_day.latest = came, in_a_year(came)

    @property
    def told(self) -> date:
        """Only of a form that holds."""
        return date.fromisoformat(self.stored()["last_day"])
