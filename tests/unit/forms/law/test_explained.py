"""The deadline in one plain sentence, in three languages."""

from datetime import date
from typing import get_args

import pytest

from forms.language import Code
from forms.law.deadline import Basis, Known, appeal_deadline
from forms.law.explained import explained, how_in_time, why_earliest
from forms.law.rules import Channel
from tests.unit.forms.law.languages import CODES, language

TODAY = date(2026, 11, 22)
TUESDAY, THURSDAY = date(2026, 11, 3), date(2027, 2, 25)


def sentence(known: Known, code: Code = "nb") -> str:
    return explained(appeal_deadline(known, TODAY), language(code))


PLAIN: dict[Code, str] = {
    "nb": "Siste dag for å klage er tirsdag 1. desember 2026,"
    " fire uker etter at du fikk svaret tirsdag 3. november 2026.",
    "nn": "Siste dag for å klage er tysdag 1. desember 2026,"
    " fire veker etter at du fekk svaret tysdag 3. november 2026.",
    "en": "The last day to appeal is Tuesday 1 December 2026,"
    " four weeks after you got the answer on Tuesday 3 November 2026.",
}
MOVED: dict[Code, str] = {
    "nb": "Fire uker etter at du fikk svaret, er det skjærtorsdag (torsdag 25. mars 2027),"
    " så siste dag for å klage er første arbeidsdag etter: tirsdag 30. mars 2027.",
    "nn": "Fire veker etter at du fekk svaret, er det skjærtorsdag (torsdag 25. mars 2027),"
    " så siste dag for å klage er første arbeidsdag etter: tysdag 30. mars 2027.",
    "en": "Four weeks after you got the answer it is Maundy Thursday (Thursday 25 March 2027),"
    " so the last day to appeal is the next working day: Tuesday 30 March 2027.",
}


@pytest.mark.parametrize("code", CODES)
def test_the_last_day_is_explained_in_one_sentence(code: Code) -> None:
    assert sentence(Known(received=TUESDAY), code) == PLAIN[code]


@pytest.mark.parametrize("code", CODES)
def test_it_says_why_the_last_day_was_moved(code: Code) -> None:
    assert sentence(Known(received=THURSDAY), code) == MOVED[code]


@pytest.mark.parametrize(
    ("known", "words"),
    [
        (Known(decided=TUESDAY), "tidligst tirsdag 1. desember 2026, fire uker etter datoen på svaret"),
        (Known(decided=THURSDAY), "tidligst første arbeidsdag etter: tirsdag 30. mars 2027"),
        (
            Known(knew_enough=TUESDAY),
            "fire uker etter at du visste nok til å klage, tirsdag 3. november 2026",
        ),
        (Known(received=date(2026, 10, 31)), "er det helg (lørdag 28. november 2026)"),
        (Known(received=TUESDAY, decided_by="other"), "tirsdag 24. november 2026, tre uker etter"),
        (Known(received=TUESDAY, reasons_asked=TUESDAY), "Fristen har stoppet til du får begrunnelsen"),
        (Known(), "Du har fire uker på deg til å klage"),
    ],
)
def test_it_says_what_the_count_starts_from(known: Known, words: str) -> None:
    assert words in sentence(known)


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("start", [TUESDAY, THURSDAY])
def test_every_basis_has_its_own_sentence(start: date, code: Code) -> None:
    every = [
        Known(received=start),
        Known(decided=start),
        Known(knew_enough=start),
        Known(received=start, reasons_asked=start, reasons_received=start),
        Known(received=start, reasons_asked=start),
        Known(received=start, asked_some_day=True, got_some_day=True),
        Known(),
    ]
    assert {appeal_deadline(known, TODAY).basis for known in every} == set(get_args(Basis))
    sentences = {sentence(known, code) for known in every}
    assert len(sentences) == len(every)
    assert all(one[0].isupper() and one.endswith(".") and one.count(".") < 6 for one in sentences)


def test_a_number_of_weeks_without_a_word_is_written_in_digits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("forms.law.explained._NUMBERS", {})
    assert "4 uker etter" in sentence(Known(received=TUESDAY))


@pytest.mark.parametrize(
    ("channel", "words"), [("paper", "levere den til posten"), ("digital", "kommet fram før")]
)
def test_paper_and_digital_are_told_apart(channel: Channel, words: str) -> None:
    assert words in how_in_time(channel, TODAY, language("nb"))


@pytest.mark.parametrize(
    ("known", "words"),
    [
        (Known(decided=TUESDAY), "senere enn datoen på det"),
        (Known(received=TUESDAY, asked_some_day=True, got_some_day=True), "fire uker fra du fikk vite det"),
        (Known(received=TUESDAY), ""),
    ],
)
def test_a_deadline_that_may_be_later_says_why(known: Known, words: str) -> None:
    told = why_earliest(appeal_deadline(known, TODAY), language("nb"))
    assert words in told
    assert bool(told) == bool(words)
