import hashlib
import json
from base64 import b64encode
from datetime import UTC, datetime
from pathlib import Path
from threading import Event, Lock, Thread
from time import sleep
from typing import Any

import httpx
import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from docgen import make
from docgen.app import create_app
from docgen.complete import Incomplete
from docgen.contract import DOCX, PDF, DocgenClient, Problem
from docgen.hushed import Panicked
from docgen.sealing_key import LIFE, self_made
from docgen.settings import Settings
from tests.unit.docgen.asking import KINDS, any_sample, asking, blank_sample, sample

LET_IN = {"Authorization": "Bearer one"}
PROBLEM = "application/problem+json"


def post(docgen: FlaskClient, body: bytes = sample().canonical(), **changed: Any) -> TestResponse:
    asked = {"headers": {**LET_IN, "Accept": DOCX}, "content_type": "application/json", **changed}
    return docgen.post("/v1/documents", data=body, **asked)


def sent(**changed: Any) -> bytes:
    return json.dumps({**json.loads(sample().canonical()), **changed}).encode()


def is_problem(answer: TestResponse, status: int) -> Problem:
    assert answer.status_code == status
    assert answer.content_type == PROBLEM
    problem = Problem.model_validate_json(answer.data)
    assert problem.status == status
    return problem


@pytest.mark.parametrize("token", ["one", "two"])
@pytest.mark.parametrize("media_type", [PDF, DOCX])
@pytest.mark.parametrize("kind", ["form", "blank"])
def test_the_client_gets_a_whole_document_with_either_token(
    token: str, media_type: str, kind: str, ours: Settings
) -> None:
    app = create_app(ours)
    with DocgenClient("http://docgen", token, httpx.WSGITransport(app=app)) as client:
        assert client.make(any_sample(kind), media_type)


def test_the_answer_carries_both_hashes_and_is_kept_nowhere(docgen: FlaskClient) -> None:
    answer = post(docgen)
    digest = b64encode(hashlib.sha256(answer.data).digest()).decode()
    assert answer.headers["Content-Digest"] == f"sha-256=:{digest}:"
    assert answer.headers["Request-Sha256"] == hashlib.sha256(sample().canonical()).hexdigest()
    assert answer.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    "authorization", ["", "Bearer ", "Bearer three", "Bearer on", "Basic b25lOm9uZQ==", "Bearer ø", "one"]
)
def test_without_a_right_token_nobody_is_let_in(authorization: str, docgen: FlaskClient) -> None:
    answer = post(docgen, headers={"Authorization": authorization})
    is_problem(answer, 401)
    assert answer.headers["WWW-Authenticate"] == "Bearer"
    is_problem(docgen.post("/v1/verifications", headers={"Authorization": authorization}), 401)


def test_where_no_token_is_set_no_token_is_right() -> None:
    is_problem(post(create_app(Settings()).test_client(), headers={"Authorization": "Bearer "}), 401)


@pytest.mark.parametrize("accept", ["text/html", "application/json", "image/*"])
def test_another_media_type_is_not_to_be_had(accept: str, docgen: FlaskClient) -> None:
    is_problem(post(docgen, headers={**LET_IN, "Accept": accept}), 406)


@pytest.mark.parametrize(
    ("accept", "given"), [(f"{DOCX};q=0.5, {PDF}", PDF), (f"{DOCX}, {PDF};q=0.1", DOCX), ("*/*", PDF)]
)
def test_the_media_type_that_is_liked_best_is_given(accept: str, given: str, docgen: FlaskClient) -> None:
    assert post(docgen, headers={**LET_IN, "Accept": accept}).content_type == given


@pytest.mark.parametrize("content_type", ["text/plain", "application/x-www-form-urlencoded", ""])
def test_a_body_that_is_said_to_be_something_else_is_not_read(content_type: str, docgen: FlaskClient) -> None:
    is_problem(post(docgen, content_type=content_type), 415)


def test_a_body_that_is_too_long_is_not_read(ours: Settings) -> None:
    docgen = create_app(ours.model_copy(update={"body_limit": 1000})).test_client()
    is_problem(post(docgen), 413)


