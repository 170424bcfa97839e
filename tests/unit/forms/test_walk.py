from werkzeug.datastructures import MultiDict

from forms.fields.longtext import LongText
from forms.fields.text import Text
from forms.fields.yesno import YesNo
from forms.journey import Journey, Step
from forms.question import Fault, When
from forms.stepform import StepForm
from forms.walk import Walk
from tests.unit.forms.invented import HERE


class Pet(StepForm):
    has_pet = YesNo("Har du dyr?", missing="Velg ja eller nei.")
    name = Text("Hva heter det?", missing="Skriv navnet.", when=When("has_pet", ("yes",)))


class Food(StepForm):
    food = LongText("Hva spiser det?", missing="Skriv hva det spiser.")


class Mood(StepForm):
    mood = Text("Hvordan har du det?")


JOURNEY = Journey(
    "pets",
    "Om dyr",
    (
        Step("pet", "Dyr", Pet),
        Step("food", "Mat", Food, when=lambda now: now.answer("pet", "has_pet") == "yes"),
        Step("treat", "Godbit", Food, when=lambda now: now.answer("food", "food") == "høy"),
        Step("mood", "Humør", Mood),
    ),
)
YES = {"pet": {"has_pet": "yes", "name": "Lodd"}, "food": {"food": "høy"}, "treat": {"food": "gulrot"}}
NO = YES | {"pet": {"has_pet": "no", "name": "Lodd"}}


def walk(answers: dict[str, dict[str, str]]) -> Walk:
    return Walk(JOURNEY, HERE.with_answers(answers))


def slugs(walked: Walk) -> list[str]:
    return [step.slug for step in walked.path]


def test_the_path_follows_the_answers() -> None:
    assert slugs(walk({})) == ["pet", "mood"]
    assert slugs(walk(YES)) == ["pet", "food", "treat", "mood"]


def test_answers_on_a_branch_no_longer_taken_neither_steer_nor_show() -> None:
    assert slugs(walk(NO)) == ["pet", "mood"]
    assert dict(walk(NO).answers) == {"pet": NO["pet"]}
    assert walk(NO).now.answer("food", "food") is None
    assert walk(NO).situation.answer("food", "food") == "høy"  # kept, for the way back


def test_a_question_that_is_no_longer_asked_is_kept_but_not_shown() -> None:
    walked = walk(NO)
    assert [row.label for row in walked.rows(walked.path[0])] == ["Har du dyr?"]
    form = walked.form(walked.path[0], MultiDict({"has_pet": "no", "name": "Lodd"}))
    assert form.validate()
    assert form.stored()["name"] == "Lodd"


def test_the_first_unanswered_step_is_where_one_goes_on() -> None:
    walked = walk({"pet": YES["pet"]})
    first = walked.first_unanswered()
    assert first
    assert first.slug == "food"
    assert [walked.may_visit(step) for step in walked.path] == [True, True, False]
    assert walk(YES | {"mood": {"mood": ""}}).first_unanswered() is None


def test_an_answer_may_be_open_and_still_be_answered() -> None:
    walked = walk(NO | {"mood": {"mood": ""}})
    assert walked.answered(walked.path[-1])
    assert walked.unsound() == ()


def test_before_and_after_follow_the_path() -> None:
    walked = walk(NO)
    pet, mood = walked.path
    assert (walked.before(pet), walked.after(pet)) == (None, mood)
    assert (walked.before(mood), walked.after(mood)) == (pet, None)


def test_a_step_off_the_path_cannot_be_found() -> None:
    assert walk(NO).step("food") is None
    assert walk(NO).step("nowhere") is None


def test_saved_answers_that_hold_no_longer_are_unsound() -> None:
    walked = walk(YES | {"food": {"food": " "}, "mood": {"mood": ""}})
    assert [step.slug for step in walked.unsound()] == ["food"]


def test_fields_of_other_steps_and_unknown_ones_are_never_stored() -> None:
    walked = walk({})
    form = walked.form(
        walked.path[0], MultiDict({"has_pet": "no", "mood": "glad", "owner_id": "1", "status": "sent"})
    )
    assert set(form.stored()) == {"has_pet", "name"}


def test_what_hangs_on_a_question_that_was_arranged_away_is_not_asked() -> None:
    class Arranged(Pet):
        def arrange(self, _: object) -> None:
            del self.has_pet

    assert [question.name for question in Arranged(HERE).questions()] == []


def test_an_error_from_outside_stands_at_its_question() -> None:
    fault = Fault("has_pet", "Filen er for stor.")
    form = Pet(HERE)
    form.refuse(fault)
    assert form.faults() == [fault]
