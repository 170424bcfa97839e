"""Who may see and do what: one function per rule, stored on the view that it guards.

A view without a rule is refused. What is not yours and what is not there get the same answer.
"""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple, TypeVar

from forms.language import Language
from wizard.accounts import Visitor
from wizard.case_address import CaseAddress
from wizard.cases.access_reasons import (
    NOT_THERE,
    NOT_YOUR_OFFICE,
    OWN_CASE,
    PROTECTED,
    REGISTERS,
    Reason,
    reason_of,
)
from wizard.cases.copies_read import reads_copy
from wizard.cases.drafts import Reader
from wizard.cases.errors import GroundLostError
from wizard.cases.finding import CaseRow, find_case, is_restricted, registered_by
from wizard.cases.own_part import has_part, is_named
from wizard.cases.participants import (
    ASSISTANT,
    COPY_OVER,
    PROXY,
    ParticipantRow,
    find_participant,
)
from wizard.cases.staff import refuse_staff
from wizard.cases.still_asked import hold_named
from wizard.tools import Tools

Place = Mapping[str, Any]
"""The address' own arguments: municipality, case_id ..."""


class At(NamedTuple):
    """The case that a place is about, and as what the visitor takes part: None for its owner and for the office.

    ``reason`` is why staff read it; None for all others. ``protected`` says that it tells of a protected address, and
    that staff read it.
    """

    case: CaseRow
    participant: ParticipantRow | None = None
    reason: Reason | None = None
    protected: bool = False


Rule = Callable[[Tools, Visitor | None, Place], At | None]
"""Gives the case that the place is about, if any; raises where access is refused."""

View = TypeVar("View", bound=Callable[..., Any])


class NotThereError(Exception):
    """Not there, or not for this visitor: nobody can tell which. ``why`` is for the access log alone."""

    def __init__(self, why: str = NOT_THERE) -> None:
        super().__init__()
        self.why = why


class OwnPartError(NotThereError):
    """Staff are part of the case themselves: they are told so, and a colleague has to handle it."""

    def __init__(self) -> None:
        super().__init__(OWN_CASE)


class HelpsOneselfError(OwnPartError):
    """So is whoever helps with it at the counter: a colleague goes on with it."""


class ReasonNeededError(Exception):
    """Staff must say first why they open the case."""


class LoginNeededError(Exception):
    """The visitor must log in first; ``staff`` tells which way in."""

    def __init__(self, *, staff: bool) -> None:
        super().__init__()
        self.staff = staff


def guarded_by(rule: Rule) -> Callable[[View], View]:
    """Store the rule on the view; the application asks it before every request."""

    def store(view: View) -> View:
        view.access_rule = rule  # type: ignore[attr-defined]  # a view is a function with one attribute more
        return view

    return store


def anyone(_tools: Tools, _visitor: Visitor | None, _place: Place) -> None:
    """Public pages, log-in and log-out."""


def citizen(_tools: Tools, visitor: Visitor | None, _place: Place) -> None:
    """Somebody logged in as themselves, not as staff."""
    if visitor is None or visitor.staff:
        raise LoginNeededError(staff=False)


def logged_in(_tools: Tools, visitor: Visitor | None, place: Place) -> None:
    """A citizen, or staff of the municipality of the address, about their own log-in."""
    if visitor is None:
        raise LoginNeededError(staff=False)
    if visitor.staff_of not in {None, place["municipality"]}:
        raise NotThereError


def owner(tools: Tools, visitor: Visitor | None, place: Place) -> At:
    """The citizen whose case it is, in the municipality of the address."""
    citizen(tools, visitor, place)
    at = writer(tools, visitor, place)
    if at.participant:
        raise NotThereError
    return at


def writer(tools: Tools, visitor: Visitor | None, place: Place) -> At:
    """The owner, or somebody who acts for them and whose ground holds today."""
    at = _at(tools, visitor, place)
    if at.participant and not at.participant.writes:
        raise NotThereError
    return at


def taking_part(tools: Tools, visitor: Visitor | None, place: Place) -> At:
    """As ``writer``, or somebody who is asked to sign: whoever may read what was filled in."""
    return _at(tools, visitor, place)


def signer(tools: Tools, visitor: Visitor | None, place: Place) -> At:
    """Somebody who is asked to sign what another filled in."""
    at = _at(tools, visitor, place)
    if at.participant is None or not at.participant.signs:
        raise NotThereError
    return at


def office(_tools: Tools, visitor: Visitor | None, place: Place) -> None:
    """Staff of the municipality of the address."""
    if visitor is None or not visitor.staff:
        raise LoginNeededError(staff=True)
    if visitor.staff_of != place["municipality"] or not visitor.handles:
        raise NotThereError(NOT_YOUR_OFFICE)


def helper(_tools: Tools, visitor: Visitor | None, place: Place) -> None:
    """Staff of a helping office of the municipality of the address; whoever works on cases there is none by that."""
    if visitor is None or not visitor.staff:
        raise LoginNeededError(staff=True)
    if visitor.staff_of != place["municipality"] or not visitor.helps:
        raise NotThereError


def assistant(tools: Tools, visitor: Visitor | None, place: Place) -> At:
    """A helper, in a case in which they help now, or await a signed paper for."""
    at = _at_also_sent(tools, visitor, place)
    if at.participant is None or at.participant.capacity != ASSISTANT:
        raise NotThereError
    return at


