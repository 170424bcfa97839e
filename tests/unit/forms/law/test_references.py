"""Which paragraph is right: the table of topics, on the days around every change."""

from datetime import date

import pytest

from forms.language import Code
from forms.law.references import ACTS, TOPICS, Reference, places
from tests.unit.forms.law.languages import language

TODAY = date(2026, 11, 22)

RIGHT_TODAY = {
    "individual_plan": "pbrl § 2-5, hol § 7-1, sphl § 2-5",
    "individual_plan_elsewhere": "sotjl §§ 28 og 33, navl § 15, bvl § 15-9, phvl § 4-1",
    "contact_doctor": "pbrl § 2-5 a, sphl § 2-5 c",
    "coordinator": "pbrl § 2-5 b, hol § 7-2, sphl § 2-5 a",
    "child_coordinator": "pbrl § 2-5 c, hol § 7-2 a, sphl § 2-5 a",
    "coordinating_unit": "hol § 7-3, sphl § 2-5 b",
    "temporary_exceptions": "pbrl § 2-5 d, hol § 7-2 b",
    "necessary_services": "pbrl § 2-1, hol §§ 3-1, 3-2, 3-2 a, 3-6 og 3-8",
    "user_controlled_personal_assistance": "pbrl § 2-1 d, hol § 3-8",
    "carer_support": "pbrl § 2-8, hol § 3-6",
    "administration_act": "pbrl § 2-7, hol § 2-2",
    "participation": "pbrl §§ 3-1–3-5",
    "answer_on_quality": "pbrl § 3-7",
    "decision_competence": "pbrl §§ 4-1–4-7",
    "child_as_party": "pbrl § 6-5",
    "appeal": "pbrl §§ 7-2, 7-3, 7-5, 7-7 og 7-8",
    "appeal_on_nav": "fvl kapittel VI, ipf § 11",
    "appeal_on_child_welfare": "bvl § 12-9, ipf § 11",
    "reasons": "fvl §§ 24 og 29",
    "party_access": "fvl § 18",
    "late_appeal": "fvl § 31",
    "handling_time": "fvl § 11 a",
    "supervision_request": "pbrl §§ 7-4 og 7-4 a, hol § 12-3",
    "serious_incident_report": "pbrl § 7-6, hol § 12-3 a, sphl § 3-3 a",
    "patient_and_user_ombud": "pbrl §§ 8-1–8-8",
    "duty_to_notify": "hpl § 38 a",
    "confidentiality_of_health_personnel": "hpl § 21",
    "consent_to_sharing": "hpl § 22",
    "sharing_for_care": "hpl § 25",
    "objection_to_sharing": "hpl § 29",
    "confidentiality_of_administration": "hol § 12-1, fvl §§ 13–13 e",
    "children_consent": "pbrl § 4-4",
    "child_heard": "pbrl § 4-4",
    "parents_informed": "pbrl § 3-4",
    "parental_responsibility": "bl §§ 30 og 37",
    "heard_from_15": "fvl §§ 16, 17 og 27",
    "child_welfare_consents": "pbrl §§ 4-4 og 4-5",
    "guardian_of_child": "vgml § 16",
    "guardian_of_adult": "pbrl § 4-7, vgml §§ 20 og 21",
    "lasting_power_of_attorney": "vgml §§ 78–83",
    "proxy": "pbrl § 7-2, fvl § 12",
    "nearest_relative": "pbrl §§ 1-3, 3-1, 3-3 og 4-6",
    "guidance": "fvl §§ 11 og 12",
}


def written(topic: str, day: date) -> str:
    return ", ".join(f"{place.act} {place.paragraphs}" for place in places(topic, day))


def test_every_topic_has_its_paragraphs() -> None:
    assert {topic: written(topic, TODAY) for topic in TOPICS} == RIGHT_TODAY


@pytest.mark.parametrize(
    ("topic", "last_day", "before", "after"),
    [
        ("objection_to_sharing", date(2026, 6, 30), "hpl § 25", "hpl § 29"),
        ("temporary_exceptions", date(2028, 6, 30), "pbrl § 2-5 d, hol § 7-2 b", ""),
        (
            "necessary_services",
            date(2024, 5, 31),
            "pbrl § 2-1 a, hol §§ 3-1, 3-2, 3-2 a, 3-6 og 3-8",
            RIGHT_TODAY["necessary_services"],
        ),
        ("appeal", date(2019, 6, 30), "pbrl §§ 7-2, 7-3, 7-5 og 7-6", RIGHT_TODAY["appeal"]),
    ],
)
def test_a_paragraph_changes_on_its_day(topic: str, last_day: date, before: str, after: str) -> None:
    assert (written(topic, last_day), written(topic, date.fromordinal(last_day.toordinal() + 1))) == (
        before,
        after,
    )


def test_every_act_has_a_name_and_every_name_an_act() -> None:
    named = {place.act for dated in TOPICS.values() for entry in dated.entries for place in entry.value}
    assert named == set(ACTS)


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("nb", "pasient- og brukerrettighetsloven § 2-5 b"),
        ("nn", "pasient- og brukarrettslova § 2-5 b"),
        ("en", "the Patients’ and Users’ Rights Act § 2-5 b"),
    ],
)
def test_a_reference_is_written_out_in_the_readers_language(code: Code, name: str) -> None:
    assert Reference("pbrl", "§ 2-5 b").shown(language(code)) == name
