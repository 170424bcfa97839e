"""Alembic's way in: migrates the database of the engine that ``wizard.migrate`` hands over."""

from alembic import context

from wizard.models_acting import Power

connection = context.config.attributes["connection"]
context.configure(
    connection=connection, target_metadata=Power.metadata, render_as_batch=True, compare_type=True
)
with context.begin_transaction():
    context.run_migrations()
