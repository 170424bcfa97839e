"""Brings the database to this version's tables: ours by Alembic, the hand-over's by DBOS."""

from pathlib import Path

from alembic import command
from alembic.config import Config

from wizard import handover
from wizard.store import Store

FOLDER = Path(__file__).resolve().parent / "migrations"


def configuration(connection: object) -> Config:
    """Alembic's configuration on an open connection; there is no alembic.ini."""
    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    config.attributes["connection"] = connection
    return config


def migrate(database_url: str) -> None:
    """Upgrade to the newest tables; a database that is there already is left as it is."""
    store = Store(database_url)
    with store.writer.begin() as connection:
        command.upgrade(configuration(connection), "head")
    store.close()
    handover.prepare(database_url)
