import pytest
from werkzeug.datastructures import MultiDict

from forms.fields.choice import Choice
from forms.fields.choices import Choices
from forms.fields.declaration import Declaration
from forms.fields.yesno import YesNo
from forms.language import Language
from forms.situation import Situation
from forms.stepform import StepForm
from tests.unit.forms.invented import HERE, HOSTILE, again, asked

COLOURS = (("red", "Rød"), ("green", "Grønn", "som gress"), ("blue", "Blå"))
ONE = Choice("Farge", choices=COLOURS, missing="Velg en farge.")
SEVERAL = Choices("Farger", choices=COLOURS, missing="Velg minst en farge.")
SURE = YesNo("Sikker?", missing="Velg ja eller nei.")
DECLARED = Declaration("Jeg mener det.", missing="Kryss av.")


def test_a_listed_value_is_kept_and_shown_by_its_label() -> None:
    question = again(ONE, asked(ONE, ["green"]))
    assert question.stored() == "green"
    assert question.shown(Language()) == "Grønn"
    assert question.choices[1] == ("green", "Grønn", "som gress")  # type: ignore[attr-defined]


@pytest.mark.parametrize("kind", [ONE, SEVERAL, SURE])
@pytest.mark.parametrize("value", ["Red", "red ", "ja", "False", "0", "off", "\ufffd", *HOSTILE])
def test_a_value_that_is_not_offered_is_refused_and_never_kept(kind: Choice, value: str) -> None:
    question = asked(kind, [value])
    assert "som står her" in question.faults()[0].message
    assert not question.stored()


@pytest.mark.parametrize("sent", [["red", "blue"], ["red", "red"], ["red"] * 500])
def test_two_values_for_one_choice_are_refused(sent: list[str]) -> None:
    question = asked(ONE, sent)
    assert "flere svar" in question.faults()[0].message
    assert question.stored() is None


def test_a_saved_value_that_is_no_longer_offered_does_not_hold() -> None:
    assert asked(ONE, saved="purple").faults()
    assert asked(SEVERAL, saved=["red", "purple"]).faults()


def test_several_values_are_kept_in_the_order_of_the_list() -> None:
    question = again(SEVERAL, asked(SEVERAL, ["blue", "red"]))
    assert question.stored() == ["red", "blue"]
    assert question.shown(Language()) == "Rød\nBlå"


def test_five_hundred_values_are_refused() -> None:
    assert asked(SEVERAL, ["red"] * 500).faults()


@pytest.mark.parametrize("kind", [ONE, SEVERAL, SURE, DECLARED])
def test_nothing_chosen_is_missing(kind: Choice) -> None:
    assert len(asked(kind, []).faults()) == 1
    assert not asked(kind, []).shown(Language())


def test_only_yes_declares() -> None:
    question = again(DECLARED, asked(DECLARED, ["yes"]))
    assert question.stored() is True
    assert question.shown(Language()) == "Ja"


@pytest.mark.parametrize("value", ["nei", "no", "False", "0", "off", "on", "true", "YES", "y"])
def test_anything_else_is_no_declaration(value: str) -> None:
    question = asked(DECLARED, [value])
    assert "som står her" in question.faults()[0].message
    assert question.stored() is False


def test_a_declaration_sent_twice_is_refused() -> None:
    assert asked(DECLARED, ["yes", "nei"]).faults()


def test_an_answer_that_is_known_stands_there_whatever_is_sent() -> None:
    class Known(StepForm):
        colour = Choice("Farge", choices=[("r", "Rød"), ("b", "Blå")], missing="Velg.")

        def arrange(self, situation: Situation) -> None:  # noqa: ARG002 -- the form's signature
            self.colour.settle("b")

    typed = MultiDict({"colour": "r"})
    form = Known(HERE, typed, {"colour": "r"})
    assert form.validate()
    assert form.stored() == {"colour": "b"}
    assert form["colour"].shown(Language()) == "Blå"
    assert form.own_inputs(typed) == []
