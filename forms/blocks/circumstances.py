"""What earlier answers mean for what is asked next: conditions of steps, each named for what it says."""

from datetime import date

from forms.acting import role
from forms.blocks.age_group import CHILDREN, UNBORN, age_group, fits
from forms.fields.yesno import NO
from forms.situation import Saved, Situation
from forms.validators import age, ages, is_identity_number

OF_AGE, PARENTS_DECIDE_TO, PARTY_FROM, OWN_VIEW = 18, 16, 12, 7
OLDEST = 110

OF_CHILDREN = ("parent", "child_welfare")
"""Roles that are about a child, as far as nothing else is known."""
AT_WORK = ("child_welfare", "health_worker", "partner", "staff_assisting")
MAY_EXPECT_CHILD = ("parent", "child_welfare", "health_worker", "partner", "staff_assisting")
HAS_NUMBER, NO_NUMBER, EXPECTED = "has_number", "no_number", "expected_child"
BORN = (HAS_NUMBER, NO_NUMBER)
YOUNGER, OLDER = "younger", "older"


def for_self(situation: Situation) -> bool:
    return role(situation) == "self"


def for_other(situation: Situation) -> bool:
    return role(situation) not in {"", "self"}


def represents(situation: Situation) -> bool:
    """Speaks in their own name for another. Staff write down what the person says, and represent nobody."""
    return for_other(situation) and role(situation) != "staff_assisting"


def protected(situation: Situation) -> bool:
    """A blocked address, or nobody may know: nothing that tells where somebody is may be asked.

    It has a page of its own; where pages must be few it stands beside the role.
    """
    told = {situation.answer(step, "address_protected") for step in ("address-protection", "role")}
    return bool(told - {None, NO})


def reachable(situation: Situation) -> bool:
    """An address may be asked for."""
    return not protected(situation)


def expected_child(situation: Situation) -> bool:
    return age_group(situation) == UNBORN or situation.answer("subject", "subject_no_id") == EXPECTED


def may_have_gp(situation: Situation) -> bool:
    """Who is born, and does not hide where they are."""
    return reachable(situation) and not expected_child(situation)


def for_born_other(situation: Situation) -> bool:
    return for_other(situation) and not expected_child(situation)


def possible_ages(situation: Situation) -> tuple[int, ...]:
    """The ages that the person may have: none for a child that is expected, two where nobody could tell which."""
    own = for_self(situation)
    told = own_ages(situation) if own else ages_told(situation.answers.get("subject", {}), situation)
    chosen = situation.answer("you" if own else "subject", "subject_age")
    if chosen == OLDER:
        return told[-1:]
    return told[:1] if chosen == YOUNGER or own_child(situation) else told


def own_ages(situation: Situation) -> tuple[int, ...]:
    """The ages that whoever fills in may have by their number, the lower first; nobody is as old as 111.

    By the birth date that is told at the counter where they have no number there; none where nothing is told.
    """
    number, born = situation.submitter.national_id, situation.answer("you", "subject_birth_date")
    if born and not number:
        return (age(date.fromisoformat(born), situation.today),)
    told = sorted(ages(number, situation.today)) if is_identity_number(number, synthetic=True) else []
    return tuple(years for years in told if years <= OLDEST) or tuple(told)


def ages_told(subject: Saved, situation: Situation) -> tuple[int, ...]:
    """The ages that somebody else's number or birth date allows, and their age group, the lowest first."""
    return tuple(sorted(years for years in _ages_by_id(subject, situation) if fits(situation, years)))


def _ages_by_id(subject: Saved, situation: Situation) -> tuple[int, ...]:
    kind, number, born = (
        subject.get(f"subject_{name}") or "" for name in ("no_id", "national_id", "birth_date")
    )
    if kind == NO_NUMBER and born:
        return (age(date.fromisoformat(born), situation.today),)
    sound = kind == HAS_NUMBER and is_identity_number(number, synthetic=situation.synthetic)
    return ages(number, situation.today) if sound else ()


def age_chosen(subject: Saved, situation: Situation) -> str | None:
    """Which of two ages it is, as whoever is known to the situation; None where the number tells it alone."""
    told, known = ages_told(subject, situation), possible_ages(situation)
    if len(told) < 2 or len(known) != 1:  # noqa: PLR2004 -- a number leaves two at most
        return None
    return YOUNGER if known == told[:1] else OLDER


def age_in_doubt(subject: Saved, situation: Situation) -> bool:
    """The number may be a child's or that of somebody of a hundred, and the role does not say whose."""
    told = ages_told(subject, situation)
    return not own_child(situation) and len(told) > 1 and told[0] < OF_AGE


def grown_up_child(subject: Saved, situation: Situation) -> bool:
    """A parent fills in for somebody who is of age: maybe their child, maybe a wrong number."""
    return role(situation) == "parent" and any(years >= OF_AGE for years in ages_told(subject, situation)[:1])


def may_be_child(situation: Situation) -> bool:
    return expected_child(situation) or any(years < OF_AGE for years in possible_ages(situation))


def about_child(situation: Situation) -> bool:
    """Somebody fills in for a child: by its age, and while that is unknown by the role."""
    told, expected = possible_ages(situation), expected_child(situation)
    if not told and not expected:
        return own_child(situation)
    return for_other(situation) and (expected or any(years < OF_AGE for years in told))


def own_child(situation: Situation) -> bool:
    """Before anything is known of the person: what the age group says, where it is asked, and else the role."""
    group = age_group(situation)
    return group in CHILDREN if group else role(situation) in OF_CHILDREN


def may_be_party(situation: Situation) -> bool:
    """A child for whom the parents decide, and who may be a party all the same if it understands the matter."""
    return for_other(situation) and any(
        PARTY_FROM <= years < PARENTS_DECIDE_TO for years in possible_ages(situation)
    )


def child_writes(situation: Situation) -> bool:
    """Somebody for whom the parents decide fills in alone. A number that allows two ages is no child's for sure."""
    told = possible_ages(situation)
    return for_self(situation) and bool(told) and told[-1] < PARENTS_DECIDE_TO


def young(situation: Situation) -> bool:
    """A child or young person fills in for themselves."""
    told = possible_ages(situation)
    return for_self(situation) and bool(told) and told[-1] < OF_AGE


def nothing_home(situation: Situation) -> bool:
    """Somebody under 18 who writes alone said that no letter may come to where they live, on the screen or on paper."""
    return bool(situation.answer("safe-place", "letters_home") == NO)


def may_be_written_to(situation: Situation) -> bool:
    return reachable(situation) and not nothing_home(situation)


def parents_decide(situation: Situation) -> bool:
    """Until the child is 16, those with parental responsibility need no authorization from it."""
    return expected_child(situation) or any(years < PARENTS_DECIDE_TO for years in possible_ages(situation))


def has_other_parent(situation: Situation) -> bool:
    return role(situation) == "parent" and parents_decide(situation)


def reached_apart(situation: Situation) -> bool:
    """A parent's phone and address are for the office alone: whoever else signs reads neither."""
    return bool(situation.answer("representative", "rep_apart"))


def own_view_expected(situation: Situation) -> bool:
    """From seven years a view must be told; of a younger child it may be."""
    return all(years >= OWN_VIEW for years in possible_ages(situation))


def requested(situation: Situation, *kinds: str) -> bool:
    chosen = situation.answer("request", "request_types") or ()
    return any(kind in chosen for kind in kinds)


def wants_coordination(situation: Situation) -> bool:
    return requested(situation, "individual_plan", "coordinator", "child_coordinator", "not_sure")
