import json

import pytest

from tests.audit import sbom
from tests.audit.known_holes import Audit, read, said
from tests.audit.pins import RUNNING, pinned, plain
from wizard.vendored import vendored_files

FEW = 20


@pytest.fixture(scope="module")
def told() -> sbom.Part:
    """The list that ``make audit`` writes."""
    return sbom.shipped(sbom.environment(), pinned(RUNNING))


def test_the_list_keeps_its_schema(told: sbom.Part) -> None:
    """With some of its addresses: each takes the validator long, and ``make audit`` holds them all."""
    parts = [
        one if number % FEW == 0 else {key: one[key] for key in one if key != "externalReferences"}
        for number, one in enumerate(told["components"])
    ]
    assert any("externalReferences" in one for one in parts)
    sbom.hold(json.dumps(told | {"components": parts}))


def test_the_sbom_names_every_pinned_package_and_nothing_that_only_the_tests_need(told: sbom.Part) -> None:
    packages = {
        plain(one["name"]): one["version"]
        for one in told["components"]
        if one["purl"].startswith("pkg:pypi/")
    }
    assert packages == pinned(RUNNING)
    assert "pytest" not in packages


def test_it_names_what_lies_in_the_repository_and_was_made_by_others(told: sbom.Part) -> None:
    assets = {one["name"] for one in told["components"] if one["purl"].startswith("pkg:npm/")}
    sources = [file.source.split("/") for file in vendored_files()]
    assert {"/".join(parts[: 2 if parts[0].startswith("@") else 1]) for parts in sources} <= assets
    assert sum("noto-" in name for name in assets) == 30


def test_a_licence_is_told_of_nearly_all(told: sbom.Part) -> None:
    untold = [one["name"] for one in told["components"] if not one.get("licenses")]
    assert len(untold) < 10, untold


def test_nothing_hangs_on_what_is_not_in_it(told: sbom.Part) -> None:
    refs = {one["bom-ref"] for one in told["components"]} | {told["metadata"]["component"]["bom-ref"]}
    assert {ref for one in told["dependencies"] for ref in [one["ref"], *one["dependsOn"]]} <= refs


def test_a_package_for_another_machine_is_named_too() -> None:
    here = {"metadata": {"component": {"bom-ref": "own"}}, "components": [], "dependencies": []}
    parts = sbom.shipped(here, {"colorama": "0.4.6"})["components"]
    assert parts[0]["purl"] == "pkg:pypi/colorama@0.4.6"


def test_what_is_no_sbom_is_refused() -> None:
    with pytest.raises(sbom.NotValidError):
        sbom.hold('{"bomFormat": "CycloneDX", "specVersion": "1.6", "components": [{"name": "no type"}]}')


def test_what_could_not_be_looked_up_is_never_called_clean() -> None:
    one = {"name": "a", "version": "1", "vulns": []}
    skipped = {"name": "b", "skip_reason": "Dependency not found"}
    holed = {"name": "c", "version": "2", "vulns": [{"id": "PYSEC-1"}]}
    assert said(read({"dependencies": [one]}))[0] == 0
    assert said(read({"dependencies": []}))[0] == 3
    assert said(Audit([], [], 0, "no answer"))[0] == 3
    code, lines = said(read({"dependencies": [one, skipped]}))
    assert code == 3
    assert any(line.startswith("NOT AUDITED") for line in lines)
    code, lines = said(read({"dependencies": [one, skipped, holed]}))
    assert code == 1
    assert "HOLE  c 2: PYSEC-1" in lines
