"""The files of this repository, as git sees them: what is committed, and what would be."""

import subprocess
from pathlib import Path

HOUSE = Path(__file__).parents[3]
PROGRAMS = ("wizard", "forms", "docgen")
NOT_OURS = ("wizard/static/vendor/", "docgen/fonts/")


def tracked(*endings: str) -> list[Path]:
    """Our own files with these endings (all without one), not those that were taken over from others."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=HOUSE,
        check=True,
        capture_output=True,
        text=True,
    ).stdout.split("\0")
    names = [
        name for name in listed if name and not name.startswith(NOT_OURS) and name.endswith(endings or "")
    ]
    return [HOUSE / name for name in names if (HOUSE / name).is_file()]


def modules(*folders: str) -> list[Path]:
    """The Python files of these folders, but for migrations, which tools write."""
    return [
        path
        for path in tracked(".py")
        if path.relative_to(HOUSE).parts[0] in folders and "versions" not in path.parts
    ]
