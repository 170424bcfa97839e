"""Two wizards and two workers leave PostgreSQL connections for whoever looks after it, as docs/deploying.md counts."""

import runpy
from typing import Any

from tests.unit.house.files import HOUSE
from wizard.settings import Settings
from wizard.worker import LISTENS, OWN_CONNECTIONS

ROOM = 100 - 3
"""PostgreSQL's ``max_connections`` as it comes, without those that it keeps for its keeper."""
BY_HAND = 7


def test_two_of_each_stay_below_what_postgresql_has_room_for() -> None:
    usual: dict[str, Any] = {name: field.default for name, field in Settings.model_fields.items()}
    process = 2 * (usual["database_pool"] + usual["database_overflow"])
    wizard = runpy.run_path(str(HOUSE / "gunicorn.conf.py"))["workers"] * process
    worker = process + usual["hand_overs_at_once"] + usual["deliveries_at_once"] + OWN_CONNECTIONS + LISTENS
    assert 2 * wizard + 2 * worker + BY_HAND <= ROOM
    told = (HOUSE / "docs" / "deploying.md").read_text(encoding="utf-8")
    assert f"= {wizard} |" in told
    assert f"= {worker} |" in told
    assert f"= {2 * wizard + 2 * worker} |" in told
