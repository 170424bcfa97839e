"""A backup read into an empty place: all of it, compared with what it says of itself, or nothing."""

import sqlite3
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from alembic.script import ScriptDirectory
from sqlalchemy import inspect
from sqlalchemy.engine import make_url
from sqlalchemy.schema import CreateSchema, DropSchema

from wizard import backup_manifest, database_snapshot, migrate, postgresql_copy, sqlite_copy
from wizard.backup_manifest import FILES, BackupError, Manifest
from wizard.failpoints import reach
from wizard.files.copying import NotCopiedError, copy_all
from wizard.files.folder import Folder
from wizard.files.interface import FileStore
from wizard.store import open_engine


def restore(source: Path, database_url: str, files: FileStore) -> Manifest:
    """Restore the backup; ``BackupError`` with a sentence for each thing that is wrong, and then nothing is left."""
    told = backup_manifest.read(source)
    if wrong := _unfit(told, database_url, files) or backup_manifest.wrong_in(source, told):
        raise BackupError("\n".join(["Nothing is restored:", *wrong]))
    with _files(source, files), _database(database_url):
        reach("restore_files_placed")
        _read_in(source / told.database, database_url)
        reach("restore_database_read")
        found = database_snapshot.look(database_url)
        if (found.rows, found.migration) != (told.rows, told.migration):
            raise BackupError("Nothing is restored: the database has other rows than were backed up.")
    return told


def _unfit(told: Manifest, database_url: str, files: FileStore) -> list[str]:
    url, said = make_url(database_url), []
    known = ScriptDirectory.from_config(migrate.configuration(None))
    if told.kind != url.get_backend_name():
        said.append(
            f"It is a backup of {told.kind}, and VEIVISER_DATABASE_URL names {url.get_backend_name()}."
        )
    elif not _is_empty(database_url):
        said.append("The database of VEIVISER_DATABASE_URL is not empty.")
    if told.migration not in {one.revision for one in known.walk_revisions()}:
        said.append(f"It was made by a newer version, {told.version}: install that one.")
    said += _not_empty(files)
    return said


def _not_empty(files: FileStore) -> list[str]:
    if isinstance(files, Folder) and files.path.exists() and any(files.path.iterdir()):
        return [f"{files.path} is not empty."]
    try:
        return ["There are files in VEIVISER_FILES already."] if any(files.names()) else []
    except OSError as error:
        return [f"VEIVISER_FILES cannot be read: {error.strerror or error}."]


def _is_empty(database_url: str) -> bool:
    url = make_url(database_url)
    if url.get_backend_name() == "sqlite":
        return not Path(url.database or "").exists()
    engine = open_engine(database_url, writes=False)
    try:
        with engine.connect() as connection:
            return not database_snapshot.tables(connection)
    finally:
        engine.dispose()


@contextmanager
def _files(source: Path, files: FileStore) -> Iterator[None]:
    """All of them under their own names, before there is a database that speaks of them; none, if that fails."""
    try:
        with files.filling() as filled:
            copy_all(Folder(source / FILES), filled)
    except (OSError, NotCopiedError) as error:
        said = getattr(error, "strerror", None) or error
        raise BackupError(f"Nothing is restored: VEIVISER_FILES is not written, {said}.") from error
    try:
        yield
    except BaseException:
        for names in list(files.names()):
            for name in names:
                files.delete(name)
        raise


@contextmanager
def _database(database_url: str) -> Iterator[None]:
    """It was empty, and is so again if anything goes wrong."""
    try:
        yield
    except BaseException:
        _empty(database_url)
        raise


def _read_in(copy: Path, database_url: str) -> None:
    url = make_url(database_url)
    if url.get_backend_name() == "sqlite":
        target = Path(url.database or "")
        target.parent.mkdir(parents=True, exist_ok=True)
        draft = target.with_name(f".{target.name}.{uuid.uuid4().hex}.part")
        try:
            sqlite_copy.copy(copy, draft)
            draft.rename(target)
        except sqlite3.Error as error:
            raise BackupError(f"Nothing is restored: the database is damaged, {error}.") from error
        finally:
            draft.unlink(missing_ok=True)
    else:
        postgresql_copy.restore(url, copy)


def _empty(database_url: str) -> None:
    url = make_url(database_url)
    if url.get_backend_name() == "sqlite":
        for name in ("", "-wal", "-shm", "-journal"):
            Path(f"{url.database}{name}").unlink(missing_ok=True)
        return
    engine = open_engine(database_url, writes=True)
    try:
        with engine.begin() as connection:
            for schema in {name.partition(".")[0] for _, name in database_snapshot.tables(connection)}:
                connection.execute(DropSchema(schema, cascade=True))
            if "public" not in inspect(connection).get_schema_names():
                connection.execute(CreateSchema("public"))
    finally:
        engine.dispose()
