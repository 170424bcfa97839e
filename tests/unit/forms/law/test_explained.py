"""The deadline in one plain sentence, in three languages."""

from dataclasses import replace
from datetime import date
from typing import get_args

import pytest

from forms.language import Code
from forms.law.deadline import Basis, Doubt, Known, appeal_deadline
from forms.law.explained import explained, how_in_time, passed, why_earliest
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
    "en": "Four weeks after you got the answer is Maundy Thursday (Thursday 25 March 2027),"
    " so the last day is the next working day: Tuesday 30 March 2027.",
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
        (
            Known(received=TUESDAY, reasons_asked=TUESDAY),
            "er tidligst tirsdag 1. desember 2026, fire uker etter at du fikk svaret",
        ),
        (Known(received=THURSDAY, understood_some_day=True), "er tidligst første arbeidsdag etter"),
        (Known(), "Du har fire uker på deg til å klage"),
    ],
)
def test_it_says_what_the_count_starts_from(known: Known, words: str) -> None:
    assert words in sentence(known)


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("start", [TUESDAY, THURSDAY])
def test_every_basis_and_every_doubt_has_its_own_sentence(start: date, code: Code) -> None:
    every = [
        Known(received=start),
        Known(decided=start),
        Known(knew_enough=start),
        Known(received=start, reasons_asked=start),
        Known(knew_enough=start, reasons_asked=start, got_some_day=True),
        Known(received=start, understood_some_day=True),
        Known(),
    ]
    found = [appeal_deadline(known, TODAY) for known in every]
    assert {one.basis for one in found} == set(get_args(Basis))
    assert {doubt for one in found for doubt in one.doubts} == set(get_args(Doubt))
    sentences = {explained(one, language(code)) + why_earliest(one, language(code)) for one in found}
    assert len(sentences) == len(every)
    assert all(one[0].isupper() and one.endswith(".") for one in sentences)


def test_a_number_of_weeks_without_a_word_is_written_in_digits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("forms.law.explained._NUMBERS", {})
    assert "4 uker etter" in sentence(Known(received=TUESDAY))


@pytest.mark.parametrize(
    ("channel", "words"), [("paper", "levere den til posten"), ("digital", "kommet fram før")]
)
def test_paper_and_digital_are_told_apart(channel: Channel, words: str) -> None:
    assert words in how_in_time(channel, TODAY, language("nb"))


NOT_CERTAIN = "Det er ikke sikkert for svar om koordinator eller plan."


@pytest.mark.parametrize(
    ("known", "words"),
    [
        (Known(decided=TUESDAY), "senere enn datoen på det"),
        (Known(received=TUESDAY, understood_some_day=True), "Du forsto først senere at du kunne klage"),
        (Known(received=TUESDAY, reasons_asked=TUESDAY), "Da kan fristen stoppe til du får vite det."),
        (Known(received=TUESDAY, reasons_asked=TUESDAY), "Klag helst uten å vente på begrunnelsen."),
        (
            Known(received=TUESDAY, asked_some_day=True, got_some_day=True),
            "kan du ha fire uker fra du fikk vite det",
        ),
        (
            Known(received=TUESDAY, reasons_asked=TUESDAY, reasons_received=date(2026, 11, 10)),
            "Da kan du ha til tirsdag 8. desember 2026.",
        ),
        (Known(received=TUESDAY), ""),
    ],
)
def test_a_deadline_that_may_be_later_says_why(known: Known, words: str) -> None:
    told = why_earliest(appeal_deadline(known, TODAY), language("nb"))
    assert words in told
    assert bool(told) == bool(words)
    assert (NOT_CERTAIN in told) == (known.asked_some_day or known.reasons_asked is not None)


@pytest.mark.parametrize("code", CODES)
def test_more_time_for_whoever_asked_why_is_promised_in_no_language(code: Code) -> None:
    asked = Known(received=TUESDAY, reasons_asked=TUESDAY)
    for known in (asked, replace(asked, reasons_received=TODAY), replace(asked, got_some_day=True)):
        told = why_earliest(appeal_deadline(known, TODAY), language(code))
        assert language(code).text(NOT_CERTAIN) in told
        assert {"nb": " kan ", "nn": " kan ", "en": " may "}[code] in told


@pytest.mark.parametrize(
    ("known", "said"),
    [
        (Known(received=TUESDAY), "Fristen er gått ut, men du kan klage likevel."),
        (Known(decided=TUESDAY), "Fristen kan være gått ut. Du kan klage likevel."),
        (Known(received=TUESDAY, understood_some_day=True), "Fristen kan være gått ut."),
        (Known(received=TUESDAY, reasons_asked=TUESDAY), "Fristen kan være gått ut."),
    ],
)
def test_only_an_end_that_is_certain_is_told_as_over(known: Known, said: str) -> None:
    deadline = appeal_deadline(known, TODAY)
    after = passed(deadline, date(2026, 12, 2), language("nb"))
    assert said in after
    assert after.endswith("Statsforvalteren, avgjør om klagen blir behandlet.")
    assert passed(deadline, date(2026, 12, 1), language("nb")) == ""


def test_what_was_lost_in_the_post_may_be_sent_again() -> None:
    said = "må du sende den på nytt innen 1 uke etter at du fikk vite det."
    assert said in how_in_time("paper", TODAY, language("nb"))
    assert said not in how_in_time("digital", TODAY, language("nb"))
