"""An appeal's deadline in plain words: when the last day is, from what it is counted, and why it was moved."""

from collections.abc import Mapping
from datetime import date

from forms.language import N_, Language
from forms.law.deadline import Basis, Deadline
from forms.law.rules import IN_TIME, PRELIMINARY_ANSWER_MONTHS, Act, Channel

_NUMBERS = {1: N_("én"), 3: N_("tre"), 4: N_("fire")}

_PLAIN: Mapping[Basis, str] = {
    "received": N_("Siste dag for å klage er %(last)s, %(weeks)s uker etter at du fikk svaret %(start)s."),
    "knew_enough": N_(
        "Siste dag for å klage er %(last)s, %(weeks)s uker etter at du visste nok til å klage, %(start)s."
    ),
    "reasons": N_(
        "Siste dag for å klage er %(last)s, %(weeks)s uker etter at du fikk begrunnelsen %(start)s."
    ),
    "decided": N_(
        "Siste dag for å klage er tidligst %(last)s, %(weeks)s uker etter datoen på svaret, %(start)s."
    ),
    "asked": N_("Siste dag for å klage er tidligst %(last)s, %(weeks)s uker etter %(start)s."),
    "interrupted": N_(
        "Fristen har stoppet til du får begrunnelsen, og da får du %(weeks)s nye uker til å klage."
    ),
    "unknown": N_(
        "Du har %(weeks)s uker på deg til å klage, fra den dagen du fikk svaret eller visste nok til å klage."
    ),
}

_MOVED: Mapping[Basis, str] = {
    "received": N_(
        "%(weeks)s uker etter at du fikk svaret, er det %(why)s (%(ends)s), så siste dag for å klage er første"
        " arbeidsdag etter: %(last)s."
    ),
    "knew_enough": N_(
        "%(weeks)s uker etter at du visste nok til å klage, er det %(why)s (%(ends)s), så siste dag er første"
        " arbeidsdag etter: %(last)s."
    ),
    "reasons": N_(
        "%(weeks)s uker etter at du fikk begrunnelsen, er det %(why)s (%(ends)s), så siste dag for å klage er"
        " første arbeidsdag etter: %(last)s."
    ),
    "decided": N_(
        "%(weeks)s uker etter datoen på svaret er det %(why)s (%(ends)s), så siste dag for å klage er tidligst"
        " første arbeidsdag etter: %(last)s."
    ),
    "asked": N_(
        "%(weeks)s uker etter %(start)s er det %(why)s (%(ends)s), så siste dag for å klage er tidligst"
        " første arbeidsdag etter: %(last)s."
    ),
}

_EARLIEST: Mapping[Basis, str] = {
    "decided": N_("Fikk du svaret senere enn datoen på det, har du lengre tid."),
    "asked": N_("Spurte du hvorfor i tide, har du %(weeks)s uker fra du fikk vite det."),
}

PASSED = N_(
    "Fristen er gått ut, men du kan klage likevel."
    " Kommunen, og etter den Statsforvalteren, avgjør om klagen blir behandlet."
)
"""Stands beside a last day that is over."""

_HOW: Mapping[tuple[Channel, Act], str] = {
    ("paper", "handed_over"): N_(
        "Sender du klagen i posten, må du levere den til posten senest siste dag."
        " Det samme gjelder hvis du leverer den selv."
    ),
    ("digital", "arrived"): N_("Sender du klagen digitalt, må den ha kommet fram før midnatt siste dag."),
    ("digital", "handed_over"): N_("Sender du klagen digitalt, må du sende den før midnatt siste dag."),
}


def in_words(number: int, language: Language) -> str:
    """A small number as a word; in digits where there is no word for it here."""
    return language.text(_NUMBERS[number]) if number in _NUMBERS else str(number)


def explained(deadline: Deadline, language: Language) -> str:
    """One sentence for the citizen."""
    weeks = deadline.weeks.value
    number = in_words(weeks, language)
    count = deadline.count
    if count is None:
        return language.text(_PLAIN[deadline.basis], weeks=number)
    days = {"start": count.start, "ends": count.ends, "last": count.last_day}
    values = {name: language.day(day) for name, day in days.items()} | {"why": language.text(count.moved_by)}
    message = (_MOVED if count.moved_by else _PLAIN)[deadline.basis]
    sentence = language.text(message, weeks=number, **values)
    return sentence[0].upper() + sentence[1:]


def why_earliest(deadline: Deadline, language: Language) -> str:
    """What gives more time than the deadline that is told; nothing where it is told for certain."""
    weeks = in_words(deadline.weeks.value, language)
    return language.text(_EARLIEST[deadline.basis], weeks=weeks) if deadline.earliest else ""


BY_HAND = N_("Leverer du klagen på papir, må du gjøre det senest siste dag.")
"""Where there is no address to post it to."""


def how_in_time(channel: Channel, day: date, language: Language, *, by_post: bool = True) -> str:
    """What must be done before the last day is over, by the rule of that day, or of today where it is unknown."""
    if channel == "paper" and not by_post:
        return language.text(BY_HAND)
    return language.text(_HOW[channel, IN_TIME[channel].on(day).value])


def preliminary_answer(day: date, language: Language) -> str:
    """What the law promises whoever waits: of services alone, for coordinator and plan are no individual decisions."""
    months = PRELIMINARY_ANSWER_MONTHS.on(day).value
    return language.text(
        N_(
            "Har du søkt om en tjeneste, og svaret tar mer enn %(months)s måned? Da får du først et foreløpig svar."
            " Der står det hvorfor."
        ),
        months=in_words(months, language),
    )
