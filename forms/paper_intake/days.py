"""The days that count for what came on paper: when it was handed over, when it came, and when the answer was given."""

from datetime import date, timedelta

from forms.fields.choice import Choice
from forms.fields.dateparts import DateParts
from forms.fields.yesno import NO, YES
from forms.journeys.appeal.circumstances import (
    CHILD_WELFARE,
    DEPARTMENT,
    HOSPITAL,
    NAV,
    OFFICE,
    UNSURE,
)
from forms.journeys.appeal.dates import PastDaysForm, refuse_before, told
from forms.language import N_
from forms.question import When
from forms.situation import Situation
from forms.stepform import StepForm

POST, BY_HAND = "post", "by_hand"
OLDEST_PAPER = timedelta(days=366)
"""What is older has most likely a wrong year."""


class DaysForm(PastDaysForm):
    """By post the postmark counts; what is handed in was handed over on the day it came."""

    came_by = Choice(
        N_("Hvordan kom skjemaet?"),
        choices=((POST, N_("I posten")), (BY_HAND, N_("Det ble levert her"))),
        missing=N_("Velg hvordan skjemaet kom."),
    )
    postmark = DateParts(
        N_("Datoen på poststempelet"),
        hint=N_("Den avgjør om en klage er sendt i tide. Er den ikke til å lese, lar du feltene stå tomme."),
        when=When("came_by", (POST,)),
    )
    arrived = DateParts(
        N_("Når kom det til kommunen?"),
        hint=N_("Dagen det lå i posten, eller ble levert."),
        missing=N_("Skriv dagen skjemaet kom."),
    )

    def arrange(self, situation: Situation) -> None:
        super().arrange(situation)
        for question in (self.postmark, self.arrived):
            question.earliest = situation.today - OLDEST_PAPER

    def check(self) -> None:
        refuse_before(
            self.arrived,
            told(self.postmark),
            N_("Skjemaet kan ikke ha kommet før poststempelet, %(date)s. Se på begge datoene."),
        )


class DeciderForm(StepForm):
    """Who gave the answer that is complained of: NAV and barnevernet have other deadlines."""

    decision_maker = Choice(
        N_("Hvem svarte?"),
        hint=N_("Slik det står i klagen, eller i brevet som er lagt ved."),
        choices=(
            (OFFICE, N_("%(office)s")),
            (DEPARTMENT, N_("En annen avdeling i kommunen")),
            (NAV, N_("NAV")),
            (CHILD_WELFARE, N_("Barnevernet")),
            (HOSPITAL, N_("Sykehuset")),
            (UNSURE, N_("Det står ikke")),
        ),
        missing=N_("Velg hvem som svarte. Du kan velge at det ikke står."),
    )

    def arrange(self, situation: Situation) -> None:
        self.words["office"] = situation.municipality.office.name


class AnswerDaysForm(PastDaysForm):
    """Named as the complaint's own questions, so that one count of the deadline reads both."""

    decision_date = DateParts(
        N_("Datoen på svaret det er klaget på"), hint=N_("Står den ikke der, lar du feltene stå tomme.")
    )
    received_known = Choice(
        N_("Står det når svaret kom til den som klager?"),
        choices=((YES, N_("Ja")), (NO, N_("Nei"))),
        missing=N_("Velg om dagen står der."),
    )
    received_date = DateParts(
        N_("Når kom svaret?"),
        hint=N_("Fristen regnes fra denne dagen."),
        missing=N_("Skriv dagen, eller velg at den ikke står der."),
        when=When("received_known", (YES,)),
    )

    def check(self) -> None:
        refuse_before(
            self.received_date,
            told(self.decision_date),
            N_("Svaret kan ikke ha kommet før datoen på det, %(date)s. Se på begge datoene."),
        )


def arrived_on(situation: Situation) -> date | None:
    """When it came to the municipality; None as long as that is not told."""
    return _day(situation, "arrived")


def handed_over_on(situation: Situation) -> date | None:
    """When it was handed to the post or to the office (fvl § 30); None where no postmark can be read."""
    by_hand = situation.answer("days", "came_by") == BY_HAND
    return arrived_on(situation) if by_hand else _day(situation, "postmark")


def _day(situation: Situation, question: str) -> date | None:
    typed = situation.answer("days", question)
    return date.fromisoformat(typed) if typed else None
