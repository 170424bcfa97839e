"""Who sent a case and whom it is about, in each way that somebody may act for another."""

from dataclasses import replace
from typing import Any

import pytest

from forms.blocks.circumstances import EXPECTED
from forms.powers import HeldPower
from forms.situation import Person
from tests.unit.forms.invented import HERE, RASK, STILLE, TODAY
from wizard.archive_message.matter import Who
from wizard.archive_message.who import Both, of_form, of_paper, of_what_belongs_to

MYK = Person("Myk Havgløtt", "21868449893")
NOBODY = Person("", "")
CHILD = {
    "subject_no_id": "has_number",
    "subject_national_id": RASK.national_id,
    "subject_given_name": "Rask",
    "subject_family_name": "Elveblest",
}
OF_STILLE, OF_RASK = Who(STILLE.name, STILLE.national_id), Who(RASK.name, RASK.national_id)


def form(acting: str, subject: dict[str, str] | None = None) -> Both:
    answers = {"role": {"submitter_role": acting}, "subject": CHILD if subject is None else subject}
    return of_form(replace(HERE, submitter=MYK, answers=answers), MYK)


@pytest.mark.parametrize("acting", ["parent", "verge", "proxy", "future_proxy", "nearest_relative"])
def test_who_acts_for_another_is_the_sender_and_a_party(acting: str) -> None:
    assert form(acting) == Both(Who(MYK.name, MYK.national_id, acting), OF_RASK)  # type: ignore[arg-type]  # each of these is one


@pytest.mark.parametrize("acting", ["child_welfare", "health_worker", "partner"])
def test_who_tells_of_somebody_at_work_is_no_party(acting: str) -> None:
    assert form(acting) == Both(Who(MYK.name, MYK.national_id), OF_RASK)


def test_what_staff_write_down_is_the_word_of_whom_it_is_about() -> None:
    assert form("staff_assisting") == Both(OF_RASK, OF_RASK)


def test_whom_nothing_is_told_of_is_nobody() -> None:
    assert form("health_worker", {}).subject is None
    assert form("parent", CHILD | {"subject_no_id": EXPECTED}).subject is None


def test_by_a_power_that_was_given_here_it_is_about_its_giver() -> None:
    power = HeldPower(
        "V-2345-6789", STILLE, ("apply",), one_case=False, about="", first_day=TODAY, last_day=None
    )
    both = of_form(replace(HERE, submitter=MYK, power=power), MYK)
    assert both == Both(Who(MYK.name, MYK.national_id, "proxy"), OF_STILLE)


def paper(owner: Person, subject: dict[str, str] = CHILD, **sender: str) -> Both:
    answers: dict[str, Any] = {"subject": subject, "sender": sender}
    return of_paper(replace(HERE, answers=answers), owner)


def test_on_paper_somebody_writes_for_themselves() -> None:
    assert paper(RASK, sent_by="self") == Both(OF_RASK, OF_RASK)


def test_a_number_that_staff_added_to_a_paper_is_told_though_it_does_not_stand_there() -> None:
    unread = CHILD | {"subject_no_id": "no_number"}
    assert paper(RASK, unread, sent_by="self").subject == OF_RASK
    assert paper(NOBODY, unread, sent_by="self").subject == Who(RASK.name)


@pytest.mark.parametrize("by", ["verge", "proxy", "future_proxy"])
def test_on_paper_another_acts_in_their_place(by: str) -> None:
    told = {"sent_by": by, "sender_name": MYK.name}
    assert paper(RASK, CHILD, **told) == Both(Who(MYK.name, "", by), OF_RASK)  # type: ignore[arg-type]  # each of these is one


def test_a_parent_on_paper_owns_the_case_and_their_number_is_theirs() -> None:
    told = {"sent_by": "parent", "sender_name": MYK.name}
    unread = CHILD | {"subject_no_id": "no_number"}
    assert paper(MYK, CHILD, **told) == Both(Who(MYK.name, MYK.national_id, "parent"), OF_RASK)
    assert paper(MYK, unread, **told).subject == Who(RASK.name), "the owner's number is not the child's"
    expected = {"subject_no_id": EXPECTED}
    assert paper(MYK, expected, **told) == Both(Who(MYK.name, MYK.national_id, "parent"), None)


def test_a_power_on_paper_is_its_givers_whoever_brings_it() -> None:
    assert paper(RASK, sent_by="proxy") == Both(OF_RASK, OF_RASK)


def test_what_belongs_to_an_earlier_case_is_about_whom_that_was_about() -> None:
    for_child = Both(Who(MYK.name, MYK.national_id, "parent"), OF_RASK)
    assert of_what_belongs_to(for_child, MYK) == for_child
    own = Both(OF_STILLE, OF_STILLE)
    assert of_what_belongs_to(own, STILLE) == own
    by_proxy = Both(Who(MYK.name, MYK.national_id, "proxy"), OF_STILLE)
    assert of_what_belongs_to(by_proxy, STILLE) == own, "the giver sends for herself"