WRONG = {
    "no JSON": b"{",
    "no UTF-8": b'{"a": "\xff"}',
    "nothing": b"",
    "a list": b"[]",
    "not a number": b'{"contract": NaN}',
    "nested without end": b"[" * 100_000,
    "a key twice": b'{"contract":1,' + sample().canonical()[1:],
    "another version": sent(contract=2),
    "an unknown key": sent(hemmelig="hemmelig"),
    "a lone surrogate (A-008)": sample().canonical().replace(b"Bokm\xc3\xa5l", b"a\\ud800b"),
    "a control character": sample().canonical().replace(b"Bokm\xc3\xa5l", b"a\\u0007b"),
    "not normalised": sample().canonical().replace(b"Bokm\xc3\xa5l", b"Bokma\\u030al"),
    "another content than was signed": sample().canonical().replace(b"Bokm\xc3\xa5l", b"Nynorsk"),
}


@pytest.mark.parametrize("body", WRONG.values(), ids=WRONG)
def test_a_wrong_request_is_refused_without_a_word_of_it(body: bytes, docgen: FlaskClient) -> None:
    answer = post(docgen, body)
    assert is_problem(answer, 422).detail
    assert b"hemmelig" not in answer.data
    assert b"Fjellvik" not in answer.data


def test_a_refusal_names_the_field(docgen: FlaskClient) -> None:
    body = sample().canonical().replace(b'"language":"nb"', b'"language":"tlh"')
    assert is_problem(post(docgen, body), 422).detail == "content.language: literal_error"


@pytest.mark.parametrize(
    "changed",
    [
        {"signatures": []},
        {"contract": True},
        {"blank": {}},
        {"blank": None},
        {"content": json.loads(sample().canonical())["content"]},
    ],
    ids=repr,
)
def test_a_wrong_request_for_a_blank_form_is_refused(changed: dict[str, Any], docgen: FlaskClient) -> None:
    said = json.loads(blank_sample().canonical())
    is_problem(post(docgen, json.dumps({**said, **changed}).encode()), 422)
    assert post(docgen, json.dumps(said).encode()).status_code == 200


def test_an_expired_certificate_seals_nothing_and_word_files_are_still_made(tmp_path: Path) -> None:
    path = tmp_path / "old.p12"
    path.write_bytes(self_made(b"x", datetime.now(UTC) - 2 * LIFE))
    docgen = create_app(Settings(tokens="one", seal_file=path, seal_passphrase="x")).test_client()
    answer = post(docgen, headers={**LET_IN, "Accept": PDF})
    is_problem(answer, 503)
    assert int(answer.headers["Retry-After"]) > 0
    is_problem(docgen.get("/readyz"), 503)
    assert post(docgen).status_code == 200


