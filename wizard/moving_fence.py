"""Keeps a database from being written to while it is moved, and for good once it has been.

While a move reads, it holds the database as a writer that does not come to an end: others wait, and are told that
nothing can be saved just now. Held by a transaction, it is let go of however the move ends. What has been moved must
take nothing any more, from no program of any version: that stands in the database itself, as triggers.
"""

from sqlalchemy import ColumnClause, Connection, column, select, table

from wizard import database_snapshot

NAME = "the_site_has_been_moved"
WAITS = "60s"
"""For those who write when the move begins."""
OPERATIONS = ("INSERT", "UPDATE", "DELETE")


def hold(connection: Connection) -> None:
    """Nobody else writes to any table until the transaction ends. In SQLite it is alone from its beginning."""
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql(f"SET LOCAL lock_timeout = '{WAITS}'")
        if names := ", ".join(_names(connection)):
            connection.exec_driver_sql(f"LOCK TABLE {names} IN SHARE ROW EXCLUSIVE MODE")


def fence(connection: Connection) -> None:
    """Let nothing be written any more. To whoever tries, it is as if the database were away: they keep what they typed.

    SQLite's own way of refusing in a trigger tells of a broken rule instead, which callers take for a row that is there
    already. So there the trigger looks into a table that does not exist, and whose name says why.
    """
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql(
            f"CREATE FUNCTION {NAME}() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN"
            f" RAISE EXCEPTION '{NAME}' USING ERRCODE = 'object_not_in_prerequisite_state'; END$$"
        )
    for name in _names(connection):
        for statement in _on(connection, name):
            connection.exec_driver_sql(statement)


def _on(connection: Connection, name: str) -> list[str]:
    if connection.dialect.name == "postgresql":
        told = f"BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON {name}"
        return [f"CREATE TRIGGER {NAME} {told} FOR EACH STATEMENT EXECUTE FUNCTION public.{NAME}()"]
    bare = name.strip('"')
    return [
        f'CREATE TRIGGER "{NAME}_{bare}_{done}" BEFORE {done} ON {name} BEGIN SELECT * FROM {NAME}; END'  # noqa: S608 -- names of tables
        for done in OPERATIONS
    ]


def lift(connection: Connection) -> None:
    """Let it be written to."""
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql(f"DROP FUNCTION {NAME}() CASCADE")
        return
    for name in _triggers(connection):
        connection.exec_driver_sql(f'DROP TRIGGER "{name}"')


def is_fenced(connection: Connection) -> bool:
    return bool(_triggers(connection))


def _triggers(connection: Connection) -> list[str]:
    named, kept = (
        ("tgname", "pg_trigger") if connection.dialect.name == "postgresql" else ("name", "sqlite_master")
    )
    name: ColumnClause[str] = column(named)
    return list(connection.scalars(select(name).select_from(table(kept)).where(name.startswith(NAME))))


def _names(connection: Connection) -> list[str]:
    """Every table, the hand-over's own with them, as a statement names it."""
    return [
        ".".join(f'"{part}"' for part in name.split(".")) for _, name in database_snapshot.tables(connection)
    ]
