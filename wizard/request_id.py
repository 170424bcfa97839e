"""Gives each request its number: told in each line of the log, in the answer's ``X-Request-Id``, and on error pages."""

from flask import Flask, Response, request

from docgen.contract import HEADER, believed
from wizard.request_of import begin, current, drawn
from wizard.settings import Settings


def init_app(app: Flask, settings: Settings) -> None:
    """Before all else that may log. A proxy's number is taken where there is a trusted proxy, in our shape alone."""

    def give() -> None:
        number = believed(request.headers.get(HEADER)) if settings.proxies else ""
        begin(number or drawn())
        request.environ["request_id"] = current()

    app.before_request(give)
    app.after_request(_tell)
    app.jinja_env.globals["request_id"] = current


def _tell(response: Response) -> Response:
    response.headers[HEADER] = current()
    return response
