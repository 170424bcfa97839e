"""Puts a sealed file of 25 MB into a store and reads it; prints how often it lay in memory at once, beside itself.

``python -m tests.integration.files.peak_program PLACE``, with the settings of a site in the environment.
"""

import re
import sys
from pathlib import Path

from wizard.files.opening import open_store
from wizard.files.sealed import SealedFiles
from wizard.settings import Settings
from wizard.settings_files import place
from wizard.vault import Vault

SIZE = 25_000_000
NAME = f"{'ab' * 32}.1"


def peak() -> int:
    """In this program's own life: of ``getrusage`` it would be its parent's, where that was higher."""
    (line,) = re.findall(r"VmHWM:\s*(\d+) kB", Path("/proc/self/status").read_text())
    return int(line) * 1024


if __name__ == "__main__":
    settings = Settings()
    files = SealedFiles(open_store(settings, place(sys.argv[1])), Vault(settings))
    files.put(NAME, b"small")
    assert files.get(NAME) == b"small"
    before, content = peak(), bytes(SIZE)
    files.put(NAME, content)
    assert files.get(NAME) == content
    sys.stdout.write(str((peak() - before) / SIZE))
