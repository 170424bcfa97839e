from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forms.fields.identity_number import IdentityNumber, masked
from forms.language import Language
from forms.validators import ages, is_identity_number
from tests.unit.forms.invented import HERE, HOSTILE, again, asked

NUMBER = IdentityNumber("Fødselsnummer", missing="Skriv nummeret.")
SYNTHETIC = (
    "01819095090", "29824095084", "41819095084", "14835749828", "19851199708", "21868449893", "02894149976",
    "27816949896", "11909049875", "05927849730", "52879049970", "08820999828", "23848849855", "30873649816",
    "16910399954", "04886549631", "17882099989", "09899349811", "05918249925", "25925949909", "01814849852",
    "20829549914", "47906701517",
)  # fmt: skip
RULE_OF_2032 = ("02013299997", "30108299920", "30108299939")
"""Published by Skatteetaten as examples; the last one holds by the new rule only."""


@pytest.mark.parametrize("number", SYNTHETIC)
def test_invented_people_are_let_in_only_where_that_is_allowed(number: str) -> None:
    assert asked(NUMBER, [number]).faults() == []
    assert asked(NUMBER, [number], instead=replace(HERE, synthetic=False)).faults()


@pytest.mark.parametrize("number", RULE_OF_2032)
def test_the_rule_of_2032_holds_already(number: str) -> None:
    assert asked(NUMBER, [number], instead=replace(HERE, synthetic=False)).faults() == []


@pytest.mark.parametrize("number", RULE_OF_2032)
@given(data=st.data())
def test_one_wrong_digit_at_the_end_is_noticed(number: str, data: st.DataObject) -> None:
    last = data.draw(st.sampled_from([digit for digit in "0123456789" if digit != number[-1]]))
    assert not is_identity_number(number[:-1] + last, synthetic=True)


@pytest.mark.parametrize(
    "number",
    [
        "01819095091",  # wrong control digit
        "31829095184",  # 31 February
        "00000000000",
        "0181909509",
        "018190950900",
        "٠١٨١٩٠٩٥٠٩٠",  # Arabic digits
        "０１８１９０９５０９０",  # full width
        "81010199999",  # help number of the health sector
        "01419000083",
        "9" * 200,
        *HOSTILE,
    ],
)
def test_what_is_no_number_is_refused_and_stays_as_typed(number: str) -> None:
    question = asked(NUMBER, [number])
    assert question.faults()
    assert question.data == number


@pytest.mark.parametrize(
    "typed", [" 018190 95090 ", "018190\u00a095090", "018190\t95090", "0 1 8 1 9 0 9 5 0 9 0"]
)
def test_blanks_do_not_matter(typed: str) -> None:
    question = again(NUMBER, asked(NUMBER, [typed]))
    assert question.faults() == []
    assert question.stored() == "01819095090"
    assert question.shown(Language()) == "018190 95090"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("14835A49828", "bare siffer"),
        ("148357-49828", "bare siffer"),
        ("O4886549631", "bare siffer"),
        ("148357 4982", "11 siffer"),
        ("148357 49829", "stemmer ikke"),
    ],
)
def test_what_is_wrong_with_a_number_is_said(typed: str, said: str) -> None:
    assert said in asked(NUMBER, [typed]).faults()[0].message


def test_a_masked_number_shows_the_birth_date_only() -> None:
    assert masked("14835749828") == "148357 *****"
    assert masked("") == ""


def test_the_century_is_not_taken_from_the_number() -> None:
    today = date(2026, 12, 1)
    assert ages("14835749828", today) == (69,)
    assert ages("17882099989", today) == (106, 6)
    assert ages("52879049970", today) == (36,)


def test_a_leap_day_counts_in_the_century_that_has_it() -> None:
    assert ages("29820000000", date(2026, 12, 1)) == (26,)


@given(st.integers(0, 10**11 - 1))
def test_any_eleven_digits_are_judged_without_an_exception(number: int) -> None:
    assert is_identity_number(f"{number:011}", synthetic=True) in {True, False}
