"""Every way through ends in a document that says all that was asked, and nothing else."""

import itertools
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.contract import Content
from forms.document import OPEN, content
from forms.journey import Journey
from forms.journeys.consent.consenter import ROLES
from forms.journeys.registry import samples
from forms.question import Question
from forms.situation import Situation
from forms.walk import Walk
from tests.unit.forms.branches import drawn
from tests.unit.forms.declarations.walking import ADULT, ALL, CHILD, CONSENT, POWER, SENDER, walked
from tests.unit.forms.filling import walk_through
from tests.unit.forms.invented import HERE

KINDS = ("plan", "coordinator", "child_coordinator", "sharing", "plan coordinator sharing")


def questions(walk: Walk) -> list[Question]:
    return [question for step in walk.path for question in walk.form(step).questions()]


def assert_whole(walk: Walk, made: Content) -> None:
    assert walk.unsound() == ()
    printed = [row.question for step in walk.printed for row in walk.printed_rows(step)]
    asked = [(q.say(q.label.text), q.shown(walk.now.language) or OPEN) for q in printed]
    assert [(one.question, one.answer) for section in made.sections for one in section.answers] == asked
    names = [question.name for question in questions(walk)]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("journey", ALL, ids=lambda one: one.slug)
def test_the_samples_are_whole(journey: Journey) -> None:
    for sample in samples(journey.slug):
        situation = replace(HERE, submitter=sample.submitter, today=sample.today, answers=sample.answers)
        walk = Walk(journey, situation)
        assert_whole(walk, content(walk, "V-1"))


@pytest.mark.parametrize("situation", [HERE, SENDER], ids=["first", "sender"])
def test_every_branch_of_the_power_of_attorney(situation: Situation) -> None:
    scopes = ("apply", "receive_letters", "apply talk receive_letters see_case appeal withdraw")
    ways = itertools.product(
        ("no", "yes"), ("person", "organisation"), scopes, ("one_case", "all_cases"), ("at_once", "later")
    )
    for protected, kind, scope, limit, begins in ways:
        wanted = {
            "address_protected": protected,
            "proxy_kind": kind,
            "scope": scope,
            "case_limit": limit,
            "valid_from": begins,
        }
        walk = walked(POWER, situation, **wanted)
        assert_whole(walk, content(walk, "V-1"))
        assert not (protected == "yes" and {"subject_address", "proxy_address"} & names(walk))


def names(walk: Walk) -> set[str]:
    return {question.name for question in questions(walk)}


def test_every_branch_of_the_consent() -> None:
    for role, kind, number, protected in itertools.product(ROLES, KINDS, (ADULT, CHILD), ("no", "yes")):
        if role == "self" and (number == CHILD or kind == "child_coordinator"):
            continue
        wanted = {
            "submitter_role": role,
            "staff_assistance": "yes",
            "consent_kind": kind,
            "subject_national_id": number,
            "address_protected": protected,
        }
        walk = walked(CONSENT, HERE, **wanted)
        assert_whole(walk, content(walk, "V-1"))
        chosen = walk.now.answer("kinds", "consent_kind")
        assert ("sharing" in chosen) is ("topics" in names(walk))
        assert bool({"plan", "coordinator", "child_coordinator"} & set(chosen)) is (
            "help_limits" in names(walk)
        )


@given(st.data())
@pytest.mark.parametrize("journey", ALL, ids=lambda one: one.slug)
def test_whatever_is_chosen_it_comes_to_its_end(journey: Journey, data: st.DataObject) -> None:
    def pick(question: Question, values: list[str]) -> str:
        if question.name == "staff_assistance":
            return "yes"
        return drawn(data, question, values)

    walk = walk_through(journey, data.draw(st.sampled_from([HERE, SENDER])), pick)
    made = content(walk, "V-1")
    assert_whole(walk, made)
    assert made == content(walk, "V-1")
