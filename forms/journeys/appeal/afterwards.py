"""What the receipt says to somebody who complained: whether it came in time, and that what was asked for was seen."""

from collections.abc import Iterator

from forms.blocks.safe_contact import gets_letters
from forms.fields.yesno import YES
from forms.journeys.appeal.circumstances import awaits_answer, deadline, elsewhere
from forms.journeys.appeal.decider import words
from forms.journeys.appeal.telling import sent_on
from forms.language import N_
from forms.law.timeliness import timeliness
from forms.situation import Situation


def afterwards(situation: Situation) -> Iterator[str]:
    yield from _in_time(situation)
    yield from sent_on(situation)
    text = situation.language.text
    if situation.answer("help", "help_with_appeal") == YES:
        yield text(N_("Du ba om hjelp til å skrive. Kontoret ser det."))
    if asked := _asked(situation):
        things = situation.language.all_of(asked)
        yield text(
            N_("Du ba om %(things)s. %(decider_first)s avgjør det."), things=things, **words(situation)
        )


def steps_after(situation: Situation) -> Iterator[str]:
    """What happens where no answer came, so that there is none to look at again (forvaltningsloven §§ 11 a and 33)."""
    if not awaits_answer(situation) or elsewhere(situation):
        return
    text = situation.language.text
    yield text(N_("Kommunen ser på klagen, og kan gi deg svaret du venter på."))
    yield text(N_("Gjør den ikke det, sender den alt til Statsforvalteren."))
    if gets_letters(situation):
        yield text(N_("Du får en kopi av det kommunen skriver, og kan si hva du mener om det."))
    yield text(
        N_(
            "Statsforvalteren avgjør klagen, eller sender saken tilbake. Avgjørelsen kan du ikke klage videre på."
        )
    )


def _in_time(situation: Situation) -> Iterator[str]:
    found, at = deadline(situation), situation.received_at
    if not (found and found.count and at):
        return
    text, last = situation.language.text, found.count.last_day
    day = situation.language.date(last)
    late = N_("Klagen kom etter siste dag, %(date)s. De som svarte deg, avgjør om den blir behandlet.")
    maybe = N_("Klagen kan ha kommet etter siste dag. De som svarte deg, avgjør om den blir behandlet.")
    if not timeliness("digital", last, arrived=at).in_time:
        yield text(maybe if found.earliest else late, date=day)
    elif elsewhere(situation):
        yield text(N_("Klagen kom til kommunen før fristen var ute. Siste dag er %(date)s."), date=day)
    elif found.earliest:
        yield text(N_("Du klaget i tide. Siste dag er tidligst %(date)s."), date=day)
    else:
        yield text(N_("Du klaget i tide. Siste dag er %(date)s."), date=day)


def _asked(situation: Situation) -> list[str]:
    text = situation.language.text
    more = situation.answer("more", "ask_reasons") or ()
    asked = (
        (situation.answer("more", "ask_extension") == YES, N_("mer tid")),
        ("reasons" in more, N_("begrunnelse")),
        ("access" in more, N_("innsyn i saken")),
        (situation.answer("suspension", "ask_suspension") == YES, N_("at endringen venter")),
    )
    return [text(thing) for wanted, thing in asked if wanted]
