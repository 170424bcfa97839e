from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forms.fields.dateparts import DateParts
from forms.language import Language
from tests.unit.forms.invented import again, asked

DAY = DateParts("Dato", missing="Skriv datoen.")


def sent(day: str, month: str, year: str) -> dict[str, str]:
    return {"q-day": day, "q-month": month, "q-year": year}


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)))
def test_every_date_in_range_comes_back_as_it_was(day: date) -> None:
    question = asked(DAY, sent(str(day.day), str(day.month), str(day.year)))
    assert question.faults() == []
    assert question.stored() == day.isoformat()
    kept = again(DAY, question)
    assert kept.data == day
    assert kept.typed == (str(day.day), str(day.month), str(day.year))  # type: ignore[attr-defined]


def test_a_date_is_shown_in_words() -> None:
    assert asked(DAY, sent("03", "5", "1957")).shown(Language()) == "3. mai 1957"


@pytest.mark.parametrize(
    ("typed", "marked"),
    [
        (("29", "2", "2023"), {"day", "month", "year"}),
        (("31", "2", "1957"), {"day", "month", "year"}),
        (("1", "13", "2024"), {"day", "month", "year"}),
        (("0", "0", "0000"), {"day", "month", "year"}),
        (("29", "02", "23"), {"year"}),
        (("29.02.23", "", ""), {"month", "year"}),
        (("14", "", "1957"), {"month"}),
        (("١٤", "3", "1957"), {"day"}),
        (("１４", "3", "1957"), {"day"}),
        (("14", "mars", "1957"), {"month"}),
        (("-1", "3", "1957"), {"day"}),
        (("1e1", "3", "1957"), {"day"}),
        (("1_4", "3", "1957"), {"day"}),
        (("NaN", "Infinity", "1957"), {"day", "month"}),
        (("9" * 5000, "3", "1957"), {"day"}),
        (("14\ufffd", "3", "1957"), {"day"}),
        (("1", "1", "0001"), {"day", "month", "year"}),
        (("31", "12", "9999"), {"day", "month", "year"}),
        (("", "", ""), {"day", "month", "year"}),
    ],
)
def test_what_is_no_date_is_marked_where_it_is_wrong_and_stays(
    typed: tuple[str, str, str], marked: set[str]
) -> None:
    question = asked(DAY, sent(*typed))
    assert question.typed == typed  # type: ignore[attr-defined]
    assert question.marked == marked  # type: ignore[attr-defined]
    (fault,) = question.faults()
    assert fault.anchor == next(f"q-{part}" for part in ("day", "month", "year") if part in marked)
    assert fault.message.endswith(".")


def test_limits_are_said_in_words() -> None:
    (fault,) = asked(DAY, sent("31", "12", "1899")).faults()
    assert fault.message == "Datoen kan ikke være før 1. januar 1900. Se om året er riktig."


def test_a_box_sent_twice_is_refused() -> None:
    question = asked(DAY, {"q-day": ["14", "15"], "q-month": "3", "q-year": "1957"})
    assert "flere svar" in question.faults()[0].message
    assert question.stored() is None
