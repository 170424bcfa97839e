"""What becomes known when the application comes in: by when the office owes an answer, if only a preliminary one."""

from collections.abc import Iterator
from datetime import datetime

from forms.journey import Note
from forms.language import N_, OSLO
from forms.law.deadline import preliminary_answer_due
from forms.situation import Situation


def received(situation: Situation, at: datetime) -> Iterator[Note]:
    """Of services alone, as ``explained.preliminary_answer`` tells the citizen (forvaltningsloven § 11 a)."""
    text, day = situation.language.text, preliminary_answer_due(at.astimezone(OSLO).date())
    told = text(
        N_("Senest %(date)s, hvis svaret gjelder en tjeneste og tar lengre tid."),
        date=situation.language.date(day),
    )
    yield Note(text(N_("Foreløpig svar")), told)
