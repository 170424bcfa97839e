from dataclasses import replace

import pytest
from werkzeug.datastructures import MultiDict

from forms.acting import acting_as
from forms.blocks.enclosed import RelativesForm
from forms.blocks.submitter import AddressProtectionForm
from forms.document import content
from forms.fields.choice import Choice
from forms.fields.rows import add_row
from forms.journeys.registry import sample
from forms.language import Language
from forms.municipality import municipality
from forms.walk import Walk
from tests.unit.forms.coordination.walking import COORDINATION, asked, facts, offered, slugs, walked
from tests.unit.forms.invented import HERE, LETTER, STILLE


def test_no_service_at_all_is_no_hindrance_either() -> None:
    answers = {
        **sample("coordination"),
        "services": {**sample("coordination")["services"], "current_services": []},
    }
    assert Walk(COORDINATION, replace(HERE, answers=answers)).unsound() == ()


def test_a_paper_of_another_answer_does_not_count_as_authorization() -> None:
    strict = replace(HERE, municipality=municipality("kristiansand"), files={"rep_document": (LETTER,)})
    walk = walked(
        strict, submitter_role="nearest_relative", subject_national_id="02894149976", rep_authority="none"
    )
    assert "Fullmakt mangler" in facts(content(walk, "V-1"))
    assert len(content(walk, "V-1").attachments) == 1  # the one of the step for attachments


@pytest.mark.parametrize(
    ("role", "authority", "number", "lacks"),
    [
        ("parent", "parental_responsibility", "17882099989", False),
        ("parent", "parental_responsibility", "08820999828", True),  # 17 years: decides alone
        ("verge", "guardianship", "02894149976", False),
        ("proxy", "lawyer", "02894149976", True),
        ("nearest_relative", "none", "02894149976", True),
        ("health_worker", "none", "02894149976", False),
        ("partner", "none", "02894149976", False),
        ("child_welfare", "child_welfare", "17882099989", False),
        ("child_welfare", "none", "17882099989", False),
        ("partner", "power_of_attorney", "02894149976", True),  # claims one, and sends it later
        ("staff_assisting", "", "02894149976", False),
    ],
)
def test_an_authorization_lacks_only_where_one_is_needed(
    role: str, authority: str, number: str, *, lacks: bool
) -> None:
    strict = replace(HERE, municipality=municipality("kristiansand"))
    wanted = {"submitter_role": role, "subject_national_id": number, "staff_assistance": "yes"}
    walk = walked(strict, **wanted, rep_authority=authority, rep_document_when="later")
    assert ("Fullmakt mangler" in facts(content(walk, "V-1"))) is lacks


def test_where_the_municipality_asks_for_no_authorization_none_lacks() -> None:
    assert not HERE.municipality.proxy_policy.require_written_authorization
    walk = walked(submitter_role="nearest_relative", subject_national_id="02894149976", rep_authority="none")
    assert "Fullmakt mangler" not in facts(content(walk, "V-1"))


def test_protection_is_asked_before_any_place() -> None:
    order = [question.name for step in COORDINATION.steps for question in step.form(HERE)]
    places = ("subject_address", "gp", "living", "safe_contact_when", "coordinator_wish_workplace")
    assert all(order.index("address_protected") < order.index(place) for place in places)


@pytest.mark.parametrize("way", ["phone", "contact_person"])
def test_who_shall_be_rung_must_give_a_number(way: str) -> None:
    answers = {"address_protected": "yes", "safe_contact": way, "safe_contact_person": "Varm Morgendis"}
    form = AddressProtectionForm(HERE, None, answers)
    assert not form.validate()
    assert [fault.anchor for fault in form.faults()] == ["safe_contact_phone"]
    assert not AddressProtectionForm(HERE, None, answers | {"safe_contact_phone": "ring meg"}).validate()
    assert AddressProtectionForm(HERE, None, answers | {"safe_contact_phone": "33171000"}).validate()


def test_a_relative_who_may_be_contacted_has_a_number() -> None:
    relative = {"name": "Varm Morgendis", "may_contact": "yes"}
    form = RelativesForm(HERE, None, {"relatives": [relative]})
    assert not form.validate()
    assert [fault.anchor for fault in form.faults()] == ["relatives-0-phone"]
    for better in ({"phone": "33171000"}, {"may_contact": "no"}):
        assert RelativesForm(HERE, None, {"relatives": [relative | better]}).validate()


