"""Roughly how old somebody is: asked where it may not be told yet who it is."""

from forms.situation import Situation

UNDER_12, FROM_12, FROM_16, GROWN_UP, UNBORN = "under_12", "from_12", "from_16", "grown_up", "unborn"
AGES = {UNDER_12: range(12), FROM_12: range(12, 16), FROM_16: range(16, 18), GROWN_UP: range(18, 200)}
CHILDREN = (UNDER_12, FROM_12, FROM_16, UNBORN)
PARENTS_ANSWER = (UNDER_12, FROM_12, UNBORN)


def age_group(situation: Situation) -> str:
    """One of the groups; empty where it was not asked."""
    return situation.answer("age", "subject_age_group") or ""


def fits(situation: Situation, years: int) -> bool:
    """Whether somebody of that age is in the group that was told; all are where none was."""
    group = age_group(situation)
    return group not in AGES or years in AGES[group]
