"""What becomes known when a complaint comes in: whether it was in time, and what its writer was told of more time."""

from collections.abc import Iterator
from datetime import date, datetime

from forms.journey import Note
from forms.journeys.appeal import circumstances as are
from forms.language import N_, OSLO
from forms.law.deadline import Deadline
from forms.law.references import places
from forms.law.timeliness import timeliness
from forms.marks import LATE, MAYBE_LATE, ONE_YEAR, ONE_YEAR_AT_LATEST, OVER_A_YEAR, from_day
from forms.situation import Situation

TOLD_OF_STOP = N_(
    "Har fått vite at fristen kan ha stoppet (%(law)s), men at det ikke er sikkert for svar om koordinator eller plan."
)


def received(situation: Situation, at: datetime) -> Iterator[Note]:
    """By the rule for what comes digitally. The year is for the office's eyes alone, and refuses nobody."""
    found = are.deadline(situation)
    if found is None:
        return
    in_time = False
    if found.count:
        in_time = bool(timeliness("digital", found.count.last_day, arrived=at).in_time)
        yield from _timed(situation, found, found.count.last_day, at, in_time=in_time)
    if {"stopped", "new_weeks"} & {*found.doubts}:
        yield Note(situation.language.text(N_("Spurte om begrunnelse")), _of_reasons(situation, found))
    if found.outer_limit and not in_time:
        over = at.astimezone(OSLO).date() > found.outer_limit
        coming = ONE_YEAR if are.decided_on(situation) else ONE_YEAR_AT_LATEST
        yield Note("", "", from_day(OVER_A_YEAR if over else coming, found.outer_limit))


def _timed(
    situation: Situation, found: Deadline, last: date, at: datetime, *, in_time: bool
) -> Iterator[Note]:
    text, day = situation.language.text, situation.language.day
    label = N_("Siste dag for å klage, tidligst") if found.earliest else N_("Siste dag for å klage")
    yield Note(text(label), day(last))
    if in_time and are.elsewhere(situation):
        yield Note(text(N_("Kom til kommunen")), text(N_("Før midnatt siste dag.")))
    elif in_time:
        said = N_("Ja. En digital klage må ha kommet fram før midnatt siste dag.")
        yield Note(text(N_("Kom i tide")), text(said))
    else:
        yield from _after_it(situation, found, (at.astimezone(OSLO).date() - last).days)


def _after_it(situation: Situation, found: Deadline, days: int) -> Iterator[Note]:
    """How late it was is told only where the end is certain."""
    text = situation.language.text
    if found.earliest:
        told = N_("Etter den tidligste siste dagen. Fristen kan ha vært lengre.")
    else:
        told = N_("Dagen etter siste dag.") if days == 1 else N_("%(days)s dager etter siste dag.")
    yield Note(text(N_("Kom fram")), text(told, days=days), MAYBE_LATE if found.earliest else LATE)
    decides = N_("De som svarte, og etter dem Statsforvalteren, avgjør om klagen blir behandlet.")
    yield Note(text(N_("Om fristen")), text(decides))


def _of_reasons(situation: Situation, found: Deadline) -> str:
    text, day = situation.language.text, situation.language.date
    answers = situation.answers.get("reasons", {})
    asked, got = answers.get("reasons_asked_date"), answers.get("reasons_received_date")
    law = ", ".join(place.shown(situation.language) for place in places("reasons", situation.today))
    told = [day(date.fromisoformat(asked)) + "." if asked else text(N_("Husker ikke dagen."))]
    if "new_weeks" in found.doubts:
        told.append(
            text(N_("Fikk den %(date)s."), date=day(date.fromisoformat(got)))
            if got
            else text(N_("Har fått den."))
        )
    told.append(text(TOLD_OF_STOP, law=law))
    if found.later:
        told.append(
            text(N_("Siste dag kan være %(date)s."), date=situation.language.day(found.later.last_day))
        )
    return " ".join(told)
