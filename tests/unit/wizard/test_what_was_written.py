"""What was written into a form that is no step is read by its questions, without the form."""

from collections.abc import Iterator

import pytest
from flask import Flask, g

from forms.language import Language
from wizard.cases.notice_kinds import KINDS
from wizard.routes.what_was_written import written

KIND = next(iter(KINDS.values()))


@pytest.fixture(autouse=True)
def reader() -> Iterator[None]:
    with Flask("somebody reads").app_context():
        g.language = Language()
        yield


@pytest.mark.parametrize(
    ("endpoint", "pairs", "told"),
    [
        ("apply.decline", [("word", "Helst ikke.")], [("Det du ville si", "Helst ikke.")]),
        (
            "apply.ask",
            [("capacity", "applicant"), ("applicant-person_name", "Stille Bjørkeløv")],
            [("Navnet på den du ber", "Stille Bjørkeløv")],
        ),
        (
            "office.end_power",
            [("told_on-day", "4"), ("told_on-month", "5"), ("told_on-year", "")],
            [("Hvilken dag fikk dere vite det?", "4, 5")],
        ),
        ("apply.confirmed", [("drawing", "data:image/png;base64,AAAA")], ["Tegnet på skjermen"]),
        ("office.give_reason", [("reason", "other"), ("related", "yes")], ["Noe annet", "Ja"]),
        ("apply.put_in", [("declaration", "yes"), ("send_when", "now")], ["Ja", "Med en gang"]),
        ("apply.ask_for_code", [("email", "a@b.example")], [("E-postadressen din", "a@b.example")]),
        ("apply.choose_kinds", [("kinds", KIND.key)], [KIND.label]),
        ("apply.take_back", [("capacity", "applicant")], []),
        ("office.give_reason", [("reason", "nothing of ours"), ("own_words", " ")], []),
    ],
    ids=[
        "in HTML",
        "whom it is about",
        "parts",
        "drawn",
        "chosen",
        "ticked",
        "an address",
        "several",
        "not written",
        "not offered",
    ],
)
def test_question_by_question(endpoint: str, pairs: list[tuple[str, str]], told: list[object]) -> None:
    found = written(endpoint, pairs)
    assert [
        tuple(one) if isinstance(two, tuple) else one.text for one, two in zip(found, told, strict=True)
    ] == told
