"""A withdrawal without a form of ours, said or on a paper: who took it back, when, and how the office knew who it was.

Nothing here can stop it: a consent may be taken back in any way, and holds no longer from then on.
"""

from datetime import date

from forms.acting import ROLES
from forms.blocks.from_when import (
    AT_ONCE,
    CHOOSE,
    WHICH_DAY,
    WRITE_DAY,
    only_later,
    when_later,
)
from forms.blocks.told_office import BY, DAY, FROM_WHEN, NO_DAY, ON_PAPER, ORAL, SINCE_TOLD, TOLD_US, how
from forms.consent_words import yes_told
from forms.fields.choice import Choice, Option
from forms.fields.choices import Choices
from forms.fields.dateparts import DateParts
from forms.fields.text import Text
from forms.known_by import ASKED, CHECKED, NOT_CHOSEN
from forms.language import N_
from forms.question import When
from forms.signatures import Heard
from forms.situation import Situation
from forms.stepform import StepForm
from forms.yes import FOR_CHILDREN

WHO = N_("Hvem trakk samtykket?")
OTHER = "other"
"""The answer that opens a text, for what no single yes is."""
CHOICES = (*CHECKED[:-1], (*CHECKED[-1], N_("Samtykket er trukket likevel.")))


MUST_SAY = N_("Den det gjelder, er fylt 16 år og bestemmer selv. Skriv det ned når den unge selv sier det.")
NOT_YET = N_("Barnet er under 16 år og bestemmer ikke dette alene. Snakk med barnet først.")
OTHER_WORDS = N_("For eksempel et tema som ikke skal deles lenger.")


def said_by(when: When | None = None) -> Text:
    return Text(
        N_("Hvem sa det?"),
        hint=N_("Skriv navnet på den som trakk samtykket."),
        missing=N_("Skriv hvem som sa det."),
        max_length=100,
        when=when,
    )


def said_as(when: When | None = None) -> Choice:
    return Choice(
        N_("Som hva trakk de samtykket?"),
        choices=(
            ("self", N_("Den samtykket gjelder")),
            ("parent", N_("Forelder")),
            ("verge", N_("Verge")),
            ("proxy", N_("Fullmektig")),
            ("future_proxy", N_("Fremtidsfullmektig")),
            ("child_welfare", N_("Barnevernet")),
        ),
        missing=N_("Velg som hva de trakk samtykket."),
        when=when,
    )


def said_on(when: When | None = None) -> DateParts:
    return DateParts(
        N_("Hvilken dag ble det sagt?"),
        missing=N_("Skriv dagen det ble sagt."),
        when=when,
    )


def identity_checked(when: When | None = None) -> Choice:
    return Choice(
        ASKED,
        choices=CHOICES,
        missing=NOT_CHOSEN,
        when=when,
    )


def on_paper(situation: Situation) -> bool:
    """Whether staff wrote down what stands on a paper that came."""
    return bool(situation.answer("role", "oral_or_written") == ON_PAPER)


def said_day(situation: Situation) -> date | None:
    """The day when the office was told; None for what has a form of its own. It ends then."""
    day = situation.answer("role", "said_on")
    told = situation.answer("role", "oral_or_written") in TOLD_US
    return date.fromisoformat(day) if told and day else None


def told_by(situation: Situation, day: str) -> Heard:
    """What stands for a signature where it is on a paper that came; ``day`` is finished text."""
    role = situation.answer("role", "said_as") or ""
    name = situation.answer("role", "said_by") or ""
    return Heard(name, situation.language.text(ROLES.get(role, "")), day, on_paper=True)


def heard(situation: Situation) -> str:
    """Who took it back and as what, when, and how it was known who said it; empty for what has a form of its own."""
    name, day = situation.answer("role", "said_by"), said_day(situation)
    if not (name and day):
        return ""
    capacity = situation.language.text(ROLES.get(situation.answer("role", "said_as") or "", ""))
    known = "" if on_paper(situation) else dict(CHECKED)[situation.answer("role", "identity_checked")]
    how = situation.language.text(known) if known else ""
    told = ", ".join(filter(None, (name, capacity))), situation.language.date(day), how
    return "; ".join(filter(None, told))


class SpokenForm(StepForm):
    """For the office, on the page of the case whose consents are taken back: as few questions as will do."""

    taken = Choices(
        N_("Hva ble trukket?"),
        hint=N_("Du kan velge flere. Det du ikke velger, gjelder fortsatt."),
        choices=(),
        missing=N_("Velg minst ett samtykke som ble trukket."),
    )
    taken_words = Text(
        N_("Hva annet ble trukket?"),
        hint=N_("Skriv det slik det ble sagt."),
        missing=N_("Skriv hva som ble trukket."),
        max_length=1000,
        when=When("taken", (OTHER,)),
    )
    heard = Choice(
        N_("Hvordan ble samtykket trukket?"),
        choices=how(N_("Samtykket står på papiret, eller vi har spurt hvilket det er.")),
        missing=N_("Velg hvordan samtykket ble trukket."),
    )
    said_by = said_by()
    said_as = said_as()
    said_on = said_on()
    from_when = Choice(FROM_WHEN, choices=SINCE_TOLD, missing=CHOOSE, default=AT_ONCE)
    from_when_date = DateParts(WHICH_DAY, missing=WRITE_DAY, when=when_later("from_when"))
    identity_checked = identity_checked(When("heard", (ORAL,)))

    def arrange(self, situation: Situation) -> None:
        super().arrange(situation)
        self.said_by.reword(WHO, BY, N_("Skriv hvem som trakk samtykket."))
        over = N_("Samtykket er over fra den dagen, også om du skriver det ned senere.")
        self.said_on.reword(DAY, over, NO_DAY)
        held = [one for case in situation.sent for one in case.consents]
        told = (yes_told(one.kind, one.service, one.department, situation.language) for one in held)
        self.taken.choices = [
            *(Option(one.id, text.replace("%", "%%")) for one, text in zip(held, told, strict=True)),
            Option(OTHER, N_("Noe annet"), OTHER_WORDS),
        ]
        only_later(self.from_when_date, situation)
        self.said_on.earliest = min(case.sent for case in situation.sent)
        self.said_on.latest = self.said_on.default = situation.today

    def check(self) -> None:
        begins, by = self.situation.sent[0].subject_decides_from, self.said_as.data
        if self.decided_by_subject and by in FOR_CHILDREN:
            self.said_as.errors = [self.say(MUST_SAY)]
        elif begins and self.situation.today < begins and by == "self":
            self.said_as.errors = [self.say(NOT_YET)]

    @property
    def decided_by_subject(self) -> bool:
        """Whether whom it is about decided already on the day when it was said: until then others did (pbrl § 4-4)."""
        given = self.situation.sent[0]
        said, begins = self.said_on.data, given.subject_decides_from
        return given.decided_by_subject and not (said and begins and said < begins)
