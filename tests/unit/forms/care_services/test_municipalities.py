"""What a municipality wants decides what is asked: the need alone, named services, a wish, a yes to the help."""

import re
from dataclasses import replace

import pytest

from forms.document import content
from forms.fields.choice import Choice
from forms.municipality import municipalities
from forms.walk import Walk
from tests.unit.forms.care_services.walking import (
    ADULT,
    CARE_SERVICES,
    CHILD,
    FIFTEEN,
    at,
    names,
    offered,
    walked,
)
from tests.unit.forms.filling import first, walk_through
from tests.unit.forms.whole import assert_whole, facts, told

NAMED = "hjemmesykepleie|avlastning|støttekontakt|omsorgsstønad|trygghetsalarm|dagaktivitet|fysioterapi|BPA"
PARENT = {
    "submitter_role": "parent",
    "subject_national_id": FIFTEEN,
    "rep_authority": "parental_responsibility",
}
DAUGHTER = {"submitter_role": "nearest_relative", "subject_national_id": ADULT, "rep_authority": "none"}


def shown(walk: Walk) -> str:
    """Every text of the questions, as it is read."""
    parts: list[str] = []
    for step in walk.path:
        for question in walk.form(step):
            parts += map(question.say, (question.label.text, question.description, question.missing))
            if isinstance(question, Choice):
                parts += [question.say(text) for option in question.choices for text in option[1:]]
    return "\n".join(parts)


def test_porsgrunn_asks_for_the_need_and_names_no_service() -> None:
    walk = walked("porsgrunn")
    assert not {"services_wanted", "services_needed_text"} & names(walk)
    assert re.findall(NAMED, shown(walk), re.IGNORECASE) == []
    assert "hjemmesykepleie" in shown(walked("senja")).lower()


@pytest.mark.parametrize("place", ["senja", "namsos"])
def test_where_coordinators_have_a_form_of_their_own_the_request_is_told_by_itself(place: str) -> None:
    walk = walked(place, request_types="coordinator")
    need = walk.step("need")
    assert need
    assert walk.form(need)["request_types"].settled
    assert walk.rows(need)[0].text == "Helse- og omsorgstjenester"
    assert walk.step("request") is None


def test_in_porsgrunn_help_in_general_is_chosen_beforehand_and_a_coordinator_may_be_added() -> None:
    walk = walked("porsgrunn")
    request = walk.step("request")
    assert request
    assert request.form(replace(walk.now, answers={}))["request_types"].data == ["services_general"]
    assert offered(walk, "request", "request_types") == {
        "services_general",
        "individual_plan",
        "coordinator",
        "not_sure",
    }
    assert "child_coordinator" in offered(walked("porsgrunn", **PARENT), "request", "request_types")
    assert not {"coordination_problem", "wants_plan", "services_needed_text"} & names(walk)


@pytest.mark.parametrize(
    ("asked_for", "asks", "leaves_out"),
    [
        ("coordinator", "coordination_problem wants_plan services_needed_text", "child_condition"),
        ("individual_plan", "coordination_problem wants_plan services_needed_text", "child_condition"),
        ("child_coordinator", "coordination_problem child_condition services_needed_text", "wants_plan"),
        ("not_sure", "coordination_problem services_needed_text", "child_condition wants_plan"),
    ],
)
def test_what_the_guide_promises_in_porsgrunn_can_be_asked_for_there(
    asked_for: str, asks: str, leaves_out: str
) -> None:
    walk = walked("porsgrunn", **PARENT, request_types=f"services_general {asked_for}")
    assert set(asks.split()) <= names(walk)
    assert not set(leaves_out.split()) & names(walk)
    assert {"coordinator_wish_has"} <= names(walk)
    assert re.findall(NAMED, shown(walk), re.IGNORECASE) == []
    assert_whole(walk, content(walk, "V-1"))


def test_everybody_can_ask_for_a_plan_and_a_coordinator_in_every_municipality() -> None:
    for place in municipalities().values():
        own_form = "coordination" in place.journeys
        assert own_form or (place.one_form and "care_services" in place.journeys)
        assert {"individual_plan", "coordinator", "child_coordinator"} <= set(place.request_types)


