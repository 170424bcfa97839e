"""A withdrawal that was only said: who said it, when, and how the office knew who it was.

Nothing here can stop it: a consent may be taken back by word of mouth, and holds no longer from then on.
"""

from datetime import date

from forms.consent_words import yes_told
from forms.fields.choice import Choice, Option
from forms.fields.choices import Choices
from forms.fields.dateparts import DateParts
from forms.fields.text import Text
from forms.known_by import ASKED, CHECKED, NOT_CHOSEN
from forms.language import N_
from forms.question import When
from forms.situation import Situation
from forms.stepform import StepForm

CHOICES = (*CHECKED[:-1], (*CHECKED[-1], N_("Samtykket er trukket likevel.")))


def said_by(when: When | None = None) -> Text:
    return Text(
        N_("Hvem sa det?"),
        hint=N_("Skriv navnet på den som trakk samtykket."),
        missing=N_("Skriv hvem som sa det."),
        max_length=100,
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


def said_day(situation: Situation) -> date | None:
    """The day when it was said; None for what was not only said. What is taken back by mouth ends then."""
    day = situation.answer("role", "said_on")
    spoken = situation.answer("role", "oral_or_written") == "oral"
    return date.fromisoformat(day) if spoken and day else None


def heard(situation: Situation) -> str:
    """Who said it, when, and how it was known who it was, as finished text; empty for what was not only said."""
    name, day = situation.answer("role", "said_by"), said_day(situation)
    if not (name and day):
        return ""
    how = situation.language.text(dict(CHECKED)[situation.answer("role", "identity_checked")])
    return "; ".join((name, situation.language.date(day), how))


class SpokenForm(StepForm):
    """For the office, on the page of the case whose consents are taken back: as few questions as will do."""

    taken = Choices(
        N_("Hva ble trukket?"),
        hint=N_("Du kan velge flere. Det du ikke velger, gjelder fortsatt."),
        choices=(),
        missing=N_("Velg minst ett samtykke som ble trukket."),
    )
    said_by = said_by()
    said_on = said_on()
    identity_checked = identity_checked()

    def arrange(self, situation: Situation) -> None:
        super().arrange(situation)
        held = [one for case in situation.sent for one in case.consents]
        told = (yes_told(one.kind, one.service, one.department, situation.language) for one in held)
        self.taken.choices = [
            Option(one.id, text.replace("%", "%%")) for one, text in zip(held, told, strict=True)
        ]
        self.said_on.earliest = min(case.sent for case in situation.sent)
        self.said_on.latest = self.said_on.default = situation.today
