"""The migrations make the tables that the models name, and take them away again."""

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import inspect

from wizard.migrate import configuration
from wizard.models import Table
from wizard.store import open_engine


def test_up_is_what_the_models_say_and_down_leaves_nothing(database_url: str) -> None:
    engine = open_engine(database_url, writes=True)
    with engine.begin() as connection:
        command.upgrade(configuration(connection), "head")
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, Table.metadata) == []
    with engine.begin() as connection:
        command.downgrade(configuration(connection), "base")
        assert inspect(connection).get_table_names() == ["alembic_version"]
    engine.dispose()
