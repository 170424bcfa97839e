"""What the office is told of those who said no to signing, as finished text."""

from dataclasses import dataclass

from forms.marks import REFUSED, UNSIGNED, mark_told, refused
from wizard.cases.following import Sent
from wizard.cases.refusals import refusals
from wizard.cases.standing import DECLINED, GIVER_SIGNED, SIGNATURE_CAME, Happened
from wizard.routes.here import language, tools


@dataclass(frozen=True)
class RefusalLine:
    """A no, with what was written with it."""

    text: str
    when: str
    word: str


def refusal_lines(found: Sent) -> list[RefusalLine]:
    """With their own words: for the office alone, which no document tells."""
    with tools().store.read() as db:
        said = refusals(db, tools(), found.case.id)
    return [
        RefusalLine(mark_told(refused(one.capacity), language()), language().moment(one.at), one.word)
        for one in said
    ]


def refused_later(events: tuple[Happened, ...]) -> list[str]:
    """As what somebody said no after it was sent, and has not signed since."""
    kinds = [event.kind for event in events]
    after = events[kinds.index("submitted") :] if "submitted" in kinds else ()
    last = {one.detail: one.kind for one in after if one.kind in {DECLINED, SIGNATURE_CAME, GIVER_SIGNED}}
    return [capacity for capacity, kind in last.items() if kind == DECLINED]


def with_refused(found: Sent) -> list[str]:
    """The case's marks: who said no later does not merely lack."""
    later = refused_later(found.events)
    told = [
        refused(whose) if kind == UNSIGNED and whose in later else mark
        for mark in found.marks
        for kind, _, whose in [mark.partition(" ")]
    ]
    return [*told, *(refused(one) for one in later if refused(one) not in told)]


def is_about(mark: str, event: Happened) -> bool:
    """Whether the event is the signature that was missing, or refused, by that mark."""
    kind, _, whose = mark.partition(" ")
    return kind in {UNSIGNED, REFUSED} and (event.kind, event.detail) == (SIGNATURE_CAME, whose)
