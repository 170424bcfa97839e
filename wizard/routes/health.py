"""Whether the process answers at all, and whether it can work, for whoever keeps it running."""

from flask import Flask, current_app
from flask.typing import ResponseReturnValue

from wizard.access import anyone, guarded_by
from wizard.readiness import WARNINGS, Readiness, is_ready
from wizard.routes.blueprints import public


def init_app(app: Flask) -> None:
    app.extensions["readiness"] = Readiness(app.extensions["tools"])


@public.get("/livez")
@guarded_by(anyone)
def live() -> dict[str, str]:
    return {"status": "ok"}


@public.get("/readyz")
@guarded_by(anyone)
def ready() -> ResponseReturnValue:
    """503 where it is not ready. It tells what by name, and nothing of where it is or of which version."""
    found = current_app.extensions["readiness"].now()
    well = is_ready(found)
    told = {name: "ok" if is_well else _word(name) for name, is_well in found.items()}
    return {"status": "ok" if well else "failing", "checks": told}, 200 if well else 503


def _word(name: str) -> str:
    return "warning" if name in WARNINGS else "failing"
