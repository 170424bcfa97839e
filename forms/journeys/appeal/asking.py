"""What else is asked for: help, more time, reasons, and a look at the case; of whoever has the say."""

from forms.fields.choices import Choices
from forms.fields.dateparts import DateParts
from forms.fields.yesno import YES, YesNo
from forms.journeys.appeal.circumstances import awaits_answer, deadline, may_extend
from forms.journeys.appeal.decider import words
from forms.language import N_
from forms.question import When
from forms.situation import Situation
from forms.stepform import StepForm


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
        found = deadline(situation)
        if found and found.count:  # never from today: what is answered must hold tomorrow too
            self.ask_extension_until.earliest = found.count.start
        if not may_extend(situation):
            del self.ask_extension, self.ask_extension_until
        if awaits_answer(situation):
            self.ask_reasons.offer(("access",))

    def arrange_on_paper(self, situation: Situation) -> None:
        self.words |= words(situation)
