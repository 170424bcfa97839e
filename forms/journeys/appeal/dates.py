"""When the answer was given and known: what the deadline is counted from. No day is ever demanded."""

from datetime import date

from forms.fields.choice import Choice
from forms.fields.dateparts import DateParts
from forms.fields.yesno import NO, YES, YesNo
from forms.journeys.appeal.circumstances import decided_on, has_other_rules, received_on
from forms.language import N_
from forms.law.deadline import Known, appeal_deadline
from forms.law.explained import explained, how_in_time
from forms.question import When
from forms.situation import Situation
from forms.stepform import StepForm

NOT_COUNTED = N_("Kom det digitalt, skriver du dagen du fikk varsel. Fristen står i brevet.")
OTHERS_DEADLINE = N_("Kom svaret fra NAV eller barnevernet, står fristen i brevet.")
AFTER_THE_ANSWER = N_("Svaret er fra %(date)s, så dagen kan ikke være før det. Se på begge datoene.")
AFTER_IT_CAME = N_("Svaret kom %(date)s, så dagen kan ikke være før det. Se på begge datoene.")


def refuse_before(later: DateParts, earlier: date | None, message: str) -> None:
    """An error at a day that comes before an earlier one; both may be unknown, and one error is enough."""
    if later.asked() and not later.errors and later.data and earlier and later.data < earlier:
        later.marked.update(later.parts)
        later.errors = [later.say(message, date=later.form.situation.language.date(earlier))]


def told(question: DateParts) -> date | None:
    """The day that is filled in, where it is asked for."""
    return question.data if question.asked() else None


class PastDaysForm(StepForm):
    """Days that lie behind us."""

    def arrange(self, situation: Situation) -> None:
        for question in self:
            if isinstance(question, DateParts):
                question.latest = situation.today


class DatesForm(PastDaysForm):
    decision_date = DateParts(
        N_("Datoen på svaret"),
        hint=N_("Den står ofte øverst i brevet. Finner du den ikke, lar du feltene stå tomme."),
    )
    received_known = Choice(
        N_("Husker du når svaret kom?"),
        hint=N_("Vi bruker dagen til å regne ut fristen. Kom det digitalt, er det dagen du fikk varsel."),
        choices=((YES, N_("Ja")), (NO, N_("Nei, det husker jeg ikke"))),
        missing=N_("Svar ja, eller at du ikke husker det."),
    )
    received_date = DateParts(
        N_("Når kom det?"),
        hint=N_("Dagen det lå i postkassen, eller dagen du fikk høre det."),
        missing=N_("Skriv dagen det kom, eller velg at du ikke husker den."),
        when=When("received_known", (YES,)),
    )
    received_channel = Choice(
        N_("Hvordan kom det?"),
        choices=(
            ("post", N_("I posten")),
            ("digital", N_("I digital postkasse")),
            ("handed_over", N_("Jeg fikk det i hånden")),
            ("oral", N_("Noen sa det til meg")),
        ),
    )
    knew_later = YesNo(
        N_("Forsto du først senere at du kunne klage?"),
        hint=N_("For eksempel fordi svaret ikke fortalte det."),
    )
    knew_enough_date = DateParts(
        N_("Når forsto du at du kunne klage?"),
        hint=N_("Omtrent er godt nok. Husker du det ikke, lar du feltene stå tomme."),
        when=When("knew_later", (YES,)),
    )

    def arrange(self, situation: Situation) -> None:
        super().arrange(situation)
        if has_other_rules(situation):
            self.received_known.description = NOT_COUNTED

    def arrange_on_paper(self, situation: Situation) -> None:
        """Nobody counts on paper, so it says how long one has."""
        day, language = situation.law_day, situation.language
        by_post = situation.municipality.takes_post
        in_time = how_in_time("paper", day, language, by_post=by_post)
        until = explained(appeal_deadline(Known(), day), language), in_time
        self.received_known.description = " ".join((*until, language.text(OTHERS_DEADLINE)))

    def check(self) -> None:
        refuse_before(
            self.received_date,
            told(self.decision_date),
            N_("Svaret kan ikke ha kommet før datoen på det, %(date)s. Se på begge datoene."),
        )
        refuse_before(
            self.knew_enough_date,
            told(self.received_date),
            N_("Du har skrevet at svaret kom senere, %(date)s. Se på begge datoene."),
        )
        refuse_before(self.knew_enough_date, told(self.decision_date), AFTER_THE_ANSWER)


class ReasonsForm(PastDaysForm):
    """Who asks why before the deadline is over, gets a new one once the reasons have come."""

    reasons_given = Choice(
        N_("Sto det i svaret hvorfor det ble slik?"),
        choices=((YES, N_("Ja")), (NO, N_("Nei")), ("unsure", N_("Jeg er usikker"))),
    )
    reasons_asked = YesNo(N_("Har du spurt hvorfor?"), when=When("reasons_given", (NO, "unsure")))
    reasons_asked_date = DateParts(
        N_("Når spurte du?"),
        hint=N_("Omtrent er godt nok. Husker du det ikke, lar du feltene stå tomme."),
        when=When("reasons_asked", (YES,)),
    )
    reasons_received = YesNo(N_("Har du fått vite hvorfor?"), when=When("reasons_asked", (YES,)))
    reasons_received_date = DateParts(
        N_("Når fikk du vite det?"),
        hint=N_("Omtrent er godt nok. Husker du det ikke, lar du feltene stå tomme."),
        when=When("reasons_received", (YES,)),
    )

    def check(self) -> None:
        refuse_before(
            self.reasons_received_date,
            told(self.reasons_asked_date),
            N_("Du har skrevet at du spurte senere, %(date)s. Se på begge datoene."),
        )
        for question in (self.reasons_asked_date, self.reasons_received_date):
            refuse_before(question, received_on(self.situation), AFTER_IT_CAME)
            refuse_before(question, decided_on(self.situation), AFTER_THE_ANSWER)


class WaitingForm(PastDaysForm):
    applied_date = DateParts(
        N_("Når ble søknaden sendt?"),
        hint=N_("Omtrent er godt nok. Husker du det ikke, lar du feltene stå tomme."),
    )
