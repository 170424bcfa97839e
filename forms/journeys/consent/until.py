"""Until when a consent holds, as its giver is told of it: by what was answered, and by what was taken back since."""

from collections.abc import Iterator
from datetime import date, timedelta

from forms.consent_words import LACKS, UNREAD_TOLD
from forms.language import N_
from forms.marks import NO_AUTHORIZATION, OWN_CONSENT, UNREAD, UNSIGNED
from forms.powers import VERY_SOON
from forms.situation import Situation
from forms.yes import PAPER

RUN_OUT = N_("Tiden for deling gikk ut %(date)s. Tjenestene kan ikke dele lenger.")
MAY_SHARE = N_("Tjenestene kan dele til og med %(date)s. Så spør vi på nytt.")
NOT_BEFORE = {
    PAPER: N_("Samtykket gjelder ikke før kontoret har sett underskriften på papir."),
    NO_AUTHORIZATION: N_(
        "Samtykket gjelder ikke før kontoret har sett papiret som viser hvem som kan si ja."
    ),
    OWN_CONSENT: N_("Samtykket gjelder ikke før personen har sagt ja selv."),
    UNSIGNED: N_("Samtykket gjelder ikke før alle har skrevet under."),
}
"""By what all of it lacks."""


def not_yet(situation: Situation) -> str:
    """Why nothing of it holds yet, as a source text; empty where something does."""
    waits = situation.ends.waits
    if waits == UNREAD:
        return UNREAD_TOLD
    return NOT_BEFORE.get(waits) or LACKS[waits] if waits else ""


def holds_told(situation: Situation, now: str) -> Iterator[str]:
    """Whether it holds; ``now`` is said, as a source text, where it does and nothing of it ends."""
    text, day = situation.language.text, situation.ends.all_from
    if day is None:
        yield text(not_yet(situation) or now)
    elif day <= situation.today:
        yield text(N_("Samtykket gjelder ikke lenger."))
    elif situation.ends.waits:
        yield text(not_yet(situation))
    else:
        yield text(N_("Samtykket gjelder nå, men ikke fra %(date)s."), date=situation.language.date(day))


def sharing_told(situation: Situation, until: date | None) -> Iterator[str]:
    """Until when services may share; nothing where that is said by the whole, or where no day is told."""
    language, day = situation.language, situation.ends.sharing_from
    if until and until < situation.today:
        yield language.text(RUN_OUT, date=language.date(until))
    elif situation.ends.all_from or situation.ends.waits:
        return
    elif day and until and day > until:
        yield language.text(N_("Tjenestene kan dele til og med %(date)s."), date=language.date(until))
    elif day:
        over = day <= situation.today
        told = (
            N_("Tjenestene kan ikke dele lenger.") if over else N_("Tjenestene kan ikke dele fra %(date)s.")
        )
        yield language.text(told, date=language.date(day))
    elif until:
        yield language.text(MAY_SHARE, date=language.date(until))


def sharing_apart(situation: Situation, until: date) -> Iterator[str]:
    """The same in short, for a list; and that it will soon be over."""
    language, day = situation.language, situation.ends.sharing_from
    if day and day <= min(situation.today, until):
        yield language.text(N_("Tjenestene kan ikke dele lenger"))
        return
    last = min(until, day - timedelta(1)) if day else until
    over = last < situation.today
    if situation.ends.waits and not over:
        yield language.text(N_("Gjelder ikke ennå"))
        return
    told = N_("Delingen gikk ut %(date)s") if over else N_("Deling gjelder til og med %(date)s")
    yield language.text(told, date=language.date(last))
    if not over and last - situation.today <= VERY_SOON:
        yield language.text(N_("Den går snart ut"))
