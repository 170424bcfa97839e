"""What else is asked for: help, more time, reasons, and a look at the case; of whoever has the say."""

from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from forms.fields.choices import Choices
from forms.fields.dateparts import DateParts
from forms.fields.yesno import YES, YesNo
from forms.journeys.appeal.circumstances import awaits_answer, may_extend
from forms.journeys.appeal.decider import words
from forms.language import N_
from forms.question import When
from forms.situation import Situation
from forms.stepform import StepForm

MOST_MONTHS = 6
"""How far ahead more time may be asked for: who needs longer asks again."""


class HelpForm(StepForm):
    help_with_appeal = YesNo(
        N_("Vil du ha hjelp til å skrive?"),
        hint=N_("Svarer du ja, ser kontoret det når klagen kommer. Du kan også spørre om hjelp først."),
    )


class MoreForm(StepForm):
    ask_extension = YesNo(
        N_("Trenger du mer tid til å skrive?"),
        hint=N_("Send klagen nå, så kan du fylle på. %(decider_first)s avgjør om du får mer tid."),
    )
    ask_extension_until = DateParts(
        N_("Til hvilken dag?"),
        hint=N_("Du kan la feltene stå tomme."),
        when=When("ask_extension", (YES,)),
    )
    ask_reasons = Choices(
        N_("Vil du be om noe mer?"),
        choices=(
            ("reasons", N_("Jeg vil vite hvorfor svaret ble slik")),
            ("access", N_("Jeg vil se papirene i saken")),
        ),
    )

    def arrange(self, situation: Situation) -> None:
        self.words |= words(situation)
        self._within_reach(situation)
        if not may_extend(situation):
            del self.ask_extension, self.ask_extension_until
        if awaits_answer(situation):
            self.ask_reasons.offer(("access",))

    def _within_reach(self, situation: Situation) -> None:
        """A day to come, and not years away. A day that was saved while it lay ahead holds afterwards too."""
        saved = situation.answer("more", "ask_extension_until")
        tomorrow, until = situation.today + timedelta(days=1), self.ask_extension_until
        until.earliest = min(tomorrow, date.fromisoformat(saved)) if saved else tomorrow
        until.latest = situation.today + relativedelta(months=MOST_MONTHS)
        until.too_early = N_("Dagen må komme etter i dag.")
        until.too_late = N_("Velg en dag som ikke er senere enn %(date)s. Du kan be om mer tid igjen.")

    def arrange_on_paper(self, situation: Situation) -> None:
        self.words |= words(situation)
