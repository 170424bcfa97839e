"""Alembic's way in: migrates the database of the engine that ``wizard.migrate`` hands over."""

from typing import Any

from alembic import context

from wizard import (
    models_access,
    models_acting,
    models_consents,
    models_deliveries,
    models_keys,
    models_notices,
    models_paper,
    models_search,
    models_workers,
)
from wizard.failpoints import reach

TABLES = (
    models_acting.Power,
    models_consents.Consent,
    models_deliveries.Delivery,
    models_paper.PaperIntake,
    models_access.Access,
    models_keys.LookupKeys,
    models_search.SearchWord,
    models_notices.Notice,
    models_workers.Worker,
)
"""One of each module of tables: they are known once it is imported."""


def _applied(ctx: Any, step: Any, heads: Any, run_args: Any) -> None:  # noqa: ARG001 -- Alembic's signature
    reach(f"migrated_{step.up_revision_id}")


connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=TABLES[0].metadata,
    render_as_batch=True,
    compare_type=True,
    on_version_apply=_applied,
)
with context.begin_transaction():
    context.run_migrations()
