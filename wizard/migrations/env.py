"""Alembic's way in: migrates the database of the engine that ``wizard.migrate`` hands over."""

from alembic import context

from wizard.models_acting import Power
from wizard.models_consents import Consent

TABLES = (Power, Consent)
"""One of each module of tables: they are known once it is imported."""
connection = context.config.attributes["connection"]
context.configure(
    connection=connection, target_metadata=TABLES[0].metadata, render_as_batch=True, compare_type=True
)
with context.begin_transaction():
    context.run_migrations()
