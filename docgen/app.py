"""The document service over HTTP: keeps nothing, knows nobody, answers with a whole document or an error."""

import hashlib
from base64 import b64encode

from flask import Flask, Response, request
from werkzeug.exceptions import NotFound

from docgen.asked import HEADER, believed
from docgen.contract import DOCX, PDF, AnyRequest
from docgen.deadline import Deadline
from docgen.docx import MASTERS
from docgen.door import let_in, read, sent, wanted
from docgen.figures import figures
from docgen.keyring import Keyring
from docgen.make import make_docx, make_pdf
from docgen.openapi import openapi
from docgen.problems import tell
from docgen.readiness import readiness
from docgen.room import Room
from docgen.settings import Settings, load
from docgen.sound_settings import held
from docgen.verify import verify


def create_app(settings: Settings | None = None) -> Flask:
    """The application that gunicorn serves."""
    settings = settings or held(load())
    app = Flask(__name__, static_folder=None)
    keys, room = Keyring(settings), Room(settings.at_once, settings.waiting)
    tell(app)
    app.before_request(_name)

    @app.post("/v1/documents")
    def documents() -> Response:
        let_in(request, settings.tokens)
        media_type = wanted(request)
        request.max_content_length = settings.body_limit
        asked, deadline = read(sent(request, "application/json")), Deadline(settings.seconds)
        with room.place(deadline):
            return _answer(asked, media_type, keys, deadline)

    @app.post("/v1/verifications")
    def verifications() -> Response:
        let_in(request, settings.tokens)
        request.max_content_length = settings.file_limit
        with room.place(Deadline(settings.seconds)):
            report = verify(sent(request, PDF), keys.certificates())
        return Response(report.model_dump_json(), content_type="application/json")

    @app.get("/v1/samples/<kind>")
    def samples(kind: str) -> Response:
        if not settings.development or kind not in {path.stem for path in MASTERS.glob("*.typ")}:
            raise NotFound
        asked = read((MASTERS / f"{kind}.sample.json").read_bytes())
        return _answer(asked, wanted(request), keys, Deadline(settings.seconds))

    @app.get("/openapi.json")
    def description() -> dict[str, object]:
        return openapi()

    @app.get("/livez")
    def live() -> dict[str, str]:
        return {"status": "ok"}

    @app.get("/readyz")
    def ready() -> dict[str, str | int]:
        return readiness(keys)

    _tell_figures(app, settings, keys)
    return app


def _tell_figures(app: Flask, settings: Settings, keys: Keyring) -> None:
    @app.get("/metrics")
    def metrics() -> Response:
        if not settings.metrics_token.get_secret_value():
            raise NotFound
        let_in(request, (settings.metrics_token,))
        return Response(figures(keys), content_type="text/plain; version=0.0.4; charset=utf-8")


def _name() -> None:
    """The server's own line tells the route as it is declared, and for which request of the wizard's."""
    request.environ["route"] = request.url_rule.rule if request.url_rule else ""
    request.environ["request_id"] = believed(request.headers.get(HEADER))


def _answer(asked: AnyRequest, media_type: str, keys: Keyring, deadline: Deadline) -> Response:
    made = make_docx(asked, deadline) if media_type == DOCX else make_pdf(asked, keys.current(), deadline)
    response = Response(made, content_type=media_type)
    response.headers["Content-Digest"] = f"sha-256=:{b64encode(hashlib.sha256(made).digest()).decode()}:"
    response.headers["Request-Sha256"] = asked.sha256()
    response.headers["Cache-Control"] = "no-store"
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response
