"""What a form and its document tell of the power of attorney by which it is filled in."""

from dataclasses import replace
from datetime import date

import pytest

from forms.blocks.power import by_power, evidence
from forms.journeys.registry import journey, journeys
from forms.person import Person
from forms.powers import BEGUN_BY, CAN, SCOPE, HeldPower, may_begin
from forms.walk import Walk
from tests.unit.forms.invented import HERE

MYK = Person("Myk Havgløtt", "21868449893")
POWER = HeldPower(
    reference="V-2345-6789",
    principal=Person("Stille Bjørkeløv", "14835749828"),
    scope=("apply", "see_case"),
    one_case=False,
    about="",
    first_day=date(2026, 12, 1),
    last_day=date(2027, 2, 1),
)
BY_PROXY = replace(HERE, submitter=MYK, power=POWER)


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        (
            {},
            "V-2345-6789, gitt her. Fra 1. desember 2026 til og med 1. februar 2027. Omfatter: Søke om tjenester;",
        ),
        ({"last_day": None}, "Fra 1. desember 2026, uten siste dag."),
        ({"one_case": True, "about": "V-9999-9999"}, "Bare for saken V-9999-9999"),
        ({"one_case": True}, "Bare for den ene saken som står i fullmakten"),
    ],
)
def test_reference_period_scope_and_case_are_told(changed: dict[str, object], told: str) -> None:
    assert told in evidence(replace(BY_PROXY, power=replace(POWER, **changed)))  # type: ignore[arg-type]


def test_nothing_is_told_of_a_power_that_there_is_none_of() -> None:
    assert list(by_power(HERE)) == []
    assert evidence(HERE) == ""


def test_what_is_known_cannot_be_typed_over() -> None:
    walk = Walk(journey("coordination"), BY_PROXY)
    role = next(step for step in walk.path if step.slug == "role")
    assert walk.form(role).stored()["submitter_role"] == "proxy"
    walk = Walk(walk.journey, BY_PROXY.with_answers({"role": {"submitter_role": "parent"}}))
    subject = next(step for step in walk.path if step.slug == "subject")
    stored = walk.form(subject).stored()
    assert stored["subject_national_id"] == POWER.principal.national_id
    assert (stored["subject_given_name"], stored["subject_family_name"]) == ("Stille", "Bjørkeløv")


def test_every_key_that_opens_a_journey_can_be_given() -> None:
    given = {key for key, _ in CAN}
    assert {key for key, _ in SCOPE} < given
    assert {key for keys in BEGUN_BY.values() for key in keys} <= given
    assert set(BEGUN_BY) <= set(journeys())


def test_declarations_and_notifications_are_nobodys_to_give_for_another() -> None:
    everything = tuple(key for key, _ in CAN)
    for slug in ("power_of_attorney", "power_of_attorney_revocation", "notification", "consent_withdrawal"):
        assert not may_begin(slug, everything, "")
    assert may_begin("coordination", ("apply",), "")
    assert not may_begin("coordination", ("apply",), "V-9999-9999")
    assert may_begin("supplement", ("apply",), "V-9999-9999")
