"""Brings the database to this version's tables: ours by Alembic, the hand-over's by DBOS."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from dbos._migration import get_migration_versions, get_sqlite_migration_versions
from sqlalchemy import Connection, Engine

from wizard import handover
from wizard.failpoints import reach
from wizard.migrating_alone import alone
from wizard.store import Store

FOLDER = Path(__file__).resolve().parent / "migrations"
QUEUE_SCHEMA = "dbos"


def configuration(connection: object) -> Config:
    """Alembic's configuration on an open connection; there is no alembic.ini."""
    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    config.attributes["connection"] = connection
    return config


def migrate(database_url: str) -> None:
    """Upgrade to the newest tables; a database that is there already is left as it is.

    Ours come in one transaction, and the hand-over's in one each: who begins anew after a death in the middle goes on.
    """
    with alone(database_url):
        store = Store(database_url)
        try:
            with store.writer.begin() as connection:
                command.upgrade(configuration(connection), "head")
        finally:
            store.close()
        reach("migrated_ours")
        handover.prepare(database_url)


def is_behind(database_url: str) -> bool:
    """Whether the database has other tables than this version's, or none."""
    store = Store(database_url)
    try:
        with store.connect() as connection:
            return not stands_at_newest(connection)
    finally:
        store.close()


def stands_at_newest(connection: Connection) -> bool:
    """Whether the database has this version's tables."""
    newest = ScriptDirectory.from_config(configuration(connection)).get_heads()
    return set(MigrationContext.configure(connection).get_current_heads()) == set(newest)


def queue_stands_at_newest(engine: Engine) -> bool:
    """Whether the hand-over's tables are this version's, or newer ones, which an older DBOS works with too."""
    if engine.dialect.name == "sqlite":
        there, newest = get_sqlite_migration_versions(engine)
    else:
        there, newest = get_migration_versions(engine, QUEUE_SCHEMA, use_listen_notify=True)
    return there >= newest
