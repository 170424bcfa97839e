"""/metrics, for whoever knows its token; without one set there is no such page."""

from flask import Response, request
from werkzeug.exceptions import NotFound

from wizard import figures
from wizard.access import anyone, guarded_by
from wizard.routes.blueprints import public
from wizard.routes.here import tools


@public.get("/metrics")
@guarded_by(anyone)
def metrics() -> Response:
    if not figures.may_read(tools().settings.metrics_token, request.headers.get("Authorization", "")):
        raise NotFound
    return Response(figures.of_wizard(tools()), content_type=figures.TYPE)
