"""An appeal's deadline in plain words: when the last day is, from what it is counted, and why it was moved."""

from collections.abc import Mapping
from datetime import date

from forms.language import N_, Language
from forms.law.deadline import Basis, Deadline, Doubt
from forms.law.rules import IN_TIME, PRELIMINARY_ANSWER_MONTHS, SEND_AGAIN_WEEKS, Act, Channel

_NUMBERS = {1: N_("én"), 3: N_("tre"), 4: N_("fire")}

_PLAIN: Mapping[Basis, str] = {
    "received": N_("Siste dag for å klage er %(last)s, %(weeks)s uker etter at du fikk svaret %(start)s."),
    "knew_enough": N_(
        "Siste dag for å klage er %(last)s, %(weeks)s uker etter at du visste nok til å klage, %(start)s."
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
}

_PLAIN_EARLIEST: Mapping[Basis, str] = {
    "received": N_(
        "Siste dag for å klage er tidligst %(last)s, %(weeks)s uker etter at du fikk svaret %(start)s."
    ),
    "knew_enough": N_(
        "Siste dag for å klage er tidligst %(last)s, %(weeks)s uker etter at du visste nok til å klage, %(start)s."
    ),
    "decided": N_(
        "Siste dag for å klage er tidligst %(last)s, %(weeks)s uker etter datoen på svaret, %(start)s."
    ),
    "unknown": _PLAIN["unknown"],
}

_MOVED_EARLIEST: Mapping[Basis, str] = {
    "received": N_(
        "%(weeks)s uker etter at du fikk svaret, er det %(why)s (%(ends)s), så siste dag for å klage er tidligst"
        " første arbeidsdag etter: %(last)s."
    ),
    "knew_enough": N_(
        "%(weeks)s uker etter at du visste nok til å klage, er det %(why)s (%(ends)s), så siste dag er tidligst"
        " første arbeidsdag etter: %(last)s."
    ),
    "decided": N_(
        "%(weeks)s uker etter datoen på svaret er det %(why)s (%(ends)s), så siste dag for å klage er tidligst"
        " første arbeidsdag etter: %(last)s."
    ),
}

_SENTENCES = {
    (False, False): _PLAIN,
    (False, True): _MOVED,
    (True, False): _PLAIN_EARLIEST,
    (True, True): _MOVED_EARLIEST,
}
"""By whether the end may be later, and whether it was moved to a working day."""

NOT_OF_ALL = N_("Det er ikke sikkert for svar om koordinator eller plan.")
"""Said wherever reasons that were asked for may give more time: pbrl § 2-7 leaves such answers out of fvl § 24."""

_LATER: Mapping[Doubt, tuple[str, ...]] = {
    "came_later": (N_("Fikk du svaret senere enn datoen på det, har du lengre tid."),),
    "understood_later": (N_("Du forsto først senere at du kunne klage, så du kan ha lengre tid."),),
    "stopped": (
        N_("Du har spurt hvorfor svaret ble slik. Da kan fristen stoppe til du får vite det."),
        NOT_OF_ALL,
        N_("Klag helst uten å vente på begrunnelsen."),
    ),
    "new_weeks": (
        N_("Du spurte hvorfor svaret ble slik. Da kan du ha %(weeks)s uker fra du fikk vite det."),
        NOT_OF_ALL,
    ),
}
_KNOWN_UNTIL: Mapping[Doubt, tuple[str, ...]] = {
    "new_weeks": (N_("Du spurte hvorfor svaret ble slik. Da kan du ha til %(later)s."), NOT_OF_ALL)
}

_WHO_DECIDES = N_("De som svarte deg, og etter dem Statsforvalteren, avgjør om klagen blir behandlet.")
_PASSED = N_("Fristen er gått ut, men du kan klage likevel.")
_MAY_HAVE_PASSED = N_("Fristen kan være gått ut. Du kan klage likevel.")

_HOW: Mapping[tuple[Channel, Act], str] = {
    ("paper", "handed_over"): N_(
        "Sender du klagen i posten, må du levere den til posten senest siste dag."
        " Det samme gjelder hvis du leverer den selv."
        " Kommer den ikke fram, må du sende den på nytt innen %(again)s uke etter at du fikk vite det."
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
    message = _SENTENCES[deadline.earliest, bool(count.moved_by)][deadline.basis]
    sentence = language.text(message, weeks=number, **values)
    return sentence[0].upper() + sentence[1:]


def why_earliest(deadline: Deadline, language: Language) -> str:
    """What may give more time than the deadline that is told; nothing where it is told for certain."""
    weeks = in_words(deadline.weeks.value, language)
    later = language.day(deadline.later.last_day) if deadline.later else ""
    reasons = _KNOWN_UNTIL if later else _LATER
    told = (one for doubt in deadline.doubts for one in (reasons.get(doubt) or _LATER[doubt]))
    return " ".join(language.text(one, weeks=weeks, later=later) for one in told)


def passed(deadline: Deadline, day: date, language: Language) -> str:
    """What stands beside a last day that is over, or may be over; nothing where it is still to come."""
    if not deadline.over(day):
        return ""
    first = _PASSED if deadline.surely_over(day) else _MAY_HAVE_PASSED
    return " ".join(language.text(one) for one in (first, _WHO_DECIDES))


BY_HAND = N_("Leverer du klagen på papir, må du gjøre det senest siste dag.")
"""Where there is no address to post it to."""


def how_in_time(channel: Channel, day: date, language: Language, *, by_post: bool = True) -> str:
    """What must be done before the last day is over, by the rule of that day, or of today where it is unknown."""
    if channel == "paper" and not by_post:
        return language.text(BY_HAND)
    again = SEND_AGAIN_WEEKS.on(day).value
    return language.text(_HOW[channel, IN_TIME[channel].on(day).value], again=str(again))


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
