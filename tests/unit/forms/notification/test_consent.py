"""Consent comes before anything of the person, goes by age, and its lack hides every free text."""

import re
from dataclasses import replace

import pytest

from forms.acting import acting_as
from forms.document import content
from forms.fields.choice import Choice
from forms.fields.text import Text
from tests.unit.forms.notification.walking import NOTIFICATION, NUMBERS, at, names, offered, walked
from tests.unit.forms.whole import facts, told

BASIS = {"legal_basis_without_consent": "danger"}
WITHOUT = {"subject_consents": "not_asked", "legal_basis_without_consent": "none"}


def test_consent_is_asked_before_who_it_is_and_before_every_free_text_about_them() -> None:
    order = [step.slug for step in NOTIFICATION.steps]
    assert order.index("consent") < order.index("legal-basis") < order.index("subject")
    assert order.index("legal-basis") < min(map(order.index, ("informed", "need", "proposal", "reply")))


@pytest.mark.parametrize("said", ["no", "not_asked"])
def test_without_a_basis_nothing_can_be_written_of_the_person_and_it_can_be_sent(said: str) -> None:
    walk = walked("namsos", subject_consents=said, legal_basis_without_consent="none")
    lines = {
        question.name for step in walk.path for question in walk.form(step) if isinstance(question, Text)
    }
    assert lines == {"notifier_title", "notifier_workplace", "notifier_phone", "legal_basis_text"}
    assert "legal_basis_text" not in names(walk)
    assert walk.unsound() == ()
    assert walk.marks == ("call_notifier",)
    assert facts(content(walk, "V-1"))["Gjelder"] == "Ikke oppgitt"
    assert any("uten navn" in text for text in told(walk, "call"))


def test_what_was_told_under_a_basis_is_gone_when_the_basis_is() -> None:
    walk = walked("namsos")
    before = content(walk, "V-1").model_dump_json()
    answers = dict(walk.situation.answers)
    assert "Svar på need_reason" in before
    assert "Svar på subject_given_name" in before
    answers["consent"] = {"subject_consents": "not_asked"}
    answers["legal-basis"] = {"legal_basis_without_consent": "none"}
    answers["call"] = {"call_when": "morning"}
    after = replace(walk, situation=walk.situation.with_answers(answers))
    written = content(after, "V-1").model_dump_json()
    assert "Svar på need_reason" not in written
    assert "Svar på subject_given_name" not in written
    assert NUMBERS["grown_up"][:6] not in written
    assert NOTIFICATION.about(after.now) == "Uten navn"


def test_the_warning_shows_where_to_ask_without_names() -> None:
    page = " ".join(told(walked("namsos", **WITHOUT), "legal-basis"))
    assert "74 21 71 00" in page
    assert "uten å si hvem det gjelder" in page
    here = at("kristiansand")
    office = here.municipality.office.model_copy(update={"phone": None})
    without = replace(here, municipality=here.municipality.model_copy(update={"office": office}))
    silent = " ".join(told(walked(without, **WITHOUT), "legal-basis"))
    assert "spør Forvaltning og koordinering først" in silent


def test_p07_a_girl_of_seventeen_says_yes_herself_and_her_parents_get_no_copy() -> None:
    walk = walked("namsos", subject_age_group="from_16")
    assert not {"yes_parents", "yes_guardian"} & offered(walk, "consent", "subject_consents")
    assert any("Foreldrene trenger ikke si ja" in text for text in told(walk, "consent"))
    assert "Får ikke kopi" in facts(content(walk, "V-1"))["Foreldrene"]


@pytest.mark.parametrize("group", ["under_12", "from_12", "unborn"])
def test_parents_say_yes_for_a_child_under_sixteen(group: str) -> None:
    wanted = {"subject_age_group": group, "subject_consents": "yes_parents"}
    walk = walked("namsos", **wanted)
    assert offered(walk, "consent", "subject_consents") == {"yes_parents", "no", "not_asked"}
    assert "Foreldrene" not in facts(content(walk, "V-1"))


def test_relatives_yes_counts_only_where_health_personnel_have_assessed_it() -> None:
    walk = walked("namsos")
    step = walk.step("consent")
    assert step
    asked = walk.form(step)["subject_consents"]
    assert isinstance(asked, Choice)
    hints = {option.value: option.hint for option in asked.choices}
    assert "helsepersonell har vurdert" in hints["yes_relatives"]


def test_who_has_said_no_has_said_no_to_sharing_for_care_too() -> None:
    basis = ("legal-basis", "legal_basis_without_consent")
    care = {"legal_basis_without_consent": "danger"}
    assert "care" in offered(walked("namsos", subject_consents="not_asked", **care), *basis)
    assert "care" not in offered(walked("namsos", subject_consents="no", **care), *basis)
    teacher = walked("namsos", notifier_type="school", subject_consents="not_asked", **care)
    assert "care" not in offered(teacher, *basis)


def test_another_rule_is_described_and_marked_for_the_office() -> None:
    rule = {"subject_consents": "not_asked", "legal_basis_without_consent": "authority"}
    walk = walked("namsos", **rule)
    assert {"legal_basis_text", "need_reason"} <= names(walk)
    assert walk.marks == ("no_consent",)


@pytest.mark.parametrize(
    ("group", "number"),
    [("from_12", NUMBERS["from_16"]), ("under_12", NUMBERS["grown_up"]), ("from_12", NUMBERS["from_12"])],
)
def test_a_number_of_another_age_is_told(group: str, number: str) -> None:
    walk = walked("namsos", subject_age_group=group, subject_consents="yes_parents")
    step = walk.step("subject")
    assert step
    form = step.form(walk.now, None, {**walk.answers["subject"], "subject_national_id": number})
    assert form.validate() is (number == NUMBERS[group])
    assert {fault.anchor for fault in form.faults()} <= {"subject_national_id"}


@pytest.mark.parametrize(
    ("kind", "named"),
    [
        ("municipal_health", "helsepersonell"),
        ("gp", "helsepersonell"),
        ("school", "samarbeidspartner"),
        ("nav", "samarbeidspartner"),
        ("child_welfare", "barnevernet"),
        ("relative", "pårørende"),
    ],
)
def test_documents_name_the_notifier_by_what_they_are(kind: str, named: str) -> None:
    walk = walked("namsos", notifier_type=kind)
    assert acting_as(walk) == named
    assert facts(content(walk, "V-1"))["Meldt av"] == f"Våken Fjellbekk, {named}"


def test_somebody_of_sixteen_or_seventeen_is_called_no_child() -> None:
    walk = walked("namsos", subject_age_group="from_16")
    texts = [
        question.say(text)
        for step in walk.path[walk.path.index(NOTIFICATION.steps[4]) :]
        if step.slug != "about"
        for question in walk.form(step)
        for text in (question.label.text, question.description, question.missing)
    ]
    assert any("ungdommen" in text for text in texts)
    assert [text for text in texts if re.search(r"\bbarn(?:et)?\b", text, re.IGNORECASE)] == []


@pytest.mark.parametrize("said", ["yes_written", "yes_oral"])
def test_who_has_said_yes_themselves_is_not_asked_about_once_more(said: str) -> None:
    for group in ("from_16", "grown_up"):
        asked = names(walked("namsos", subject_age_group=group, subject_consents=said, subject_informed="no"))
        assert not {"subject_informed", "subject_informed_why"} & asked
        assert "subject_view" in asked
    for other in ({"subject_consents": "yes_relatives"}, {"subject_consents": "no"} | BASIS):
        assert "subject_informed_why" in names(walked("namsos", subject_informed="no", **other))
