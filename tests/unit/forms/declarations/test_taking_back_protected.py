"""What is taken back tells as much of somebody as what was given: it is kept from the same eyes."""

from dataclasses import replace

import pytest

from forms.document import content
from forms.journey import Journey
from forms.situation import SentCase
from forms.walk import Walk
from tests.unit.forms.declarations.walking import (
    REVOCATION,
    SENDER,
    SENT,
    WITHDRAWAL,
    asked,
    facts,
    slugs,
    walked,
)

BOTH = pytest.mark.parametrize("journey", [REVOCATION, WITHDRAWAL], ids=lambda one: one.slug)
ONE, SEVERAL = "V-3333-3333", "V-3333-3333 V-4444-4444"


def hidden(*references: str) -> tuple[SentCase, ...]:
    return tuple(replace(case, restricted=case.reference in references) for case in SENT)


def taken_back(journey: Journey, *restricted: str, **wanted: str) -> Walk:
    """Of somebody of whose cases these tell of a protected address."""
    return walked(journey, replace(SENDER, sent=hidden(*restricted)), **wanted)


@pytest.mark.parametrize("chosen", [ONE, SEVERAL, f"{SEVERAL} unlisted"])
def test_a_withdrawal_of_what_is_restricted_is_restricted(chosen: str) -> None:
    walk = taken_back(WITHDRAWAL, ONE, consent_reference=chosen)
    assert WITHDRAWAL.restricted(walk.now)
    assert facts(content(walk, "V-1"))["Skjermet"]
    assert "address_protected" not in asked(walk), "it is known already"
    assert not WITHDRAWAL.restricted(taken_back(WITHDRAWAL, consent_reference=chosen).now)


def test_the_second_of_several_counts_as_the_first_does() -> None:
    assert WITHDRAWAL.restricted(taken_back(WITHDRAWAL, "V-4444-4444", consent_reference=SEVERAL).now)
    assert not WITHDRAWAL.restricted(taken_back(WITHDRAWAL, "V-4444-4444", consent_reference=ONE).now)


def test_a_revocation_of_what_is_restricted_is_restricted() -> None:
    walk = taken_back(REVOCATION, "V-2222-2222")
    assert REVOCATION.restricted(walk.now)
    assert facts(content(walk, "V-1"))["Skjermet"]
    assert not REVOCATION.restricted(taken_back(REVOCATION).now)


@BOTH
def test_of_one_given_on_paper_it_is_asked_whose_address_is_protected(journey: Journey) -> None:
    unlisted = {"poa_reference": "unlisted", "consent_reference": "unlisted"}
    told = taken_back(journey, **unlisted, address_protected="yes")
    assert {"address_protected", "safe_contact"} <= asked(told)
    assert journey.restricted(told.now)
    assert facts(content(told, "V-1"))["Skjermet"]
    plain = taken_back(journey, **unlisted)
    assert "address_protected" in asked(plain)
    assert not journey.restricted(plain.now)
    assert "address_protected" not in asked(taken_back(journey))


def test_an_answer_to_what_is_not_asked_any_more_restricts_nothing() -> None:
    told = taken_back(WITHDRAWAL, consent_reference="unlisted", address_protected="yes")
    what = dict(told.situation.answers["withdrawal"]) | {"consent_reference": [ONE]}
    answers = {**told.situation.answers, "withdrawal": what}
    changed = Walk(WITHDRAWAL, told.situation.with_answers(answers))
    assert "address_protected" not in asked(changed)
    assert not WITHDRAWAL.restricted(changed.now)


@BOTH
def test_taking_back_stays_few_pages(journey: Journey) -> None:
    for chosen in ("unlisted", ONE if journey is WITHDRAWAL else "V-2222-2222"):
        for role in ("self", "parent", "staff_assisting"):
            wanted = {"poa_reference": chosen, "consent_reference": chosen, "submitter_role": role}
            walk = walked(journey, SENDER, staff_assistance="yes", **wanted)
            assert len(slugs(walk)) <= 3, slugs(walk)
