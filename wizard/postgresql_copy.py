"""A PostgreSQL database out and in by its own programs, pg_dump and pg_restore."""

import os
import subprocess
from pathlib import Path

from sqlalchemy import URL

from wizard.backup_manifest import BackupError

COMMON = ("--no-owner", "--no-privileges", "--no-password")


def dump(url: URL, snapshot: str, target: Path) -> None:
    """Write the database as it is in that exported snapshot; ``BackupError`` where it cannot be done."""
    target.touch(mode=0o600)
    _run(
        url,
        "pg_dump",
        "--format=custom",
        f"--snapshot={snapshot}",
        f"--file={target}",
        f"--dbname={_name(url)}",
    )
    with target.open("rb") as file:
        os.fsync(file.fileno())


def restore(url: URL, source: Path) -> None:
    """Read it into an empty database, in one transaction; ``BackupError`` where nothing was read in."""
    _run(url, "pg_restore", "--single-transaction", "--exit-on-error", f"--dbname={_name(url)}", str(source))


def _name(url: URL) -> str:
    """As the programs take it; without the password, which everybody on the machine could read there."""
    bare = URL.create("postgresql", url.username, None, url.host, url.port, url.database, url.query)
    return bare.render_as_string(hide_password=False)


def _run(url: URL, program: str, *arguments: str) -> None:
    password = {"PGPASSWORD": str(url.password)} if url.password else {}
    command = [program, *COMMON, *arguments]
    try:
        done = subprocess.run(command, env=os.environ | password, check=False, capture_output=True, text=True)  # noqa: S603 -- PostgreSQL's own
    except FileNotFoundError as error:
        raise BackupError(
            f"{program} is not on this machine: install PostgreSQL's client programs, as new as the server or newer."
        ) from error
    if done.returncode:
        raise BackupError(
            f"{program} failed: {done.stderr.strip().splitlines()[0] if done.stderr.strip() else '?'}"
        )
