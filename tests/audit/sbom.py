"""The list of all that is shipped and made by others (SBOM, CycloneDX 1.6), held to its schema.

Python packages are those of requirements.lock, with licences and dependencies as the environment tells them; the
browser assets and fonts are those that lie in this repository.
"""

import json
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

from tests.audit.pins import HOUSE, RUNNING, pinned, plain
from wizard import vendored

FONTS = HOUSE / "docgen" / "fonts" / "README.md"
FONT = re.compile(r"^\| \S+\.ttf \| \S+ \| (\S+) \| (\S+) \|$", re.MULTILINE)
Part = dict[str, Any]


class NotValidError(Exception):
    """What was made does not keep the schema."""


def environment() -> Part:
    """All that is installed here, what only the tests need among it."""
    tool = Path(sys.executable).with_name("cyclonedx-py")
    asked = (
        "environment",
        "--pyproject",
        "pyproject.toml",
        "--output-reproducible",
        "--short-PURLs",
        "--no-validate",
    )
    done = subprocess.run([tool, *asked, sys.executable], cwd=HOUSE, check=True, capture_output=True)
    told: Part = json.loads(done.stdout)
    return told


def shipped(told: Part, pins: dict[str, str]) -> Part:
    """Of what is installed, what is pinned to run; and what lies in this repository."""
    own = told["metadata"]["component"]["bom-ref"]
    found = {plain(one["name"]): one for one in told["components"]}
    elsewhere = (_part("pypi", name, version) for name, version in pins.items() if name not in found)
    parts = [*(one for name, one in found.items() if name in pins), *elsewhere, *assets()]
    refs = {own, *(one["bom-ref"] for one in parts)}
    ties = [
        one | {"dependsOn": [ref for ref in one.get("dependsOn", ()) if ref in refs]}
        for one in told["dependencies"]
        if one["ref"] in refs
    ]
    return told | {"components": parts, "dependencies": ties}


def assets() -> Iterator[Part]:
    for package in tomllib.loads(vendored.LIST.read_text(encoding="utf-8"))["package"]:
        yield _part("npm", package["name"], package["version"], package["licence"])
    for name, version in sorted(set(FONT.findall(FONTS.read_text(encoding="utf-8")))):
        yield _part("npm", name, version, "OFL-1.1")


def _part(registry: str, name: str, version: str, licence: str = "") -> Part:
    known = {"licenses": [{"license": {"id": licence}}]} if licence else {}
    purl = f"pkg:{registry}/{quote(name)}@{version}"
    return {"type": "library", "bom-ref": purl, "name": name, "version": version, "purl": purl, **known}


def sbom() -> str:
    """The list as JSON. ``NotValidError`` where it does not keep the schema."""
    text = json.dumps(shipped(environment(), pinned(RUNNING)), indent=1, sort_keys=True)
    hold(text)
    return text


def hold(text: str) -> None:
    """``NotValidError`` where the text is no bill of materials of CycloneDX 1.6."""
    if fault := JsonStrictValidator(SchemaVersion.V1_6).validate_str(text):
        raise NotValidError(str(fault)[:500])
