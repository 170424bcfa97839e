"""How a yes stands and why, as whoever reads is told: the office, who said it, or whom it is about."""

from collections.abc import Callable
from datetime import date

from forms.consent_words import LACKS, UNREAD_TOLD
from forms.language import N_, OSLO
from forms.marks import OWN_CONSENT, UNREAD
from forms.powers import SOON
from wizard.cases.acting import at_an_office, name_of
from wizard.cases.consented import (
    BEFORE_16,
    CAN_BE_TAKEN_BACK,
    EXPIRED,
    HOLDS,
    LAPSED,
    TAKEN_BACK,
    USED,
    WAITS,
    Consented,
)
from wizard.cases.quiet import ended_quietly
from wizard.routes.here import language, tools, visitor

LACKS_YOU = N_("Gjelder ikke ennå. Du må si ja selv.")
STATES = {
    HOLDS: N_("Gjelder nå"),
    BEFORE_16: N_("Gjelder nå"),
    WAITS: N_("Gjelder ikke ennå"),
    EXPIRED: N_("Gått ut"),
    TAKEN_BACK: N_("Trukket"),
    USED: N_("Brukt"),
    LAPSED: N_("Gjaldt aldri"),
}
ANEW = N_("Skal tjenestene dele etter det, trengs et nytt ja.")
OUTGROWN = {
    "parent": (N_("Gitt av en forelder før du fylte 16 år."), N_("Gitt av forelder før 16 år")),
    "verge": (N_("Gitt av vergen før du fylte 16 år."), N_("Gitt av verge før 16 år")),
    "child_welfare": (N_("Gitt av barnevernet før du fylte 16 år."), N_("Gitt av barnevernet før 16 år")),
}
"""To whom it is about, and to the office."""
NOW_YOU = N_("Du bestemmer nå")
YOU_DECIDE = N_("Du bestemmer nå selv: la det gjelde eller trekk det.")
THEY_DECIDE = N_("Den det gjelder, er fylt 16 år og bestemmer nå selv.")
NAMED_DECIDES = N_("%(name)s er fylt 16 år og bestemmer nå selv. Bare %(name)s kan trekke det.")


def reads_own(found: Consented) -> bool:
    """Whether it is about whoever reads."""
    others = found.owner_id != visitor().account_id and not found.for_other
    return not visitor().staff and (found.of_owner or others)


def status(found: Consented, state: str) -> str:
    """In a word or two; the office, and whom it is about, see at once that somebody else decides now."""
    if state == BEFORE_16 and visitor().staff:
        return language().text(OUTGROWN[found.capacity][1])
    return language().text(NOW_YOU if state == BEFORE_16 and reads_own(found) else STATES[state])


def settled(found: Consented, state: str) -> bool:
    """Whether there is nothing to think of in how it stands, for whoever reads."""
    return state == HOLDS or (state == BEFORE_16 and not visitor().staff and not reads_own(found))


def explained(found: Consented, state: str) -> str:
    """Why it does not hold, from when it will not, or who decides; empty where there is nothing to tell."""
    told: dict[str, Callable[[Consented], str]] = {
        WAITS: _waits,
        EXPIRED: _expired,
        TAKEN_BACK: _taken_back,
        HOLDS: _pending,
        BEFORE_16: _outgrown,
        USED: lambda _: language().text(N_("Det ble brukt da meldingen kom.")),
        LAPSED: lambda _: language().text(N_("Det som manglet, kom ikke i tide. Det trengs et nytt ja.")),
    }
    return " ".join(one for one in (told[state](found), _anothers(found, state)) if one)


def _waits(found: Consented) -> str:
    if found.lacks == UNREAD and not visitor().staff:
        return language().text(UNREAD_TOLD)
    own = found.lacks == OWN_CONSENT and reads_own(found)
    return language().text(LACKS_YOU if own else LACKS[found.lacks])


def _outgrown(found: Consented) -> str:
    text = language().text
    own = f"{text(OUTGROWN[found.capacity][0])} {text(YOU_DECIDE)}"
    if outgrown(found):
        return _pending(found)
    return f"{own if reads_own(found) else text(THEY_DECIDE)} {_pending(found)}".strip()


def outgrown(found: Consented) -> bool:
    """Whether the reader said it, or signed it, for somebody who is 16 by now, and decides instead."""
    own = found.for_other or visitor().account_id == found.owner_id
    return own and not visitor().staff and found.decided_by_subject(tools().today())


def _anothers(found: Consented, state: str) -> str:
    """Why whoever said it cannot take it back; empty where they can, or where it is over."""
    if state not in CAN_BE_TAKEN_BACK or not outgrown(found):
        return ""
    name = found.said.about
    return language().text(NAMED_DECIDES, name=name) if name else language().text(THEY_DECIDE)


def _last_day(found: Consented) -> str:
    return language().date(found.last_day) if found.last_day else ""


def _expired(found: Consented) -> str:
    return _last(found, N_("Siste dag var %(date)s."))


def _last(found: Consented, sentence: str) -> str:
    """The sentence with the last day, and what it takes to go on."""
    text = language().text
    return f"{text(sentence, date=_last_day(found))} {text(ANEW)}"


def _pending(found: Consented) -> str:
    """Taken back from a day that has not come, or near its last day."""
    if found.ended_at is None:
        return _last(found, N_("Siste dag er %(date)s.")) if _near(found.last_day) else ""
    told = N_("Gjelder ikke fra %(when)s.") if _quiet(found) else N_("Trukket fra %(when)s.")
    return language().text(told, when=language().moment(found.ended_at))


def _quiet(found: Consented) -> bool:
    """Whether the reader may not know who took it back."""
    return not visitor().staff and ended_quietly(tools(), found, visitor().account_id)


def _near(last: date | None) -> bool:
    return last is not None and last - tools().today() <= SOON


def _taken_back(found: Consented) -> str:
    """By whom and when; taken down by the office, it says so."""
    by, when = found.withdrawn_by, _when_taken_back(found)
    if _quiet(found):
        day = language().date((found.ended_at or found.given_at).astimezone(OSLO).date())
        return language().text(N_("Gjelder ikke lenger fra %(date)s."), date=day)
    if by is not None and at_an_office(tools(), by):
        said = N_("Kontoret skrev ned %(when)s at samtykket er trukket.")
    elif by == visitor().account_id:
        said = N_("Du trakk det %(when)s.")
    elif found.by_subject and not found.of_owner:
        said = N_("%(name)s trakk det selv %(when)s.")
    else:
        said = N_("%(name)s trakk det %(when)s.")
    told = language().text(said, name=name_of(tools(), by) if by else "", when=when)
    other_day = _from_later(found) or (_said_before(found) and not found.withdrawn_on_paper)
    return f"{told} {_pending(found)}" if other_day else told


def _when_taken_back(found: Consented) -> str:
    """What came on paper has a day, and no time of day."""
    if found.withdrawn_on_paper and _said_before(found) and found.ended_at:
        return language().date(found.ended_at.astimezone(OSLO).date())
    return language().moment(found.withdrawn_at or found.given_at)


def _said_before(found: Consented) -> bool:
    """Whether it held no longer already when that was written down."""
    ended, told = found.ended_at, found.withdrawn_at
    return ended is not None and told is not None and ended < told


def _from_later(found: Consented) -> bool:
    """Whether it held on for some days when that was written down."""
    ended, told = found.ended_at, found.withdrawn_at
    return ended is not None and told is not None and ended > told
