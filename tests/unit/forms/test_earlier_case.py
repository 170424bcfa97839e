"""Pointing at what was sent before, or telling of it."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from werkzeug.datastructures import MultiDict

from forms.blocks.earlier_case import UNLISTED, EarlierCase, EarlierCaseForm, EarlierCases, of, when_unlisted
from forms.fields.text import Text
from forms.language import Language
from forms.situation import SentCase
from tests.unit.forms.invented import HERE

SENT = (
    SentCase("V-2222-2222", "appeal", date(2026, 11, 3), title="Klage"),
    SentCase("V-3333-3333", "coordination", date(2026, 10, 1), title="Søknad"),
    SentCase("V-4444-4444", "coordination", date(2026, 9, 1), title="Søknad"),
)
APPLIED = replace(HERE, sent=SENT)


class OneForm(EarlierCaseForm):
    earlier = EarlierCase("Hvilken sak?", which=of("coordination"), missing="Velg en sak.")
    told = Text("Hvilken?", missing="Skriv hvilken.", when=when_unlisted("earlier"))


class ManyForm(EarlierCaseForm):
    earlier = EarlierCases("Hvilke saker?", which=of("coordination"), missing="Velg en sak.")
    told = Text("Hvilke?", missing="Skriv hvilke.", when=when_unlisted("earlier"))


BOTH = pytest.mark.parametrize("kind", [OneForm, ManyForm])


def sent(*pairs: tuple[str, str]) -> MultiDict[str, Any]:
    return MultiDict(pairs)


@BOTH
def test_only_those_that_fit_are_offered_by_title_reference_and_date(kind: type[EarlierCaseForm]) -> None:
    question = kind(APPLIED)["earlier"]
    labels = [question.say(option.label) for option in question.choices]  # type: ignore[attr-defined]
    assert labels == [
        "Søknad, V-3333-3333, sendt 1. oktober 2026",
        "Søknad, V-4444-4444, sendt 1. september 2026",
        "En annen, eller en som er sendt på papir",
    ]


@BOTH
def test_one_that_does_not_fit_cannot_be_sent(kind: type[EarlierCaseForm]) -> None:
    form = kind(APPLIED, sent(("earlier", "V-2222-2222")))
    assert not form.validate()
    assert [fault.anchor for fault in form.faults()] == ["earlier"]


@BOTH
def test_one_that_is_not_listed_is_told_in_words(kind: type[EarlierCaseForm]) -> None:
    form = kind(APPLIED, sent(("earlier", UNLISTED)))
    assert not form.validate()
    assert [fault.anchor for fault in form.faults()] == ["told"]
    assert kind(APPLIED, sent(("earlier", UNLISTED), ("told", "Den fra i fjor"))).validate()
    assert kind(APPLIED, sent(("earlier", "V-3333-3333"))).validate()


@BOTH
def test_who_has_sent_none_is_only_asked_to_tell(kind: type[EarlierCaseForm]) -> None:
    form = kind(HERE, sent(("told", "Den fra i fjor")))
    assert form.validate()
    question = form["earlier"]
    assert question.settled
    assert question.description == "Du har ikke sendt noen herfra før."
    again = kind(HERE, None, form.stored())
    assert again.validate()
    assert again["earlier"].shown(Language()) == "En annen, eller en som er sendt på papir"
    assert again["told"].data == "Den fra i fjor"


@BOTH
def test_on_paper_the_text_stands_alone(kind: type[EarlierCaseForm]) -> None:
    form = kind(replace(HERE, on_paper=True))
    assert [question.name for question in form.questions()] == ["told"]


def test_several_may_be_chosen_and_are_shown_line_by_line() -> None:
    form = ManyForm(APPLIED, sent(("earlier", "V-4444-4444"), ("earlier", "V-3333-3333")))
    assert form.validate()
    assert form["earlier"].shown(Language()).count("\n") == 1
    assert form.stored()["earlier"] == ["V-3333-3333", "V-4444-4444"]


GONE = replace(SENT[1], reference="V-5555-5555", withdrawn=True)
ONE_GONE = replace(HERE, sent=(*SENT, GONE))


class AnyForm(EarlierCaseForm):
    earlier = EarlierCase("Hvilken sak?", which=of("coordination"), missing="Velg en sak.", gone_too=True)


def values(form: EarlierCaseForm) -> list[str]:
    return [option.value for option in form["earlier"].choices]  # type: ignore[attr-defined]


@BOTH
def test_what_was_taken_back_is_not_offered_to_be_taken_back_again(kind: type[EarlierCaseForm]) -> None:
    assert GONE.reference not in values(kind(ONE_GONE))
    assert GONE.reference in values(kind(ONE_GONE, None, {"earlier": GONE.reference})), "chosen before"
    alone = kind(replace(HERE, sent=(GONE,)), sent(("told", "Den fra i fjor")))
    assert alone["earlier"].settled
    assert alone["earlier"].description == "De du har sendt herfra, er trukket."
    assert alone.validate()


def test_where_more_may_be_sent_to_it_what_was_taken_back_is_marked() -> None:
    question = AnyForm(ONE_GONE)["earlier"]
    hints = {option.value: option.hint for option in question.choices}  # type: ignore[attr-defined]
    assert hints[GONE.reference] == "Denne er trukket."
    assert hints["V-3333-3333"] == ""


def test_each_is_told_apart_on_the_page_alone() -> None:
    form = AnyForm(ONE_GONE, sent(("earlier", GONE.reference)))
    question = form["earlier"]
    assert isinstance(question, EarlierCase)
    question.tell_apart({GONE.reference: "For Rask. 100 % sikker", "V-3333-3333": "For deg"})
    hints = {option.value: question.say(option.hint) for option in question.choices}
    assert hints[GONE.reference] == "Denne er trukket. For Rask. 100 % sikker"
    assert hints["V-3333-3333"] == "For deg"
    assert "Rask" not in question.shown(Language())