@pytest.mark.parametrize("place", sorted(municipalities()))
def test_a_wish_for_a_coordinator_is_taken_where_the_municipality_takes_it(place: str) -> None:
    walk = walked(place)
    assert ("coordinator_wish_has" in names(walk)) is municipalities()[place].coordinator_wish


def test_p14_a_wish_and_its_reason_stand_in_the_document() -> None:
    made = content(walked("porsgrunn", coordinator_wish_has="yes"), "V-1").model_dump_json()
    for name in ("name", "workplace", "why"):
        assert f"Svar på coordinator_wish_{name}" in made


def test_who_decides_over_the_wish_is_told() -> None:
    assert "Virksomheten der koordinatoren arbeider, bestemmer til slutt." in shown(walked("porsgrunn"))
    assert "bestemmer til slutt" not in shown(walked("senja"))


@pytest.mark.parametrize("place", ["senja", "namsos"])
def test_elsewhere_services_may_be_named_and_none_must(place: str) -> None:
    walk = walked(place)
    step = walk.step("services-wanted")
    assert step
    assert not walk.form(step)["services_wanted"].missing
    assert {"home_nursing", "respite_care", "support_contact", "not_known", "other"} <= offered(
        walk, "services-wanted", "services_wanted"
    )


def test_a_relative_in_porsgrunn_may_describe_and_lacks_nothing() -> None:
    walk = walked("porsgrunn", **DAUGHTER)
    assert any("krever ikke fullmakt" in text for text in told(walk, "representative"))
    assert "Fullmakt mangler" not in facts(content(walk, "V-1"))
    assert told(walked("senja", **DAUGHTER), "representative") == []


def test_only_namsos_asks_for_a_yes_to_the_help() -> None:
    for place in municipalities():
        assert ("service_consent" in names(walked(place))) is (place == "namsos")


def test_the_person_says_yes_and_parents_do_for_a_child() -> None:
    assert offered(walked("namsos", **DAUGHTER), "service-consent", "service_consent_by") == {
        "person",
        "guardian",
        "relatives",
        "nobody",
    }
    child = walked("namsos", **{**PARENT, "subject_national_id": CHILD})
    assert offered(child, "service-consent", "service_consent_by") == {
        "parents",
        "guardian",
        "child_welfare",
        "nobody",
    }


def test_p09_nothing_says_that_the_mother_cannot_decide() -> None:
    walk = walked("namsos", **DAUGHTER, capacity_note="yes", service_consent_by="relatives")
    assert {"subject_view", "capacity_note"} <= names(walk)
    page = "\n".join(told(walk, "service-consent"))
    assert "Helsepersonell vurderer dette." in page
    assert "pårørende eller verge si ja" in page
    written = page + content(walk, "V-1").model_dump_json()
    assert not re.search("kompetan|mangler evne|kan ikke samtykke", written, re.IGNORECASE)
    assert "Fullmakt mangler" not in facts(content(walk, "V-1"))


def test_p02_a_child_of_fifteen_may_be_party_and_one_of_six_not_yet() -> None:
    party = "Barn fra 12 år har egne rettigheter i saken når de forstår hva den handler om."
    walk = walked("porsgrunn", **PARENT)
    assert party in told(walk, "own-view")
    assert facts(content(walk, "V-1"))["Barnets rett"] == party
    small = walked("porsgrunn", **{**PARENT, "subject_national_id": CHILD})
    assert told(small, "own-view") == []
    assert "Barnets rett" not in facts(content(small, "V-1"))


def test_one_form_for_all_that_names_services_asks_for_a_plan_and_coordinator_too() -> None:
    senja = at("senja")
    types = ["services_general", "individual_plan", "coordinator"]
    here = replace(senja, municipality=senja.municipality.model_copy(update={"request_types": types}))
    chosen = first({"submitter_role": "self", "address_protected": "no", "request_types": "coordinator"})
    walk = walk_through(CARE_SERVICES, here, chosen)
    assert {"coordination_problem", "coordinator_wish_has"} <= names(walk)
    assert_whole(walk, content(walk, "V-1"))
