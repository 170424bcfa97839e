"""How questions stand together on paper: none is lost, and a condition is said once for all that it is about."""

from itertools import chain
from typing import Any

from docgen.grouped import grouped

LINE = {"kind": "lines", "labels": [""]}
FRAME = {"kind": "ruled", "lines": 3}
YES_NO = {"kind": "ticks", "options": [{"label": "Ja", "hint": ""}, {"label": "Nei", "hint": ""}]}


def question(name: str, room: dict[str, Any], condition: str = "") -> dict[str, Any]:
    return {"condition": condition, "question": name, "hint": "", "room": room}


def lanes(*questions: dict[str, Any]) -> list[Any]:
    """Each lane's groups, each with its condition and the names in its rows."""
    (section,) = grouped([{"title": "Om deg", "questions": list(questions)}])
    return [
        [(group["condition"], [[one["question"] for one in row] for row in group["rows"]]) for group in lane]
        for lane in section["lanes"]
    ]


def test_short_answers_stand_beside_each_other_and_long_ones_do_not() -> None:
    asked = [question("Fornavn", LINE), question("Etternavn", LINE), question("Hvorfor?", FRAME)]
    assert lanes(*asked) == [[("", [["Fornavn", "Etternavn"], ["Hvorfor?"]])]]
    long = question("Et spørsmål som er så langt at det ikke får plass i en halv linje, " * 2, LINE)
    assert lanes(long, question("Etternavn", LINE))[0][0][1] == [[long["question"]], ["Etternavn"]]


def test_a_condition_is_said_once_for_all_it_is_about() -> None:
    asked = [question("Hvorfor?", FRAME, "Hvis ja:"), question("Hvordan?", FRAME, "Hvis ja:")]
    assert lanes(*asked) == [[("Hvis ja:", [["Hvorfor?"], ["Hvordan?"]])]]


def test_what_hangs_on_a_yes_or_no_stands_beside_it() -> None:
    asked = [
        question("Bor du alene?", FRAME),
        question("Tolk?", YES_NO),
        question("Språk?", LINE, "Hvis ja:"),
    ]
    assert lanes(*asked) == [
        [("", [["Bor du alene?"]])],
        [("", [["Tolk?"]]), ("Hvis ja:", [["Språk?"]])],
    ]


def test_none_of_a_conditions_own_is_parted_from_it() -> None:
    asked = [
        question("Hvorfor?", FRAME, "Hvis ja:"),
        question("Når?", LINE, "Hvis ja:"),
        question("Hvor?", LINE, "Hvis nei:"),
    ]
    assert lanes(*asked) == [[("Hvis ja:", [["Hvorfor?"], ["Når?"]])], [("Hvis nei:", [["Hvor?"]])]]


def test_every_question_stands_in_its_order() -> None:
    rooms, conditions = (LINE, FRAME, YES_NO, LINE), ("", "", "Hvis ja:", "Hvis nei:", "Hvis nei:")
    asked = [question(str(n), rooms[n % 4], conditions[n % 5]) for n in range(40)]
    found = [name for lane in lanes(*asked) for _, rows in lane for name in chain.from_iterable(rows)]
    assert found == [str(n) for n in range(40)]