def helped(tools: Tools, visitor: Visitor | None, place: Place) -> At:
    """As ``writer``, and a helper for as long as they can still put in a paper: either may end the help."""
    at = _at_also_sent(tools, visitor, place)
    if at.participant and not at.participant.writes:
        raise NotThereError
    return at


def sender(tools: Tools, visitor: Visitor | None, place: Place) -> At:
    """As ``writer``, but for assistants: they never sign by their own log-in."""
    at = writer(tools, visitor, place)
    if at.participant and at.participant.capacity == ASSISTANT:
        raise NotThereError
    return at


def office_door(tools: Tools, visitor: Visitor | None, place: Place) -> At:
    """Staff in front of a case that was submitted to their own office, whether or not they have said why.

    Drafts are nobody's but the citizen's. A case that tells of a protected address is there only for those who may
    see such cases; and whoever is part of it themselves is refused (forvaltningsloven § 6).
    """
    office(tools, visitor, place)
    case = _case(tools, CaseAddress(place["case_id"]), place)
    if not case.submitted:
        raise NotThereError
    with tools.store.connect() as db:
        restricted = is_restricted(db, case.id)
    if restricted and not (visitor and visitor.sees_restricted):
        raise NotThereError(PROTECTED)
    if visitor and has_part(tools, case, visitor):
        raise OwnPartError
    return At(case, protected=restricted)


def office_case(tools: Tools, visitor: Visitor | None, place: Place) -> At:
    """As ``office_door``, with a reason: they have the case in hand, or said in this log-in why they open it."""
    at = office_door(tools, visitor, place)
    reason = reason_of(tools, visitor, at.case.id) if visitor else None
    if reason is None:
        raise ReasonNeededError
    return at._replace(reason=reason)


def _at(tools: Tools, visitor: Visitor | None, place: Place) -> At:
    """As ``_at_also_sent``; of what was sent, a helper reads no more than it takes to hand over the copy.

    Nobody helps with what names themselves: they are told so as soon as it does, and read no more of it.
    """
    at = _at_also_sent(tools, visitor, place)
    if visitor and at.participant and at.participant.capacity == ASSISTANT:
        if not reads_copy(tools, at.case):
            raise GroundLostError(COPY_OVER)
        with tools.store.connect() as db:
            if is_named(db, tools, at.case, visitor.person):
                raise HelpsOneselfError
    return at


def _at_also_sent(tools: Tools, visitor: Visitor | None, place: Place) -> At:
    """The owner at the bare address; at an address of their own somebody who takes part, and may today.

    Staff write down what came on paper, as long as it is not registered.
    """
    address: CaseAddress = place["case_id"]
    if visitor is None:
        raise LoginNeededError(staff=False)
    if visitor.staff and address.participant_id is None:
        return _writes_down(tools, visitor, place)
    case = _case(tools, address, place)
    if address.participant_id is None:
        if case.owner_id != visitor.account_id:
            raise NotThereError
        return At(case)
    return At(case, _participant(tools, visitor, address, case))


def _writes_down(tools: Tools, visitor: Visitor, place: Place) -> At:
    """What a member of staff registers themselves: until it is in, they own it. Nothing else is theirs to fill in."""
    with tools.store.connect() as db:
        case = find_case(db, place["case_id"].case_id)
    own = case and case.owner_id == visitor.account_id and place["case_id"].participant_id is None
    here = visitor.staff_of == place["municipality"]
    if case is None or not (own and here and case.municipality == place["municipality"]):
        raise LoginNeededError(staff=False)
    return At(case, reason=Reason(REGISTERS))


def paper_intake(tools: Tools, visitor: Visitor | None, place: Place) -> At:
    """Staff, about what they themselves register, or have registered, from paper."""
    office(tools, visitor, place)
    case = _case(tools, CaseAddress(place["case_id"]), place)
    with tools.store.connect() as db:
        own = visitor is not None and registered_by(db, case.id) == visitor.account_id
    if not own:
        raise NotThereError
    return At(case, reason=Reason(REGISTERS))


def _participant(tools: Tools, visitor: Visitor, address: CaseAddress, case: CaseRow) -> ParticipantRow:
    """Staff take part as assistants alone, and citizens never do.

    Whoever has come to work at the office is a proxy there no more, from their first log-in as staff on.
    """
    with tools.store.connect() as db:
        found = address.participant_id and find_participant(db, address.participant_id)
        if not found or (found.case_id, found.account_id) != (address.case_id, visitor.account_id):
            raise NotThereError
        if (found.capacity == ASSISTANT) != bool(visitor.staff and visitor.helps):
            raise NotThereError
        if why := found.lost(tools.today()) or found.idle(tools.clock()):
            raise GroundLostError(why)
        hold_named(db, tools, case, found, Reader(visitor.person, Language(), visitor.account_id, found.id))
        if found.capacity == PROXY:
            refuse_staff(db, tools, visitor.person.national_id, case.municipality)
    return found


def _case(tools: Tools, address: CaseAddress, place: Place) -> CaseRow:
    with tools.store.connect() as db:
        case = find_case(db, address.case_id)
    if case is None:
        raise NotThereError
    if case.municipality != place["municipality"]:
        raise NotThereError(NOT_YOUR_OFFICE)
    return case