@pytest.mark.parametrize(
    "role",
    ["verge", "proxy", "future_proxy", "nearest_relative", "health_worker", "partner", "child_welfare"],
)
def test_whoever_acts_for_another_says_where_to_write_to_them(role: str) -> None:
    walk = walked(HERE, submitter_role=role, subject_national_id="02894149976")
    assert "rep_address" in asked(walk)
    assert "rep_address" not in asked(walked(HERE))


def test_where_an_address_is_protected_only_the_safe_way_leads_to_anybody() -> None:
    walk = walked(submitter_role="proxy", address_protected="yes", safe_contact="letter", copy_to="proxy")
    assert not {"rep_phone", "rep_address", "subject_phone", "decision_contact"} & asked(walk)


def test_a_safe_way_is_asked_for_only_where_an_address_is_protected() -> None:
    assert "safe_contact" not in asked(walked())
    assert {"safe_contact", "safe_contact_phone"} <= asked(
        walked(address_protected="yes", safe_contact="phone")
    )
    assert "safe_contact_phone" not in asked(walked(address_protected="yes", safe_contact="letter"))


@pytest.mark.parametrize(
    ("phone", "door", "said"),
    [
        ("33 17 10 00", "Byskogveien 5", "Ring oss eller møt opp"),
        ("33 17 10 00", None, "Ring oss hvis"),
        (None, "Byskogveien 5", "Møt opp hvis"),
        (None, None, "dem som står under «Trenger du hjelp?»"),
    ],
)
def test_who_has_a_protected_address_is_offered_only_what_the_office_has(
    phone: str | None, door: str | None, said: str
) -> None:
    office = HERE.municipality.office.model_copy(update={"phone": phone, "visiting_address": door})
    here = replace(HERE, municipality=HERE.municipality.model_copy(update={"office": office}))
    form = AddressProtectionForm(here, None, {"address_protected": "yes"})
    assert said in form["address_protected"].description
    way = form["safe_contact"]
    assert isinstance(way, Choice)
    assert way.offered("attendance") is bool(door)


@pytest.mark.parametrize("role", ["parent", "verge", "proxy", "partner"])
def test_only_relatives_and_health_workers_are_asked_what_makes_it_hard_to_decide(role: str) -> None:
    assert "capacity_note" not in asked(walked(submitter_role=role))
    assert "capacity_note" in asked(walked(submitter_role="health_worker"))


def test_a_health_worker_is_not_told_that_health_workers_assess() -> None:
    hints = {role: capacity_hint(role) for role in ("nearest_relative", "health_worker")}
    assert "helsepersonell som vurderer" in hints["nearest_relative"]
    assert "vurder" not in hints["health_worker"]
    assert hints["health_worker"]


def capacity_hint(role: str) -> str:
    walk = walked(submitter_role=role)
    step = walk.step("own-view")
    assert step
    return str(walk.form(step)["capacity_note"].description)


def test_a_relative_is_somebodys_by_the_right_word() -> None:
    assert relation_label("self") == "Hva er den pårørende for deg?"
    assert relation_label("proxy") == "Hva er den pårørende for personen?"


def relation_label(role: str) -> str:
    walk = walked(submitter_role=role, subject_national_id="02894149976")
    step = walk.step("relatives")
    assert step
    form = walk.form(step, add_row(MultiDict(), "relatives"))
    row = form["relatives"].rows[0]  # type: ignore[attr-defined]
    return str(row.say(row["relation"].label.text))


def test_a_child_coordinator_is_offered_for_children_and_those_expected_only() -> None:
    assert "child_coordinator" not in offered(walked(), "request", "request_types")
    child = {"submitter_role": "parent", "subject_national_id": "17882099989"}
    expected = {"submitter_role": "parent", "subject_no_id": "expected_child"}
    born = {"submitter_role": "parent", "subject_no_id": "no_number"}
    for wanted in (child, expected, born):
        assert "child_coordinator" in offered(walked(HERE, **wanted), "request", "request_types")


def test_what_is_offered_is_the_municipalitys_choice() -> None:
    asks_for_needs = municipality("larvik").model_copy(
        update={"request_types": ["services_general", "not_sure"]}
    )
    walk = walked(replace(HERE, municipality=asks_for_needs), request_types="services_general")
    assert offered(walk, "request", "request_types") == {"services_general", "not_sure"}
    assert not {"coordination", "coordinator"} & set(slugs(walk))


