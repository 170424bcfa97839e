"""Who may give a power of attorney, to whom, for what, and until when."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from forms.document import content
from forms.journeys.power_of_attorney.giver import GiverForm
from forms.journeys.power_of_attorney.limits import LimitsForm
from forms.journeys.power_of_attorney.proxy import ProxyForm
from forms.journeys.power_of_attorney.scope import ScopeForm
from forms.journeys.registry import samples
from forms.signers import LAW, Signer, signers
from forms.situation import Person
from forms.stepform import StepForm
from forms.walk import Walk
from tests.unit.forms.declarations.walking import (
    CHILD,
    FIFTEEN,
    POWER,
    SENDER,
    SEVENTEEN,
    asked,
    facts,
    offered,
    walked,
)
from tests.unit.forms.invented import HERE, STILLE

NAME = {"subject_given_name": "Frisk", "subject_family_name": "Skogsti"}
NEPHEW = samples("power_of_attorney")[0].answers["proxy"]
UNTIL = samples("power_of_attorney")[0].answers["limits"]
AT = datetime(2026, 12, 1, 11, 3, tzinfo=UTC)


def faults(form: StepForm) -> dict[str, str]:
    form.validate()
    return {fault.anchor: fault.message for fault in form.faults()}


def giver(number: str, **saved: str) -> GiverForm:
    return GiverForm(replace(HERE, submitter=Person("Frisk Skogsti", number)), None, NAME | saved)


@pytest.mark.parametrize("number", [STILLE.national_id, SEVENTEEN])
def test_from_sixteen_one_gives_it_without_being_asked_for_an_age(number: str) -> None:
    assert faults(giver(number)) == {}
    assert "subject_age" not in [question.name for question in giver(number).questions()]


@pytest.mark.parametrize(("number", "oldest"), [(FIFTEEN, False), (CHILD, True)])
def test_a_number_that_may_be_a_childs_is_asked_about_and_who_is_younger_is_told_who_can(
    number: str, *, oldest: bool
) -> None:
    """Nobody is 115; somebody may be 106."""
    assert list(faults(giver(number))) == ["subject_age"]
    told = faults(giver(number, subject_age="younger"))["subject_age"]
    assert "Du må være 16 år" in told
    assert "foreldrene eller vergen" in told
    assert (faults(giver(number, subject_age="older")) == {}) is oldest


def test_whoever_is_to_get_it_may_fill_in_and_nobody_else_for_another() -> None:
    walk = walked(POWER, HERE, submitter_role="proxy")
    assert offered(walk, "role", "submitter_role") == {"self", "proxy"}
    assert not {"address-protection", "you", "contact", "proxy"} & {step.slug for step in walk.path}
    assert signers(walk.now) == (Signer("principal", LAW["principal"], required=True),)
    assert signers(walked(POWER, HERE).now) == ()


def proxy(**saved: Any) -> dict[str, str]:
    return faults(ProxyForm(HERE, None, {**NEPHEW, **saved}))


NUMBER: dict[str, Any] = {"proxy_known_by": "number", "proxy_birth_date": None}


@pytest.mark.parametrize(
    ("saved", "at", "said"),
    [
        ({"proxy_known_by": None}, "proxy_known_by", "fødselsdato eller nummer"),
        ({"proxy_birth_date": None}, "proxy_birth_date-day", "Skriv fødselsdatoen"),
        ({"proxy_birth_date": "2008-12-02"}, "proxy_birth_date-day", "18 år eller eldre"),
        (NUMBER, "proxy_national_id", "11 sifrene"),
        ({**NUMBER, "proxy_national_id": CHILD}, "proxy_of_age", "velge en annen"),
        ({**NUMBER, "proxy_national_id": STILLE.national_id}, "proxy_national_id", "eget nummer"),
        ({**NUMBER, "proxy_national_id": "27816949897"}, "proxy_national_id", "stemmer ikke"),
        ({"proxy_not_staff": False}, "proxy_not_staff", "velge en annen"),
        ({"proxy_phone": ""}, "proxy_phone", "telefonnummer"),
        ({"proxy_name": ""}, "proxy_name", "navnet"),
    ],
)
def test_a_proxy_is_known_of_age_and_not_at_the_office(saved: dict[str, Any], at: str, said: str) -> None:
    found = proxy(**saved)
    assert list(found) == [at]
    assert said in found[at]


@pytest.mark.parametrize(
    "saved",
    [
        {},
        {"proxy_birth_date": "2008-12-01"},
        {**NUMBER, "proxy_national_id": "27816949896"},
        {**NUMBER, "proxy_national_id": CHILD, "proxy_of_age": True},
    ],
)
def test_a_birth_date_or_a_number_is_enough(saved: dict[str, Any]) -> None:
    assert proxy(**saved) == {}


def test_an_organisation_has_a_number_that_holds_and_somebody_to_talk_with() -> None:
    whole = samples("power_of_attorney")[1].answers["proxy"]
    assert faults(ProxyForm(HERE, None, whole)) == {}
    wrong = {**whole, "proxy_organisation_number": "986252931", "proxy_contact": ""}
    assert list(faults(ProxyForm(HERE, None, wrong))) == ["proxy_organisation_number", "proxy_contact"]


def test_something_must_be_allowed_and_sharing_is_not_unless_it_is_said() -> None:
    form = ScopeForm(HERE)
    assert list(faults(form)) == ["scope"]
    assert form["scope_sharing"].data == "no"
    assert form["copy_to_giver"].data == "yes"


def test_an_address_is_asked_for_only_where_letters_go_there() -> None:
    assert "proxy_address" in asked(walked(POWER, HERE, scope="receive_letters"))
    assert not {"proxy_address", "copy_to_giver"} & asked(walked(POWER, HERE, scope="talk"))
    hidden = walked(POWER, HERE, scope="receive_letters", address_protected="yes")
    assert not {"proxy_address", "subject_address"} & asked(hidden)
    assert POWER.restricted(hidden.now)


def limits(**saved: Any) -> dict[str, str]:
    return faults(LimitsForm(HERE, None, {**UNTIL, **saved}))


@pytest.mark.parametrize(
    ("saved", "at"),
    [
        ({"withdraw_info": False}, ["withdraw_info"]),
        ({"valid_from": "later"}, ["valid_from_date-day"]),
        ({"valid_from": "later", "valid_from_date": "2026-12-01"}, ["valid_from_date-day"]),
        ({"valid_from": "later", "valid_from_date": "2027-12-31"}, []),
        ({"valid_from": "later", "valid_from_date": "2028-01-01"}, ["valid_to-day"]),
        ({"valid_to": "2026-12-01"}, ["valid_to-day"]),
        ({"valid_to": None}, []),
        ({"valid_from": "at_once", "valid_from_date": "2028-01-01"}, []),
        ({"case_limit": None}, ["case_limit"]),
        ({"case_description": ""}, ["case_description"]),
    ],
)
def test_it_ends_after_it_begins(saved: dict[str, Any], at: list[str]) -> None:
    assert list(limits(**saved)) == at


def test_one_chooses_among_ones_own_cases_and_never_among_declarations() -> None:
    walk = walked(POWER, SENDER)
    assert offered(walk, "limits", "case_reference") == {"V-5555-5555", "unlisted"}
    assert "V-5555-5555" in facts(content(walk, "V-1"))["Gjelder"]


def sample_walk(number: int) -> Walk:
    sample = samples("power_of_attorney")[number]
    return Walk(POWER, replace(HERE, submitter=sample.submitter, answers=sample.answers))


def test_the_office_sees_the_essentials_over_the_answers() -> None:
    assert facts(content(sample_walk(0), "V-1")) == {
        "Fullmakt fra": "Stille Bjørkeløv",
        "Fullmakt til": "Rolig Fjellvind",
        "Fullmektigen kan": "Søke om tjenester; Snakke med kommunen om saken; Få brev fra kommunen; Klage",
        "Kan si ja til deling": "Nei",
        "Gjelder": "Søknaden om koordinator som jeg skal sende i desember.",
        "Varighet": "Fra dagen kommunen får den, til og med 31. desember 2027",
    }
    other = facts(content(sample_walk(1), "V-1"))
    assert other["Fullmakt til"] == "Foreningen Sammen på veien ved Varm Morgendis"
    assert other["Varighet"] == "Fra 4. januar 2027, uten siste dag"
    assert other["Gjelder"].startswith("Alle sakene mine")


def test_it_holds_from_the_moment_it_came_in_or_from_the_later_day() -> None:
    first, later = (walk.received(AT)[0] for walk in (sample_walk(0), sample_walk(1)))
    assert first.value == "1. desember 2026 kl. 12.03"
    assert later.value == "4. januar 2027"


def test_the_giver_is_told_how_it_is_used_and_taken_back() -> None:
    told = " ".join(POWER.afterwards(sample_walk(0).now))
    for words in ("gjelder nå", "kopi til fullmektigen", "på siden om saken"):
        assert words in told


def test_what_is_signed_is_that_it_is_given_freely() -> None:
    made = content(sample_walk(0), "V-1")
    assert made.declarations[1].startswith("Jeg gir fullmakten frivillig")


BORN = "1957-03-14"
OWN = "Dette er ditt eget navn"


@pytest.mark.parametrize("name", ["Stille Bjørkeløv", "  stille  BJØRKELØV ", "Stille Marie Bjørkeløv"])
def test_nobody_gives_a_power_of_attorney_to_oneself_by_name_and_birth_date(name: str) -> None:
    assert proxy(proxy_name=name, proxy_birth_date=BORN)["proxy_name"].startswith(OWN)


def test_nor_by_the_name_that_one_has_just_written() -> None:
    told = {"role": {"submitter_role": "self"}, "you": NAME}
    own = {"proxy_name": "Frisk Skogsti", "proxy_birth_date": BORN}
    assert OWN in faults(ProxyForm(HERE.with_answers(told), None, {**NEPHEW, **own}))["proxy_name"]


@pytest.mark.parametrize(
    ("name", "born"),
    [("Stille Bjørkeløv", "1958-03-14"), ("Rolig Fjellvind", BORN), ("Stille Fjellvind", BORN)],
)
def test_a_namesake_and_a_twin_may_have_it(name: str, born: str) -> None:
    assert proxy(proxy_name=name, proxy_birth_date=born) == {}
