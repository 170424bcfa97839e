"""The release before this one, as it ran: its code is kept packed, for a clone may have no history to take it from.

It is what ``git archive COMMIT`` gives of wizard, forms, templates and the programs' code, without translations, the
archive's schema and assets, for which today's stand. When a release is made, its code takes this one's place here.
"""

import os
import subprocess
import sys
import tarfile
from pathlib import Path

from tests.forked import HOUSE
from tests.running_site import Site

COMMIT = "916bdb43bdec1ca088ad0d91268afee488a0e5f8"
NEWEST = "0022"
"""Its newest migration."""
PACKED = Path(__file__).parent / f"{NEWEST}.tar.xz"


def unpack(folder: Path) -> Path:
    """Its code, in a folder that it can be run from."""
    with tarfile.open(PACKED) as packed:
        packed.extractall(folder, filter="data")
    (folder / "wizard" / "static").symlink_to(HOUSE / "wizard" / "static")
    return folder


def start(site: Site, code: Path, *module: str, **environment: str) -> "subprocess.Popen[bytes]":
    """A program of that release, with the site's settings and logs: what it imports is its own code."""
    with (site.folder / f"former-{module[0]}.log").open("ab") as log:
        return subprocess.Popen(
            [sys.executable, "-m", *module],
            cwd=code,
            env=os.environ | site.environment | {"PYTHONPATH": str(code)} | environment,
            stdout=log,
            stderr=log,
        )