def test_a_child_that_is_expected_has_a_due_date_and_neither_name_nor_view() -> None:
    walk = walked(submitter_role="parent", subject_no_id="expected_child", request_types="child_coordinator")
    assert "due_date" in asked(walk)
    assert not {"subject_given_name", "subject_national_id", "subject_birth_date", "subject_view"} & asked(
        walk
    )
    assert facts(content(walk, "V-1"))["Gjelder"] == "Ventet barn, termin 1. desember 2026"


def test_a_child_is_expected_only_by_those_who_may_expect_one() -> None:
    assert "expected_child" not in offered(walked(submitter_role="proxy"), "subject", "subject_no_id")
    assert "expected_child" in offered(walked(submitter_role="parent"), "subject", "subject_no_id")


def test_a_due_date_left_behind_does_not_make_a_child_expected() -> None:
    walk = walked(submitter_role="parent", subject_no_id="expected_child", request_types="child_coordinator")
    subject = {
        **walk.answers["subject"],
        "subject_no_id": "has_number",
        "subject_national_id": "30873649816",
        "subject_given_name": "Mild",
        "subject_family_name": "Granskog",
    }
    now = Walk(COORDINATION, walk.situation.with_answers({**walk.situation.answers, "subject": subject}))
    assert "other-parent" not in slugs(now)
    assert "child_coordinator" not in offered(now, "request", "request_types")
    assert [step.slug for step in now.unsound()] == ["subject", "representative", "own-view", "request", "gp"]
    assert "termin" not in content(now, "V-1").model_dump_json()


def test_the_log_in_decides_who_applies_for_themselves() -> None:
    walk = walked()
    you = walk.step("you")
    assert you
    form = you.form(walk.now, None, {**walk.answers["you"], "subject_national_id": "16910399954"})
    assert form.stored()["subject_national_id"] == STILLE.national_id
    fresh = you.form(walk.now)
    assert (fresh["subject_given_name"].data, fresh["subject_family_name"].data) == ("Stille", "Bjørkeløv")


def test_the_language_of_the_pages_is_proposed_for_the_answer() -> None:
    step = walked().step("language")
    assert step
    assert step.form(replace(HERE, language=Language("nn")))["preferred_language"].data == "nn"


def test_nobody_applies_for_another_with_their_own_number() -> None:
    walk = walked(submitter_role="proxy", subject_national_id="02894149976")
    saved = {**walk.answers["subject"], "subject_national_id": STILLE.national_id}
    subject = walk.step("subject")
    assert subject
    form = subject.form(walk.now, None, saved)
    assert not form.validate()
    assert form.faults()[0].message.startswith("Dette er ditt eget nummer.")


def test_the_proxy_says_who_gets_the_answer() -> None:
    assert "copy_to" in asked(walked(submitter_role="proxy", subject_national_id="02894149976"))
    assert "copy_to" in asked(walked(submitter_role="verge", subject_national_id="02894149976"))
    assert "copy_to" not in asked(
        walked(submitter_role="nearest_relative", subject_national_id="02894149976")
    )


def test_an_answer_that_is_urgent_is_seen_at_once() -> None:
    assert facts(content(walked(urgent="yes"), "V-1"))["Haster"]
    assert "Haster" not in facts(content(walked(urgent="no"), "V-1"))


@pytest.mark.parametrize(
    ("requests", "answer", "settled"),
    [
        ("individual_plan", "Ja", True),
        ("individual_plan coordinator", "Ja", True),
        ("coordinator", "Nei", False),
    ],
)
def test_who_has_asked_for_a_plan_is_not_asked_again_and_the_document_says_so(
    requests: str, answer: str, *, settled: bool
) -> None:
    walk = walked(request_types=requests, wants_plan="no")
    step = walk.step("coordination")
    assert step
    (row,) = (row for row in walk.rows(step) if row.question.name == "wants_plan")
    assert (row.text, row.question.settled) == (answer, settled)


def test_who_is_unsure_is_not_asked_for_a_plan() -> None:
    assert "wants_plan" not in asked(walked(request_types="not_sure"))


def test_the_questions_speak_of_the_person_where_another_fills_in() -> None:
    own = content(walked(), "V-1").model_dump_json()
    other = content(
        walked(submitter_role="proxy", subject_national_id="02894149976"), "V-1"
    ).model_dump_json()
    assert "Hva trenger du hjelp til?" in own
    assert "Hva trenger personen hjelp til?" in other
    assert "Hva trenger du hjelp til?" not in other


def test_the_role_is_named_for_signature_and_document() -> None:
    assert acting_as(walked()) == "den det gjelder"
    assert acting_as(Walk(COORDINATION, HERE)) == ""
