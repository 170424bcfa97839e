"""Whether the process answers at all, for whoever keeps it running."""

from wizard.access import anyone, guarded_by
from wizard.routes.blueprints import public


@public.get("/livez")
@guarded_by(anyone)
def live() -> dict[str, str]:
    return {"status": "ok"}
