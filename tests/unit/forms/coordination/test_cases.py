"""The catalogue's cases of people who apply, as far as asking and writing down goes."""

from dataclasses import replace

import pytest

from forms.document import content
from forms.journeys.registry import sample, samples
from forms.municipality import municipality
from forms.situation import Person, Situation
from forms.walk import Walk
from tests.unit.forms.coordination.walking import COORDINATION, asked, facts, offered, slugs, walked
from tests.unit.forms.invented import HERE, TODAY


def test_p01_one_service_today_is_no_hindrance_and_the_office_is_addressed() -> None:
    walk = Walk(COORDINATION, replace(HERE, answers=sample("coordination")))
    assert walk.unsound() == ()
    made = content(walk, "V-1")
    assert made.letterhead.office == "Tjenestekontoret"
    assert made.letterhead.lines[0] == "Byskogveien 5, 3257 LARVIK"
    assert facts(made) == {"Gjelder": "Stille Bjørkeløv", "Fylt ut av": "Stille Bjørkeløv, den det gjelder"}
    assert municipality("larvik").promised_time is None


def test_p03_a_nephew_without_authorization_can_finish_and_the_office_sees_what_lacks() -> None:
    nephew = Situation(
        municipality("kristiansand"), Person("Rolig Fjellvind", "27816949896"), TODAY, synthetic=True
    )
    uncle = {"submitter_role": "nearest_relative", "subject_national_id": "02894149976"}
    later = walked(nephew, **uncle, rep_authority="power_of_attorney", rep_document_when="later")
    assert facts(content(later, "V-1"))["Fullmakt mangler"] == "Blir sendt etterpå."
    none = walked(nephew, **uncle, rep_authority="none")
    assert facts(content(none, "V-1"))["Fullmakt mangler"] == "Er ikke lagt ved."
    with_paper = walked(nephew, **uncle, rep_authority="power_of_attorney", rep_document_when="now")
    assert "Fullmakt mangler" not in facts(content(with_paper, "V-1"))


def test_p06_an_old_d_number_is_a_number_like_others() -> None:
    walk = walked(replace(HERE, submitter=Person("Mild Havgap", "52879049970")))
    shown = [one.answer for section in content(walk, "V-1").sections for one in section.answers]
    assert "528790 49970" in shown


@pytest.mark.parametrize("answer", ["yes", "not_digital"])
def test_p08_a_protected_address_leaves_no_place_anywhere(answer: str) -> None:
    open_walk = walked(
        replace(HERE, submitter=Person("Taus Nordlys", "23848849855")), coordinator_wish_has="yes"
    )
    places = (
        "Gate subject_address",
        "Svar på gp",
        "Svar på living_text",
        "Svar på coordinator_wish_workplace",
    )
    for place in places:
        assert place in content(open_walk, "V-1").model_dump_json()
    protected = {"address_protected": answer, "safe_contact": "attendance"}
    answers = {**open_walk.situation.answers, "address-protection": protected}
    walk = Walk(COORDINATION, open_walk.situation.with_answers(answers))
    assert walk.unsound() == ()
    for place in places:
        assert place not in content(walk, "V-1").model_dump_json()
    assert facts(content(walk, "V-1"))["Skjermet"] == "Begrens hvem som får se saken."
    assert COORDINATION.restricted(walk.now)
    assert not COORDINATION.restricted(open_walk.now)


def test_p09_a_daughter_tells_what_is_hard_and_nothing_decides_over_the_mother() -> None:
    mother = {"submitter_role": "nearest_relative", "subject_national_id": "30873649816"}
    walk = walked(HERE, **mother, capacity_note="yes", rep_authority="none")
    assert {"subject_view", "capacity_note", "capacity_note_text"} <= asked(walk)
    own_view = walk.step("own-view")
    assert own_view
    assert walk.form(own_view)["subject_view"].missing
    assert "other-parent" not in slugs(walk)


def test_p10_sami_letters_stay() -> None:
    name = "Áile Ŋurra Čáhcešáddi Đievžu Ŧoal"
    walk = walked(replace(HERE, submitter=Person(name, "16910399954")), subject_given_name="Áile Ŋurra")
    assert "Áile Ŋurra" in content(walk, "V-1").model_dump_json()


def test_p11_staff_who_help_say_where_they_work_and_represent_nobody() -> None:
    walk = walked(submitter_role="staff_assisting", subject_national_id="04886549631")
    assert {"own_office", "own_initials"} <= asked(walk)
    assert not {"staff_assistance", "staff_assistance_office"} & asked(walk)  # that they help is said already
    assert "representative" not in slugs(walk)
    role = walk.step("role")
    assert role
    form = role.form(HERE, None, {"submitter_role": "staff_assisting"})
    assert not form.validate()
    assert [fault.anchor for fault in form.faults()] == ["own_office", "own_initials"]


def test_all_others_are_asked_whether_staff_helped_and_who() -> None:
    walk = walked(submitter_role="parent", staff_assistance="yes", subject_national_id="17882099989")
    assert {"staff_assistance_office", "staff_assistance_initials"} <= asked(walk)
    assert "own_office" not in asked(walk)


def test_p12_a_mother_applies_for_a_child_of_six_and_tells_that_the_father_does_not_know() -> None:
    mother = next(one for one in samples("coordination") if one.name == "child")
    walk = Walk(COORDINATION, replace(HERE, submitter=mother.submitter, answers=mother.answers))
    assert walk.unsound() == ()
    assert "child_coordinator" in offered(walk, "request", "request_types")
    assert {"subject_view", "child_condition", "other_parent"} <= asked(walk)
    own_view = walk.step("own-view")
    assert own_view
    assert not walk.form(own_view)["subject_view"].missing  # under seven: may be told, need not


def test_p13_a_long_description_is_kept_whole() -> None:
    text = ("<b>x\t👩‍👩‍👧‍👦\n" * 1200)[:11_900]
    walk = walked(need_description=text)
    assert any(one.answer == text for section in content(walk, "V-1").sections for one in section.answers)
