"""A site whose database and files lie on disks of some megabytes each, that a test fills and empties.

Its web runs in a namespace of its own, where the two folders are file systems of that size. Where the machine permits
none, what the web writes is limited instead: it fails as late, with another error.
"""

import os
import resource
import shutil
import subprocess
from pathlib import Path
from typing import Self

import psutil

from tests.draft import Draft, begin
from tests.forked import BIN, HOUSE
from tests.guest import Guest
from tests.migrated import migrated
from tests.running_site import Site

MEGABYTE = 1024 * 1024
SIZE = 24 * MEGABYTE
UNLIMITED = resource.RLIM_INFINITY
SCRIPT = """
set -e
for disk in "$DISKS/database" "$DISKS/files"; do mount -t tmpfs -o size=$SIZE tmpfs "$disk"; done
cp "$DISKS/first.sqlite" "$DISKS/database/site.sqlite"
exec "$@"
"""
ALONE = (["unshare", "--user", "--map-root-user", "--mount"], ["unshare", "--mount"])


def namespace() -> list[str]:
    """What runs a command with file systems of its own; nothing where that is not permitted."""
    for command in ALONE if shutil.which("unshare") else ():
        tries = subprocess.run(
            [*command, "mount", "-t", "tmpfs", "tmpfs", "/mnt"], check=False, capture_output=True
        )
        if tries.returncode == 0:
            return command
    return []


class SmallDisks(Site):
    """``database`` and ``files`` are the folders as the web sees them, found from outside."""

    def __init__(self, folder: Path, alone: list[str]) -> None:
        super().__init__(folder, f"sqlite:///{folder / 'database' / 'site.sqlite'}", workers=1)
        self._alone = alone
        self.environment |= {
            "VEIVISER_LEAST_FREE_BYTES": "1000000",
            "DISKS": str(folder),
            "SIZE": str(SIZE),
        }

    def __enter__(self) -> Self:
        for disk in ("database", "files"):
            (self.folder / disk).mkdir()
        first = self.folder / "first.sqlite"
        migrated(f"sqlite:///{first}")
        if not self._alone:
            shutil.copy(first, self.folder / "database" / "site.sqlite")
        serve = [str(BIN / "gunicorn"), "wsgi:app", "-b", f"127.0.0.1:{self.port}", "-w", "1"]
        command = [*self._alone, "sh", "-c", SCRIPT, "sh", *serve] if self._alone else serve
        with (self.folder / "wizard.log").open("ab") as log:
            self.web = subprocess.Popen(command, env=self.environment, cwd=HOUSE, stdout=log, stderr=log)
        self.wait(f"{self.url}/")
        return self

    def __exit__(self, *why: object) -> None:
        self.web.terminate()
        self.web.wait(timeout=60)
        super().__exit__(*why)

    def disk(self, name: str) -> Path:
        seen = self.folder / name
        return Path(f"/proc/{self.web.pid}/root{seen}") if self._alone else seen

    def fill(self, name: str, but: int = 0) -> None:
        """From now on that disk has room for so many bytes more, and for none after those."""
        if not self._alone:
            return self._limit(max(path.stat().st_size for path in self.disk("database").iterdir()) + but)
        free = shutil.disk_usage(self.disk(name)).free - but
        with (self.disk(name) / "fill").open("wb") as filler:
            os.posix_fallocate(filler.fileno(), 0, free // 4096 * 4096)
        return None

    def empty(self, name: str) -> None:
        if self._alone:
            (self.disk(name) / "fill").unlink()
        else:
            self._limit(UNLIMITED)

    def _limit(self, size: int) -> None:
        for process in psutil.Process(self.web.pid).children():
            process.rlimit(resource.RLIMIT_FSIZE, (size, UNLIMITED))

    def draft(self) -> Draft:
        """Filled in page after page: nobody writes behind this site."""
        guest = Guest(self.url, "larvik", "stille")
        self.guests.append(guest)
        draft = begin(guest)
        draft.fill(reads=True)
        return draft
