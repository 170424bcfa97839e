"""What a lock file pins."""

import re
from pathlib import Path

HOUSE = Path(__file__).parents[2]
RUNNING = HOUSE / "requirements.lock"
PINNED = re.compile(r"^([\w.-]+)(?:\[[\w,]+\])?==([^\s;\\]+)", re.MULTILINE)


def plain(name: str) -> str:
    """A package's name as registries compare it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def pinned(lock: Path) -> dict[str, str]:
    """The version of each package."""
    return {plain(name): version for name, version in PINNED.findall(lock.read_text(encoding="utf-8"))}
