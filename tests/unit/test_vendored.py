import json
import tomllib
from pathlib import Path

from wizard import vendored

ROOT = Path(__file__).parents[2]


def test_every_vendored_file_is_the_one_that_the_list_names() -> None:
    for file in vendored.vendored_files():
        assert vendored.sha256_of(vendored.FOLDER / file.path) == file.sha256, file.path


def test_nothing_lies_in_the_vendor_folder_that_the_list_does_not_name() -> None:
    there = {
        path.relative_to(vendored.FOLDER).as_posix() for path in vendored.FOLDER.rglob("*") if path.is_file()
    }
    assert there - {vendored.LIST.name} == {file.path for file in vendored.vendored_files()}


def test_each_package_brings_its_licence_and_the_version_that_npm_locks() -> None:
    locked = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    packages = tomllib.loads(vendored.LIST.read_text(encoding="utf-8"))["package"]
    assert packages
    for package in packages:
        assert package["licence"]
        assert "LICENSE" in package["files"]
        assert locked[f"node_modules/{package['name']}"]["version"] == package["version"]
