import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.contract import printable
from forms.fields.longtext import LongText
from forms.fields.text import LOST, Text
from forms.language import Code, Language
from tests.unit.forms.invented import HOSTILE, again, asked

LINE, PAGE = Text("Navn", missing="Skriv navnet."), LongText("Behov", missing="Skriv behovet.")
ANY_TEXT = st.text(st.characters(codec=None), max_size=300)


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("kind", [LINE, PAGE])
def test_hostile_text_is_kept_and_shown_as_it_was_typed(kind: Text, text: str) -> None:
    question = asked(kind, [text])
    assert question.faults() == []
    assert again(kind, question).shown(Language()) == printable(text)


@given(ANY_TEXT)
def test_any_text_survives_being_kept_and_shown(text: str) -> None:
    question = asked(PAGE, [text])
    kept = again(PAGE, question)
    assert kept.data == question.data == printable(text)
    assert kept.shown(Language()) == (printable(text) if printable(text).strip() else "")


@given(ANY_TEXT)
def test_any_line_survives_being_kept_and_shown(text: str) -> None:
    question = asked(LINE, [text])
    assert again(LINE, question).shown(Language()) == question.shown(Language()) == question.data
    assert "\n" not in question.data
    assert printable(question.data) == question.data


def test_control_characters_are_dropped_before_anything_is_kept() -> None:
    assert asked(LINE, ["a\x00b\x0b\x1b\x7f\ufffe\u202ec"]).stored() == "abc"


def test_line_breaks_become_line_feeds_and_stay() -> None:
    assert asked(PAGE, ["line1\r\nline2\n\n\n\tline4"]).stored() == "line1\nline2\n\n\n\tline4"


def test_a_line_has_no_line_breaks() -> None:
    assert asked(LINE, [" Bjørk\r\neløv\t4 "]).stored() == "Bjørk eløv 4"


@pytest.mark.parametrize("kind", [LINE, PAGE])
def test_lost_bytes_are_refused(kind: Text) -> None:
    question = asked(kind, [f"a{LOST}b"])
    assert "kom ikke riktig fram" in question.faults()[0].message
    assert question.data == f"a{LOST}b"


@pytest.mark.parametrize(("kind", "most", "said"), [(LINE, 200, "200"), (PAGE, 40_000, "40\u00a0000")])
def test_too_long_is_refused_with_the_limit_and_nothing_is_cut(kind: Text, most: int, said: str) -> None:
    assert asked(kind, ["a" * most]).faults() == []
    question = asked(kind, ["a" * (most + 1)])
    assert f"til {said} tegn" in question.faults()[0].message
    assert len(question.data) == most + 1


@pytest.mark.parametrize(("code", "said"), [("nb", "22\u00a0500"), ("nn", "22\u00a0500"), ("en", "22,500")])
def test_figures_are_written_as_the_language_does(code: Code, said: str) -> None:
    assert Language(code).number(22_500) == said


def test_forty_thousand_accents_are_held_by_the_limit() -> None:
    assert asked(PAGE, ["a" + "\u0301" * 40_001]).faults()


def test_the_counter_of_a_long_text_never_blocks() -> None:
    assert asked(LongText("Behov", soft_limit=500), ["a" * 501]).faults() == []


@pytest.mark.parametrize("kind", [LINE, PAGE])
@pytest.mark.parametrize("sent", [[], [""], ["  \n\t "]])
def test_blank_is_missing(kind: Text, sent: list[str]) -> None:
    assert [fault.anchor for fault in asked(kind, sent).faults()] == ["q"]


def test_an_optional_question_may_stay_open() -> None:
    question = asked(Text("Navn"), [""])
    assert question.faults() == []
    assert question.shown(Language()) == ""


@pytest.mark.parametrize("sent", [["a", "b"], ["a", "a"], ["a"] * 500])
def test_one_question_sent_several_times_is_refused(sent: list[str]) -> None:
    assert "flere svar" in asked(LINE, sent).faults()[0].message
