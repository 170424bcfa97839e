"""Known holes in what runs, by pip-audit; what could not be looked up is told, and never counts as clean."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

from tests.audit.pins import HOUSE, RUNNING


class Audit(NamedTuple):
    """``holes`` are ``package version: ids``; ``unknown`` are packages of which nobody could say anything."""

    holes: list[str]
    unknown: list[str]
    clean: int
    trouble: str = ""


def ask() -> Audit:
    """What the advisory service says of every version in requirements.lock."""
    tool = Path(sys.executable).with_name("pip-audit")
    asked = ("--requirement", RUNNING, "--disable-pip", "--require-hashes", "--format", "json")
    done = subprocess.run(
        [tool, *asked, "--progress-spinner", "off"], cwd=HOUSE, check=False, capture_output=True, text=True
    )
    try:
        return read(json.loads(done.stdout))
    except ValueError:
        return Audit([], [], 0, done.stderr.strip()[-300:] or "pip-audit said nothing")


def read(told: dict[str, Any]) -> Audit:
    """pip-audit leaves a package that the service does not answer for aside, and still ends well: not so here."""
    packages = told["dependencies"]
    unknown = [f"{one['name']}: {one['skip_reason']}" for one in packages if "skip_reason" in one]
    known = [one for one in packages if "skip_reason" not in one]
    holes = [
        f"{one['name']} {one['version']}: {', '.join(hole['id'] for hole in one['vulns'])}"
        for one in known
        if one["vulns"]
    ]
    return Audit(holes, unknown, len(known) - len(holes))


def said(audit: Audit) -> tuple[int, list[str]]:
    """The exit code (1 for holes, 3 where not all could be looked up) and the lines that say so."""
    lines = [f"HOLE  {hole}" for hole in audit.holes]
    if audit.trouble:
        lines.append(f"NOT AUDITED: {audit.trouble}")
    if audit.unknown:
        lines.append(
            f"NOT AUDITED: the advisory service knew nothing of {len(audit.unknown)} packages, such as"
        )
        lines.append(f"  {audit.unknown[0]}")
        lines.append("Run this where the service can be reached.")
    lines.append(f"{len(audit.holes)} with known holes, {audit.clean} without.")
    if audit.holes:
        return 1, lines
    whole = audit.clean and not audit.unknown and not audit.trouble
    return (0 if whole else 3), lines
