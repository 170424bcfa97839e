from datetime import date

import pytest

from forms.law.dated import Dated, Entry, since

OLD, NEW = date(2012, 1, 1), date(2031, 1, 1)
CHANGED = since(OLD, 4, "§ 1").then(NEW, 6, "§ 2")


@pytest.mark.parametrize(
    ("day", "weeks"),
    [(OLD, 4), (date(2030, 12, 31), 4), (NEW, 6), (date(2050, 1, 1), 6)],
)
def test_a_constant_is_looked_up_by_day(day: date, weeks: int) -> None:
    assert CHANGED.on(day).value == weeks


def test_a_day_older_than_the_first_entry_gets_the_first() -> None:
    assert CHANGED.on(date(1999, 1, 1)).source == "§ 1"


def test_what_held_before_a_change_ends_on_the_day_before() -> None:
    assert [entry.valid_until for entry in CHANGED.entries] == [date(2030, 12, 31), None]


@pytest.mark.parametrize(
    "entries",
    [
        (),
        (Entry(4, "§ 1", OLD), Entry(6, "§ 2", NEW)),
        (Entry(4, "§ 1", OLD, NEW), Entry(6, "§ 2", NEW)),
        (Entry(4, "§ 1", OLD, date(2030, 12, 30)), Entry(6, "§ 2", NEW)),
        (Entry(4, "§ 1", OLD, NEW),),
    ],
    ids=["none", "no end", "overlap", "gap", "ends without a successor"],
)
def test_entries_leave_no_day_without_one_answer(entries: tuple[Entry[int], ...]) -> None:
    with pytest.raises(ValueError, match="day by day"):
        Dated(entries)


def test_a_change_cannot_begin_before_what_it_changes() -> None:
    with pytest.raises(ValueError, match="day by day"):
        CHANGED.then(OLD, 5, "§ 3")
