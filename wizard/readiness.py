"""Whether the wizard can take what citizens send: it can write, has room, and the tables are this version's.

What is found is answered by name and by yes or no alone. It is kept for some seconds and looked for by one request at
a time, so that whoever asks without end makes no more work than whoever keeps the site running.
"""

import shutil
import time
from collections.abc import Callable, Mapping
from datetime import timedelta
from pathlib import Path
from threading import Lock

from sqlalchemy.exc import SQLAlchemyError

from wizard.heartbeat import Heartbeats
from wizard.migrate import queue_stands_at_newest, stands_at_newest
from wizard.settings import Settings
from wizard.tools import Tools

LASTS_SECONDS = 5.0
HANGS_SECONDS = 15.0
"""After so long, a look that has not ended is itself what is wrong."""
WAITS = "2s"
"""As long PostgreSQL may wait for others, as SQLite does by its turns."""

FAR = "file_store"
"""What files are called where they lie in a store that others share."""

Found = Mapping[str, bool]
WARNINGS = frozenset({"worker", FAR})
"""What is no reason to send nobody here.

Without a worker forms are taken all the same, and documents follow; a store that is away is away for all processes, and
most pages need no file.
"""


class Readiness:
    """Of one process."""

    def __init__(self, tools: Tools) -> None:
        self._tools = tools
        self._looking = Lock()
        self._found: Found = {}
        self._found_at = float("-inf")

    def now(self) -> Found:
        """What is well and what is not, by name: no older than some seconds, and never waited for twice."""
        age = time.monotonic() - self._found_at
        if age < LASTS_SECONDS:
            return self._found
        if not self._looking.acquire(blocking=False):
            return self._found if age < HANGS_SECONDS else {"in_time": False}
        try:
            self._found = look(self._tools)
            self._found_at = time.monotonic()
        finally:
            self._looking.release()
        return self._found


def look(tools: Tools) -> Found:
    """Each thing by its name, whether it is well."""
    checks: dict[str, Callable[[Tools], bool]] = {
        "database": database_writes,
        "migrations": migrated,
        "files" if isinstance(tools.settings.files, Path) else FAR: files_write,
        "room": has_room,
        "worker": worker_seen,
    }
    return {name: is_well(check, tools) for name, check in checks.items()}


def is_ready(found: Found) -> bool:
    """Whether it can take what citizens send, whatever else is to be seen to."""
    return all(is_well for name, is_well in found.items() if name not in WARNINGS)


def is_well(check: Callable[[Tools], bool], tools: Tools) -> bool:
    """Whether it is so, and can be found out at all."""
    try:
        return check(tools)
    except (SQLAlchemyError, OSError):
        return False


def database_writes(tools: Tools) -> bool:
    """A row is written and the transaction rolled back: nothing is changed, and a database that only reads is found."""
    with tools.store.begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.exec_driver_sql(f"SET LOCAL lock_timeout = '{WAITS}'")
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = version_num")
        transaction = connection.get_transaction()
        if transaction:
            transaction.rollback()
    return True


def migrated(tools: Tools) -> bool:
    """Both our own tables and those of the queue, without which nothing can be sent."""
    with tools.store.connect() as connection:
        return stands_at_newest(connection) and queue_stands_at_newest(tools.store.reader)


def worker_seen(tools: Tools) -> bool:
    """Whether a worker has said that it is alive, since the time after which others would take it for lost."""
    seen = Heartbeats(tools.store).seen().values()
    since = tools.clock() - timedelta(seconds=tools.settings.lost_seconds)
    return any(at > since for at in seen)


def files_write(tools: Tools) -> bool:
    """Something is written where attachments lie."""
    tools.blobs.store.try_out()
    return True


def has_room(tools: Tools) -> bool:
    return all(free >= tools.settings.least_free_bytes for free in free_bytes(tools.settings).values())


def free_bytes(settings: Settings) -> dict[str, int]:
    """Room where the files lie, and the database where it is a file here; PostgreSQL's own is its keeper's to watch."""
    return {name: shutil.disk_usage(_there(folder)).free for name, folder in _folders(settings).items()}


def _folders(settings: Settings) -> dict[str, Path]:
    scheme, _, name = settings.database_url.partition(":///")
    database = {"database": Path(name.partition("?")[0]).parent} if scheme.startswith("sqlite") else {}
    files = {"files": settings.files} if isinstance(settings.files, Path) else {}
    return database | files


def _there(folder: Path) -> Path:
    """The folder, or what it will lie in: it is made when it is first written to."""
    folder = folder.absolute()
    return next(one for one in (folder, *folder.parents) if one.is_dir())
