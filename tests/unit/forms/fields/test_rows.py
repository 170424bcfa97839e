from typing import Any

import pytest
from werkzeug.datastructures import MultiDict

from forms.fields.phone import Phone
from forms.fields.rows import RowForm, Rows, add_row, remove_row
from forms.fields.text import Text
from forms.fields.yesno import YesNo
from forms.language import Language
from tests.unit.forms.invented import again, asked


class Person(RowForm):
    name = Text("Navn", missing="Skriv navnet.")
    phone = Phone("Telefon")
    friend = YesNo("Er dere venner?")


PEOPLE = Rows("Pårørende", row=Person, row_title="Nr. %(number)s", most=3)
TWO = {"q-0-name": "Rolig", "q-0-phone": "33171000", "q-4-name": "Varm", "q-4-phone": "", "q-4-friend": "yes"}


def test_rows_are_kept_and_come_back_in_their_order() -> None:
    question = asked(PEOPLE, TWO)
    assert question.faults() == []
    assert question.stored() == [
        {"name": "Rolig", "phone": "+4733171000", "friend": None},
        {"name": "Varm", "phone": "", "friend": "yes"},
    ]
    kept: Any = again(PEOPLE, question)
    assert kept.stored() == question.stored()
    assert [row.index for row in kept.rows] == [0, 1]
    assert [field.name for field in kept.rows[1]] == ["q-1-name", "q-1-phone", "q-1-friend"]
    assert kept.shown(Language()) == "Navn: Rolig\nTelefon: 33 17 10 00\n\nNavn: Varm\nEr dere venner? Ja"


def test_a_fault_in_a_row_is_told_at_its_own_input() -> None:
    question = asked(PEOPLE, {"q-0-name": "Rolig", "q-2-phone": "12"})
    assert [fault.anchor for fault in question.faults()] == ["q-2-name", "q-2-phone"]


def test_blank_rows_count_for_nothing_but_are_drawn() -> None:
    question: Any = asked(PEOPLE, {"q-0-name": "", "q-0-phone": " "})
    assert question.faults() == []
    assert question.stored() == []
    assert question.shown(Language()) == ""
    assert len(question.rows) == 1


def test_rows_may_be_required() -> None:
    wanted = Rows("Pårørende", row=Person, row_title="Nr. %(number)s", missing="Skriv minst en.")
    assert asked(wanted, {"q-0-name": ""}).faults()[0].message == "Skriv minst en."


def test_more_rows_than_there_is_room_for_are_refused_and_all_are_still_there() -> None:
    sent = {f"q-{index}-name": f"Rolig {index}" for index in range(500)}
    question: Any = asked(PEOPLE, sent)
    assert [fault.message for fault in question.faults()] == ["Du kan skrive opptil 3 her. Fjern noen."]
    assert [row["name"].data for row in question.rows] == list(sent.values())


@pytest.mark.parametrize(
    "name", ["q-x-name", "q--1-name", "q-٣-name", "q-0-role", "q-0", "q-99999-name", "r-0-name"]
)
def test_names_that_are_not_the_questions_own_are_ignored(name: str) -> None:
    assert asked(PEOPLE, {name: "Varm"}).stored() == []


def test_a_row_is_added_at_the_end_and_blank() -> None:
    typed = add_row(MultiDict(TWO), "q")
    question: Any = asked(PEOPLE, typed)
    assert [row.index for row in question.rows] == [0, 4, 5]
    assert question.rows[2].blank()
    first: Any = asked(PEOPLE, add_row(MultiDict(), "q"))
    assert [row.index for row in first.rows] == [0]


def test_a_row_is_removed_and_the_others_keep_what_was_typed() -> None:
    typed = remove_row(MultiDict([*TWO.items(), ("q-40-name", "Mild")]), "q", 4)
    question = asked(PEOPLE, typed)
    assert [row["name"] for row in question.stored()] == ["Rolig", "Mild"]


def test_adding_and_removing_leaves_the_given_values_alone() -> None:
    given = MultiDict(TWO)
    add_row(given, "q")
    remove_row(given, "q", 0)
    assert given == MultiDict(TWO)
