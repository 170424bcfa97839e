"""Alembic's way in: migrates the database of the engine that ``wizard.migrate`` hands over."""

from alembic import context

from wizard import models_access, models_acting

TABLES = (models_acting.Power, models_access.Access)
"""Of each module with tables one: all share one catalogue."""

connection = context.config.attributes["connection"]
context.configure(
    connection=connection, target_metadata=TABLES[0].metadata, render_as_batch=True, compare_type=True
)
with context.begin_transaction():
    context.run_migrations()
