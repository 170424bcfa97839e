"""docgen against its own description (OpenAPI): Schemathesis makes requests from it, sound and unsound, and judges.

All of its checks hold: no server error, only answers, types and headers that are described, what is sound is taken,
what is not is refused, other methods are refused, and nobody is let in without the token.
"""

import base64
import json
from typing import Any

import pytest
import schemathesis
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from schemathesis import GenerationMode
from schemathesis.schemas import BaseSchema

from docgen.app import create_app
from docgen.contract import PDF, Content, printable
from docgen.openapi import openapi
from docgen.parts import FINISHED
from docgen.pictures import SMALL_PNG
from docgen.settings import Settings
from tests.integration.docgen.test_api import LET_IN, is_problem, post, sent
from tests.profiles import EXAMPLES
from tests.sendable import pdf, photo
from tests.unit.docgen.asking import sample

MOST = 1
"""Things in a list: lists in lists took nearly all of the time, and documents of many parts are made elsewhere."""
OPERATIONS = [
    ("GET /livez", 1),
    ("GET /readyz", 1),
    ("POST /v1/documents", EXAMPLES),
    ("POST /v1/verifications", EXAMPLES),
]
AT_THE_DOOR = [("POST /v1/documents", EXAMPLES // 4), ("POST /v1/verifications", EXAMPLES - EXAMPLES // 4)]
"""It does not matter what one comes with."""


@pytest.fixture(scope="module")
def app(ours: Settings) -> Flask:
    schemathesis.openapi.format(FINISHED, st.text(min_size=1, max_size=30).map(printable).filter(bool))
    schemathesis.openapi.format(SMALL_PNG, st.just(base64.b64encode(photo()).decode()))
    schemathesis.openapi.media_type(PDF, st.one_of(st.binary(max_size=300), st.just(pdf())))
    return create_app(ours)


def described(*without: str) -> dict[str, Any]:
    """The description, but with short lists, and without these formats."""

    def kept(part: dict[str, Any]) -> dict[str, Any]:
        short = {"maxItems": min(MOST, part.get("maxItems", MOST))} if part.get("type") == "array" else {}
        return {name: one for name, one in part.items() if name != "format" or one not in without} | short

    found: dict[str, Any] = json.loads(json.dumps(openapi()), object_hook=kept)
    return found


def behind_the_door(app: Flask, *without: str) -> BaseSchema:
    """For who has the token: else every unsound request would fail by its token alone."""
    inside = described(*without)
    del inside["security"], inside["components"]["securitySchemes"]
    schema = schemathesis.openapi.from_dict(inside)
    schema.app = app
    return schema


@pytest.fixture(scope="module")
def at_the_door(app: Flask) -> BaseSchema:
    schema = schemathesis.openapi.from_dict(described())
    schema.app = app

    @schema.auth()
    class Bearer:
        def get(self, _case: Any, _context: Any) -> str:
            return LET_IN["Authorization"]

        def set(self, case: Any, data: str, _context: Any) -> None:
            case.headers["Authorization"] = data

    return schema


def is_short(value: Any) -> bool:
    """Whether no list in it is unsound by its length alone, which is our own word and not the description's."""
    if isinstance(value, dict):
        return all(map(is_short, value.values()))
    return not isinstance(value, list) or (len(value) <= MOST and all(map(is_short, value)))


def hold(schema: BaseSchema, label: str, mode: GenerationMode, most: int, headers: dict[str, str]) -> None:
    operation = schema.find_operation_by_label(label)
    assert operation
    cases = operation.as_strategy(generation_mode=mode).filter(lambda case: is_short(case.body))

    @settings(max_examples=most, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
    @given(case=cases)
    def each(case: Any) -> None:
        sign(case)
        case.call_and_validate(headers=headers)

    each()


def sign(case: Any) -> None:
    """What is sound is signed: no description can say that one part is the check sum of another."""
    if case.meta.generation.mode.is_positive and isinstance(case.body, dict) and "signatures" in case.body:
        content = Content.model_validate(case.body["content"])
        for signature in case.body["signatures"]:
            signature["content_sha256"] = content.sha256()


@pytest.mark.parametrize(("label", "most"), OPERATIONS)
def test_what_is_sound_by_the_description_is_taken(app: Flask, label: str, most: int) -> None:
    hold(behind_the_door(app), label, GenerationMode.POSITIVE, most, LET_IN)


def test_what_is_unsound_by_the_description_is_refused(app: Flask) -> None:
    """But for its two formats, of which Schemathesis knows what is sound alone."""
    schema = behind_the_door(app, FINISHED, SMALL_PNG)
    hold(schema, "POST /v1/documents", GenerationMode.NEGATIVE, EXAMPLES, LET_IN)


@pytest.mark.parametrize(("label", "most"), AT_THE_DOOR)
def test_nobody_is_let_in_without_the_token(at_the_door: BaseSchema, label: str, most: int) -> None:
    hold(at_the_door, label, GenerationMode.NEGATIVE, most, {})


def test_what_is_told_apart_by_its_kind_is_described_as_having_to_say_it(docgen: FlaskClient) -> None:
    schemas = docgen.get("/openapi.json").get_json()["components"]["schemas"]
    rooms = [name for name, one in schemas.items() if "const" in one.get("properties", {}).get("kind", {})]
    assert {"Lines", "Ruled", "Rows"} <= set(rooms)
    assert all("kind" in schemas[name]["required"] for name in rooms)


def test_a_whole_number_may_be_written_with_a_point_and_is_the_same_request(docgen: FlaskClient) -> None:
    answer = post(docgen, sample().canonical().replace(b'"contract":1', b'"contract":1.0'))
    assert answer.status_code == 200
    assert answer.headers["Request-Sha256"] == sample().sha256()
    is_problem(post(docgen, sent(contract=1.5)), 422)
