"""The reader's language: what was chosen, else nynorsk for a browser that asks for it, else bokmål."""

import pytest
from flask import Flask, session

from wizard.languages import chosen

CASES = [
    ({}, "", "nb"),
    ({}, "en-GB,en;q=0.9", "nb"),
    ({}, "nn-NO,nn;q=0.9,nb;q=0.8", "nn"),
    ({}, "nb-NO,nb;q=0.9,en;q=0.5", "nb"),
    ({}, "no", "nb"),
    ({}, "no,nb;q=0.9,nn;q=0.8,en-US;q=0.7,en;q=0.6", "nb"),
    ({}, "de,pl", "nb"),
    ({}, "*", "nb"),
    ({}, "\x00;q=x,,;", "nb"),
    ({"language": "nn"}, "en", "nn"),
    ({"language": "xx"}, "nn", "nn"),
    ({"language": ["en"]}, "nn", "nn"),
    ({"language": "en"}, "nn", "en"),
]


@pytest.mark.parametrize(("kept", "asked", "code"), CASES)
def test_the_choice_counts_then_nynorsk_then_bokmaal(kept: dict[str, object], asked: str, code: str) -> None:
    app = Flask("languages")
    app.secret_key = "invented"
    with app.test_request_context(headers={"Accept-Language": asked}):
        session.update(kept)
        assert chosen() == code
