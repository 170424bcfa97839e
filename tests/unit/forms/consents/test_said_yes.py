"""What each form says yes to, one by one, and the very text that it was said to."""

from dataclasses import replace
from typing import Any

import pytest

from forms.agreed import VERSION, agreed, sha256
from forms.journeys.registry import journey, journeys, samples
from forms.marks import NO_AUTHORIZATION, OWN_CONSENT
from forms.situation import Situation
from forms.unsaid import nothing
from forms.walk import Walk
from forms.yes import PARENTS, Yes
from tests.unit.forms.declarations.walking import ADULT, CHILD, CONSENT, SEVENTEEN, walked
from tests.unit.forms.invented import HERE


def said(walk: Walk) -> list[Yes]:
    return list(walk.journey.says_yes(walk.now))


def sample_walk(slug: str, number: int = 0) -> Walk:
    sample = samples(slug)[number]
    situation = replace(HERE, submitter=sample.submitter, today=sample.today, answers=sample.answers)
    return Walk(journey(slug), situation)


def test_the_journeys_that_ask_for_a_yes_are_these() -> None:
    asking = {one.slug for one in map(journey, journeys()) if one.says_yes is not nothing}
    assert asking == {"consent", "care_services", "notification"}
    assert {
        one.slug
        for one in map(journey, journeys())
        if any(step.slug == "service-consent" for step in one.steps)
    } == {"care_services"}


@pytest.mark.parametrize(
    ("kinds", "expected"),
    [
        ("plan", ["plan"]),
        ("coordinator", ["coordinator"]),
        ("plan coordinator", ["plan", "coordinator"]),
        ("sharing", ["gp", "school"]),
        ("coordinator sharing", ["coordinator", "gp", "school"]),
    ],
)
def test_each_yes_is_one_thing_and_each_service_one_yes(kinds: str, expected: list[str]) -> None:
    walk = walked(CONSENT, HERE, consent_kind=kinds, share_from="gp school", share_to="school")
    assert [one.said.service or one.kind for one in said(walk)] == expected


def test_which_way_each_service_shares() -> None:
    walk = walked(CONSENT, HERE, consent_kind="sharing", share_from="gp nav", share_to="nav school")
    ways = {one.said.service: (one.said.gives, one.said.receives) for one in said(walk)}
    assert ways == {"gp": (True, False), "nav": (True, True), "school": (False, True)}


def test_help_has_no_last_day_and_sharing_always_has_one() -> None:
    walk = walked(CONSENT, HERE, consent_kind="plan sharing", share_from="gp", share_to="nav")
    assert [one.last_day is None for one in said(walk)] == [True, False, False]


@pytest.mark.parametrize(
    ("role", "number", "lacks"),
    [
        ("self", ADULT, ""),
        ("parent", CHILD, ""),
        ("parent", SEVENTEEN, OWN_CONSENT),
        ("child_welfare", SEVENTEEN, OWN_CONSENT),
        ("nearest_relative", CHILD, PARENTS),
        ("verge", ADULT, ""),
    ],
)
def test_who_cannot_say_yes_for_somebody_gives_nothing_that_holds(role: str, number: str, lacks: str) -> None:
    wanted = {"submitter_role": role, "subject_national_id": number, "consent_kind": "sharing"}
    walk = walked(CONSENT, HERE, share_from="gp", share_to="nav", **wanted)
    assert {(one.capacity, one.lacks) for one in said(walk)} == {(role, lacks)}


def test_where_the_written_authorization_is_wanted_and_missing_nothing_holds() -> None:
    policy = HERE.municipality.proxy_policy.model_copy(update={"require_written_authorization": True})
    strict: Situation = replace(
        HERE, municipality=HERE.municipality.model_copy(update={"proxy_policy": policy})
    )
    wanted = {"rep_authority": "power_of_attorney", "rep_document_when": "later"}
    walk = walked(
        CONSENT, strict, submitter_role="proxy", subject_national_id=ADULT, consent_kind="sharing", **wanted
    )
    assert {one.lacks for one in said(walk)} == {NO_AUTHORIZATION}


def test_staff_who_help_tell_whose_yes_it_is() -> None:
    wanted = {"submitter_role": "staff_assisting", "subject_national_id": ADULT, "consenter_role": "verge"}
    walk = walked(CONSENT, HERE, consent_kind="plan", **wanted)
    assert [(one.capacity, one.said.by) for one in said(walk)] == [("verge", "Svar på consenter_name")]


CARE: list[tuple[dict[str, Any], str]] = [
    ({"service_consent": "yes"}, "self"),
    ({"service_consent": "talk_first"}, ""),
]


@pytest.mark.parametrize(("answer", "capacity"), CARE)
def test_help_is_said_yes_to_where_the_municipality_asks(answer: dict[str, Any], capacity: str) -> None:
    sample = samples("care_services")[0]
    policy = HERE.municipality.proxy_policy.model_copy(update={"accept_relative_when_unable": True})
    there = replace(HERE, municipality=HERE.municipality.model_copy(update={"proxy_policy": policy}))
    answers = {**sample.answers, "service-consent": answer}
    walk = Walk(journey("care_services"), replace(there, submitter=sample.submitter, answers=answers))
    assert [one.capacity for one in said(walk)] == ([capacity] if capacity else [])
    elsewhere = replace(walk.situation, municipality=HERE.municipality)
    assert said(replace(walk, situation=elsewhere)) == [], "what is not asked gives nothing"


def test_a_notifier_tells_whose_yes_it_was() -> None:
    walk = sample_walk("notification")
    given = [(one.kind, one.capacity) for one in said(walk)]
    consented = walk.now.answer("consent", "subject_consents")
    assert given == ([("notifying", "self")] if consented in {"yes_written", "yes_oral"} else given)
    refused = {**walk.situation.answers, "consent": {"subject_consents": "no"}}
    assert said(replace(walk, situation=replace(walk.situation, answers=refused))) == []


WORDS = {
    ("consent", 0): "d66f8f863b900e2f51f228422ecbb5055d9ac0461f243ce8e0897689df86feaa",
    ("consent", 1): "9e4b450757c08812e1dedbd9e08a5b00ffaf6e98395ec7fcdb9a7076b56face1",
}
"""The hashes of the samples' texts in bokmål, as they are in ``VERSION``."""


@pytest.mark.parametrize(("slug", "number"), WORDS)
def test_whoever_changes_the_words_gives_them_a_new_version(slug: str, number: int) -> None:
    walk = sample_walk(slug, number)
    lines = [line for one in said(walk) for line in agreed(walk, one.steps)]
    assert (VERSION, sha256(lines)) == ("2026-11-27", WORDS[slug, number]), "change VERSION, and this line"


def test_the_text_holds_what_was_asked_answered_and_declared() -> None:
    walk = sample_walk("consent")
    plan, *_, last = said(walk)
    text = "\n".join(agreed(walk, plan.steps))
    for line in (
        "Ja til plan og koordinator",
        "Dette er bare et ja til selve hjelpen. Det gir ingen lov til å dele opplysninger.",
        "Én skriftlig plan som samler alle tjenestene.",
        "Jeg vil ikke at økonomien min skal stå i planen.",
        "Jeg sier ja frivillig, og opplysningene er riktige, så langt jeg vet.",
    ):
        assert line in text
    assert "Hjerteavdelingen" not in text
    assert "Hjerteavdelingen" in "\n".join(agreed(walk, last.steps))
