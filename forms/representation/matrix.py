"""The matrix of representation, and which of its rows a case is in."""

from collections.abc import Iterator

from forms.acting import role
from forms.blocks import circumstances as are
from forms.representation.adults import ADULTS
from forms.representation.at_work import AT_WORK
from forms.representation.children import CHILDREN
from forms.representation.guardians import GUARDIANS
from forms.representation.row import Row
from forms.situation import Situation

MATRIX: tuple[Row, ...] = (*CHILDREN, *GUARDIANS, *ADULTS, *AT_WORK)
"""The first row that fits is the case's: what is said of an age comes before what is said of any."""

AGREES = "agrees"
"""The answer to ``other_parent`` by which both parents stand behind it."""


def row(situation: Situation) -> Row | None:
    """The case's row, as far as the answers tell; None where they do not fit any, such as before the role is known."""
    return next((one for one in MATRIX if _fits(one, situation)), None)


def _fits(one: Row, situation: Situation) -> bool:
    if role(situation) not in one.roles or not _by_right(one, situation):
        return False
    if one.scopes and situation.answer("representative", "guardian_scope") not in one.scopes:
        return False
    if one.relatives_accepted and not situation.municipality.proxy_policy.accept_relative_when_unable:
        return False
    if one.both_parents not in {None, agrees(situation)}:
        return False
    return one.expected in {None, are.expected_child(situation)} and _of_age(one, situation)


def _by_right(one: Row, situation: Situation) -> bool:
    """Where the right was not asked for, it is the one that goes with the role, or none."""
    authority = situation.answer("representative", "rep_authority")
    if authority is None:
        return role(situation) == one.roles[0] or "none" in one.authorities
    return not one.authorities or authority in one.authorities


def agrees(situation: Situation) -> bool:
    """Whether the other parent stands behind it, as whoever fills in tells."""
    return bool(situation.answer("other-parent", "other_parent") == AGREES)


def _of_age(one: Row, situation: Situation) -> bool:
    """Of two ages that a number allows, the lower: it asks for more care."""
    told = are.possible_ages(situation)
    return one.ages is None or (bool(told) and told[0] in one.ages)


def warnings(situation: Situation) -> Iterator[str]:
    """What whoever fills in should know, as source texts."""
    found = row(situation)
    yield from found.warnings if found else ()
