"""Browser assets by others, kept in this repository: copied from node_modules, held by their hashes."""

import hashlib
import shutil
import tomllib
from pathlib import Path
from typing import NamedTuple

FOLDER = Path(__file__).parent / "static" / "vendor"
LIST = FOLDER / "VENDORED.toml"


class VendoredFile(NamedTuple):
    """A file below the vendor folder, where npm put it, and the hash that it must have."""

    path: str
    source: str
    sha256: str


def vendored_files() -> list[VendoredFile]:
    packages = tomllib.loads(LIST.read_text(encoding="utf-8"))["package"]
    return [
        VendoredFile(f"{package['folder']}/{name}", f"{package['name']}/{source}", sha256)
        for package in packages
        for name, (source, sha256) in package["files"].items()
    ]


def sha256_of(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def copy_from(node_modules: Path) -> list[str]:
    """Copy every file, and return those whose hash the list does not yet hold, to be set right in it."""
    strangers = []
    for file in vendored_files():
        target = FOLDER / file.path
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(node_modules / file.source, target)
        if sha256_of(target) != file.sha256:
            strangers.append(f"{file.path}: {sha256_of(target)}")
    return strangers


if __name__ == "__main__":
    raise SystemExit("\n".join(copy_from(Path("node_modules"))) or 0)
