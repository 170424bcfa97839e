"""Who may see and do what: one function per rule, stored on the view that it guards.

A view without a rule is refused. What is not yours and what is not there get the same answer.
"""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple, TypeVar

from wizard.accounts import Visitor
from wizard.case_address import CaseAddress
from wizard.cases.errors import GroundLostError
from wizard.cases.finding import CaseRow, find_case, is_restricted
from wizard.cases.participants import PROXY, ParticipantRow, find_participant
from wizard.cases.staff import refuse_staff
from wizard.tools import Tools

Place = Mapping[str, Any]
"""The address' own arguments: municipality, case_id ..."""


class At(NamedTuple):
    """The case that a place is about, and as what the visitor takes part: None for its owner and for the office."""

    case: CaseRow
    participant: ParticipantRow | None = None


Rule = Callable[[Tools, Visitor | None, Place], At | None]
"""Gives the case that the place is about, if any; raises where access is refused."""

View = TypeVar("View", bound=Callable[..., Any])


class NotThereError(Exception):
    """Not there, or not for this visitor: nobody can tell which."""


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
    if visitor.staff_of != place["municipality"]:
        raise NotThereError


def office_case(tools: Tools, visitor: Visitor | None, place: Place) -> At:
    """Staff, about a case that was submitted to their own office; drafts are nobody's but the citizen's.

    A case that tells of a protected address is there only for those who may see such cases.
    """
    office(tools, visitor, place)
    case = _case(tools, CaseAddress(place["case_id"]), place)
    if not case.submitted:
        raise NotThereError
    with tools.store.connect() as db:
        restricted = is_restricted(db, case.id)
    if restricted and not (visitor and visitor.sees_restricted):
        raise NotThereError
    return At(case)


def _at(tools: Tools, visitor: Visitor | None, place: Place) -> At:
    """The owner at the bare address; at an address of their own somebody who takes part, and may today."""
    address: CaseAddress = place["case_id"]
    if visitor is None or visitor.staff:
        raise LoginNeededError(staff=False)
    case = _case(tools, address, place)
    if address.participant_id is None:
        if case.owner_id != visitor.account_id:
            raise NotThereError
        return At(case)
    return At(case, _participant(tools, visitor, address, place))


def _participant(tools: Tools, visitor: Visitor, address: CaseAddress, place: Place) -> ParticipantRow:
    """Whoever has come to work at the office is a proxy there no more, from their first log-in as staff on."""
    with tools.store.connect() as db:
        found = address.participant_id and find_participant(db, address.participant_id)
    if not found or (found.case_id, found.account_id) != (address.case_id, visitor.account_id):
        raise NotThereError
    if why := found.lost(tools.today()):
        raise GroundLostError(why)
    if found.capacity == PROXY:
        refuse_staff(tools, visitor.person.national_id, place["municipality"])
    return found


def _case(tools: Tools, address: CaseAddress, place: Place) -> CaseRow:
    with tools.store.connect() as db:
        case = find_case(db, address.case_id)
    if case is None or case.municipality != place["municipality"]:
        raise NotThereError
    return case
