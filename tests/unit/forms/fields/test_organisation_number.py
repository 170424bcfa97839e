import pytest

from forms.fields.organisation_number import OrganisationNumber
from forms.language import Language
from tests.unit.forms.invented import HOSTILE, asked

NUMBER = OrganisationNumber("Nummer")


@pytest.mark.parametrize("sent", ["986252932", "986 252 932", " 986\u00a0252\t932 "])
def test_nine_digits_with_the_right_control_digit_are_kept_as_digits(sent: str) -> None:
    question = asked(NUMBER, [sent])
    assert not question.errors
    assert question.stored() == "986252932"
    assert question.shown(Language()) == "986 252 932"


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ("98625293", "9 siffer"),
        ("9862529321", "9 siffer"),
        ("98625293a", "9 siffer"),
        ("986252933", "stemmer ikke"),
        ("٩٨٦٢٥٢٩٣٢", "9 siffer"),
        *((text, "9 siffer") for text in HOSTILE),
    ],
)
def test_anything_else_is_told_and_kept(sent: str, said: str) -> None:
    question = asked(NUMBER, [sent])
    assert said in question.errors[0]
    assert question.data
