"""The room that each question kind has on paper."""

import pytest

from docgen.contract import Room
from forms.fields.address import Address
from forms.fields.choice import Choice
from forms.fields.choices import Choices
from forms.fields.dateparts import DateParts
from forms.fields.email import Email
from forms.fields.fixed import Fixed
from forms.fields.identity_number import IdentityNumber
from forms.fields.longtext import LongText
from forms.fields.phone import Phone
from forms.fields.text import Text
from forms.fields.yesno import YesNo
from tests.unit.forms.invented import asked

THREE = (("a", "A", "hint"), ("b", "B"), ("c", "C"))


def room(kind: object) -> Room:
    return asked(kind).room()


@pytest.mark.parametrize("kind", [Text, Phone, Email])
def test_a_short_text_has_one_line(kind: type[Text]) -> None:
    assert room(kind("Navn")).model_dump() == {"kind": "lines", "labels": [""]}


@pytest.mark.parametrize(("limit", "lines"), [(100, 2), (1500, 3), (4000, 5), (20_000, 5)])
def test_a_long_text_has_lines_after_how_much_is_asked_for(limit: int, lines: int) -> None:
    assert room(LongText("Hvorfor?", soft_limit=limit)).model_dump() == {"kind": "ruled", "lines": lines}


def test_an_address_has_a_line_for_each_part() -> None:
    assert room(Address("Adressen")).model_dump()["labels"] == ["Gateadresse", "Postnummer", "Poststed"]


def test_numbers_and_dates_have_a_box_for_each_digit() -> None:
    number, date = room(IdentityNumber("Nummer")).model_dump(), room(DateParts("Dato")).model_dump()
    assert [group["digits"] for group in number["groups"]] == [6, 5]
    assert [(group["label"], group["digits"]) for group in date["groups"]] == [
        ("Dag", 2),
        ("Måned", 2),
        ("År", 4),
    ]


@pytest.mark.parametrize(
    ("kind", "told"), [(Choice, "Velg. Sett ett kryss."), (Choices, "Velg. Du kan sette flere kryss.")]
)
def test_choices_are_boxes_to_tick_and_say_how_many(kind: type[Choice], told: str) -> None:
    stands = asked(kind("Hva?", hint="Velg.", choices=THREE)).on_paper()
    assert stands.hint == told
    assert [(one["label"], one["hint"]) for one in stands.room.model_dump()["options"]] == [
        ("A", "hint"),
        ("B", ""),
        ("C", ""),
    ]


def test_yes_and_no_need_no_word_about_it() -> None:
    stands = asked(YesNo("Haster det?")).on_paper()
    assert (stands.hint, len(stands.room.model_dump()["options"])) == ("", 2)


def test_what_is_known_of_everybody_is_printed_and_the_rest_is_written() -> None:
    assert room(Fixed("Hvor?", value=lambda _: "Larvik")).model_dump() == {"kind": "said", "text": "Larvik"}
    assert room(Fixed("Hvem?", value=lambda _: "")).model_dump() == {"kind": "lines", "labels": [""]}
