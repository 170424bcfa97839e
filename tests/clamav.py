"""ClamAV's own daemon, with a database of one invented signature: the EICAR test string, anywhere in a file."""

import shutil
import subprocess
import time
from pathlib import Path
from typing import Self

from wizard.clamd import Clamd

EICAR = rb"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"
"""Harmless, and taken for a virus by every scanner (eicar.org)."""
SIGNATURE = f"Veiviser.Eicar:0:*:{EICAR.hex()}\n"
"""Name, any kind of file, anywhere in it, its bytes."""
PROGRAM = shutil.which("clamd", path="/usr/sbin:/usr/local/sbin:/usr/bin") or "clamd"


class ClamAv:
    """Its socket lies in the folder; a path of a socket has room for 107 bytes."""

    def __init__(self, folder: Path, **more: object) -> None:
        self.folder, self.socket = folder, folder / "clamd.sock"
        database = folder / "signatures"
        database.mkdir()
        (database / "invented.ndb").write_text(SIGNATURE)
        settings = {
            "LocalSocket": self.socket,
            "DatabaseDirectory": database,
            "TemporaryDirectory": folder,
            "Foreground": "yes",
        } | more
        (folder / "clamd.conf").write_text("".join(f"{name} {value}\n" for name, value in settings.items()))

    def __enter__(self) -> Self:
        self.process = subprocess.Popen(
            [PROGRAM, "--config-file", self.folder / "clamd.conf"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        end = time.monotonic() + 120
        while not (self.socket.exists() and Clamd(str(self.socket)).is_there()):
            assert time.monotonic() < end, "clamd does not come up"
            time.sleep(0.05)
        return self

    def __exit__(self, *_: object) -> None:
        self.process.kill()
        self.process.wait()
        self.socket.unlink(missing_ok=True)
