"""Who gets the letters, as whoever fills in is told: by the row, by the answer, and by what the power lets."""

from dataclasses import replace
from datetime import date

import pytest

from forms.naming import POWER_OF_ATTORNEY
from forms.powers import HeldPower
from forms.representation.told import standing
from forms.situation import FileInfo, Person
from forms.walk import Walk
from tests.unit.forms.coordination.walking import walked
from tests.unit.forms.invented import HERE

ADULT, SIX = "30873649816", "17882099989"
PAPER = {"rep_document": (FileInfo("1", "fullmakt.pdf", 10, "application/pdf", ""),)}
WITH_PAPER = replace(HERE, files=PAPER)


def letters(walk: Walk) -> str:
    told = standing(walk.now)
    assert told
    return dict(told.rows)["Får brevene"]


def of_proxy(copy_to: str, when: str = "now", number: str = ADULT) -> Walk:
    told = {"submitter_role": "proxy", "subject_national_id": number, "rep_authority": "power_of_attorney"}
    return walked(WITH_PAPER, **told, rep_document_when=when, copy_to=copy_to)


@pytest.mark.parametrize(
    ("copy_to", "expected"),
    [
        ("person", "Den det gjelder"),
        ("proxy", "Fullmektigen"),
        ("person proxy", "Den det gjelder og fullmektigen"),
    ],
)
def test_it_is_as_was_chosen(copy_to: str, expected: str) -> None:
    assert letters(of_proxy(copy_to)) == expected


def test_nobody_gets_them_before_their_paper_has_come() -> None:
    assert letters(of_proxy("proxy", "later")) == "Den det gjelder"
    assert letters(of_proxy("proxy", "later", SIX)) == "De som har foreldreansvar"


def test_a_power_without_letters_gives_none() -> None:
    power = HeldPower(
        "V-1",
        Person("Stille", ADULT),
        ("apply",),
        one_case=False,
        about="",
        first_day=date(2026, 1, 1),
        last_day=None,
    )
    by_power = replace(HERE, power=power)
    assert letters(walked(by_power, subject_national_id=ADULT)) == "Den det gjelder"
    lets = replace(by_power, power=replace(power, scope=("apply", "receive_letters")))
    assert letters(walked(lets, subject_national_id=ADULT, copy_to="proxy")) == "Fullmektigen"


def test_whoever_asks_for_a_power_acts_for_nobody_yet() -> None:
    asked = replace(of_proxy("proxy").now, naming=POWER_OF_ATTORNEY)
    assert standing(asked) is None