def test_when_all_places_are_taken_others_are_asked_to_come_again(
    ours: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = create_app(ours.model_copy(update={"at_once": 1, "waiting": 0}))
    entered, leave = Event(), Event()

    def slow(*_: object) -> None:
        entered.set()
        leave.wait(10)

    monkeypatch.setattr(make, "check_docx", slow)
    first = Thread(target=lambda: post(app.test_client()))
    first.start()
    assert entered.wait(10)
    answer = post(app.test_client())
    leave.set()
    first.join()
    is_problem(answer, 429)
    assert answer.headers["Retry-After"] == "2"
    assert post(app.test_client()).status_code == 200


ASKS_FOR_MUCH = asking("\u0301 ja").canonical()


@pytest.mark.parametrize("media_type", [PDF, DOCX])
def test_a_document_that_nobody_waits_for_any_more_is_given_up(
    media_type: str, ours: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    hurried = create_app(ours.model_copy(update={"seconds": 1e-9})).test_client()
    answer = post(hurried, ASKS_FOR_MUCH, headers={**LET_IN, "Accept": media_type})
    assert is_problem(answer, 503).detail == "This took too long."
    assert answer.headers["Retry-After"] == "60"
    assert caplog.messages == ["a document took too long and was given up"]


@pytest.mark.parametrize("media_type", [PDF, DOCX])
def test_a_document_whose_turn_does_not_come_in_time_is_given_up_and_the_next_is_made(
    media_type: str, ours: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    docgen = create_app(ours.model_copy(update={"seconds": 0.2})).test_client()
    headers = {**LET_IN, "Accept": media_type}
    monkeypatch.setattr(make, "_found", {})
    with monkeypatch.context() as taken:
        turn = Lock()
        turn.acquire()
        taken.setattr("docgen.pdf._one_at_a_time", turn)
        is_problem(post(docgen, ASKS_FOR_MUCH, headers=headers), 503)
    assert post(create_app(ours).test_client(), ASKS_FOR_MUCH, headers=headers).status_code == 200


def test_a_second_attempt_is_not_begun_when_the_time_is_over(
    ours: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    docgen = create_app(ours.model_copy(update={"seconds": 0.3})).test_client()
    attempts = []

    def slow(*_: object) -> None:
        attempts.append(1)
        sleep(0.3)
        raise Incomplete("text 3 of the PDF")

    monkeypatch.setattr(make, "pdf", slow)
    is_problem(post(docgen, ASKS_FOR_MUCH, headers={**LET_IN, "Accept": PDF}), 503)
    assert len(attempts) == 1


def test_a_document_with_a_hole_is_an_error_and_no_file(
    docgen: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def hole(*_: object) -> None:
        raise Incomplete("text 3 of the Word file")

    monkeypatch.setattr(make, "check_docx", hole)
    is_problem(post(docgen), 422)


def test_a_panic_is_a_request_that_is_not_to_be_tried_again(
    docgen: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def panic(*_: object) -> None:
        raise Panicked

    monkeypatch.setattr(make, "check_pdf", panic)
    is_problem(post(docgen, headers={**LET_IN, "Accept": PDF}), 422)


def test_an_unforeseen_error_tells_nothing_and_logs_no_text(
    docgen: FlaskClient, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("Fjellvik")

    monkeypatch.setattr(make, "check_docx", broken)
    answer = post(docgen)
    is_problem(answer, 500)
    assert b"Fjellvik" not in answer.data
    assert "RuntimeError" in caplog.text
    assert "Fjellvik" not in caplog.text


def test_a_sealed_document_is_verified(docgen: FlaskClient) -> None:
    made = post(docgen, headers={**LET_IN, "Accept": PDF}).data
    for body, genuine in ((made, True), (made + b"x", False), (b"", False)):
        answer = docgen.post("/v1/verifications", data=body, headers=LET_IN, content_type=PDF)
        assert answer.status_code == 200
        assert answer.get_json()["genuine"] is genuine
    is_problem(docgen.post("/v1/verifications", data=made, headers=LET_IN, content_type=DOCX), 415)


@pytest.mark.parametrize("kind", KINDS)
def test_the_samples_are_shown_in_development_only(kind: str, ours: Settings, docgen: FlaskClient) -> None:
    is_problem(docgen.get(f"/v1/samples/{kind}"), 404)
    development = create_app(ours.model_copy(update={"development": True})).test_client()
    assert development.get(f"/v1/samples/{kind}").content_type == PDF
    assert development.get(f"/v1/samples/{kind}", headers={"Accept": DOCX}).content_type == DOCX
    is_problem(development.get("/v1/samples/unknown"), 404)


def test_the_description_is_drawn_from_the_models(docgen: FlaskClient) -> None:
    description = docgen.get("/openapi.json").get_json()
    assert set(description["paths"]) == {"/v1/documents", "/v1/verifications", "/livez", "/readyz"}
    assert description["components"]["schemas"]["DocumentRequest"]["additionalProperties"] is False
    assert {"Content", "Blank", "Report", "Problem"} <= set(description["components"]["schemas"])


def test_health_is_told_without_a_token(docgen: FlaskClient) -> None:
    assert docgen.get("/livez").status_code == docgen.get("/readyz").status_code == 200


@pytest.mark.parametrize("path", ["/", "/v1/documents", "/v1/samples/../settings"])
def test_no_other_door_is_open(path: str, docgen: FlaskClient) -> None:
    assert docgen.get(path).status_code in {404, 405}
