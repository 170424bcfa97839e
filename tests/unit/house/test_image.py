"""What the image and the deployment hold, as far as it can be read off their files."""

import re
from typing import Any

import pytest
import yaml

from tests.unit.house.files import HOUSE

DOCKERFILE = (HOUSE / "Dockerfile").read_text()
COMPOSE: dict[str, Any] = yaml.safe_load((HOUSE / "compose.yaml").read_text())
SERVICES: dict[str, dict[str, Any]] = COMPOSE["services"]
OURS = ("wizard", "worker", "worker-2", "migrate", "docgen", "own-key")


def test_neither_history_nor_tests_nor_data_are_in_the_image() -> None:
    assert {".git", ".venv", "node_modules", "tests", "var"} <= set(
        (HOUSE / ".dockerignore").read_text().split()
    )
    copied = [
        line.split()[1:-1]
        for line in DOCKERFILE.splitlines()
        if line.startswith("COPY ") and "--from" not in line
    ]
    named = {name for names in copied for name in names}
    assert named == {
        "requirements.lock", "wsgi.py", "gunicorn.conf.py", "forms", "wizard", "docgen", "templates",
    }  # fmt: skip


def test_only_what_is_locked_by_hash_is_installed_and_nobody_is_root() -> None:
    assert "--require-hashes -r requirements.lock" in DOCKERFILE
    assert DOCKERFILE.index("\nUSER veiviser") < DOCKERFILE.index("\nCMD ")


@pytest.mark.parametrize("name", OURS)
def test_each_of_ours_runs_with_as_little_as_it_needs(name: str) -> None:
    service = SERVICES[name]
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]


def on(network: str) -> set[str]:
    return {name for name, service in SERVICES.items() if network in service.get("networks", ())}


def test_only_these_have_a_way_out_each_by_its_own_and_no_other_is_reached_from_this_host() -> None:
    outward = {name for name, told in COMPOSE["networks"].items() if not told.get("internal")}
    assert {name: on(name) for name in outward} == {
        "front": {"wizard"},
        "signatures": {"clamav"},
        "mail": {"worker", "worker-2"},
    }
    assert {name for name, service in SERVICES.items() if "ports" in service} == {"wizard"}
    assert SERVICES["wizard"]["ports"] == ["127.0.0.1:8000:8000"]


def test_the_scanner_meets_those_alone_who_ask_it() -> None:
    assert on("screening") == {"wizard", "worker", "worker-2", "clamav"}
    assert on("inside") == {"wizard", "worker", "worker-2", "migrate", "docgen", "database", "garage"}
    assert SERVICES["clamav"]["volumes"] == ["signatures:/var/lib/clamav"], "no file of anybody's"
    assert SERVICES["clamav"]["tmpfs"] == ["/tmp"], "nor on its way"  # noqa: S108 -- the container's own
    assert COMPOSE["configs"]["clamd"]["file"] == "./clamd.conf"
    assert SERVICES["clamav"]["configs"] == [{"source": "clamd", "target": "/etc/clamav/clamd.conf"}]
    assert "secrets" not in SERVICES["clamav"]
    assert "env_file" not in SERVICES["clamav"]


def test_docgen_has_neither_files_nor_database_nor_the_wizards_secrets() -> None:
    docgen = SERVICES["docgen"]
    assert docgen["env_file"] == ["docgen.env"]
    assert "secrets" not in docgen
    assert docgen["volumes"] == ["./secrets/docgen:/run/docgen:ro"]
    assert docgen["mem_limit"] == "1g"
    mounts = {name: str(service.get("volumes", "")) for name, service in SERVICES.items()}
    assert {name for name, mounted in mounts.items() if "secrets/docgen" in mounted} == {"docgen"}


def test_no_secret_stands_in_the_deployment_file() -> None:
    assert {".gitignore", ".dockerignore"} == {
        name for name in (".gitignore", ".dockerignore") if "secrets" in (HOUSE / name).read_text()
    }
    assert all(set(secret) == {"file"} for secret in COMPOSE["secrets"].values())
    told = "\n".join(str(service.get("environment", "")) for service in SERVICES.values())
    assert not any(
        word in told for word in ("SECRET_KEY", "VEIVISER_KEYS", "LOOKUP_KEY", "TOKEN", "PASSPHRASE")
    )


@pytest.mark.parametrize("name", sorted(SERVICES))
def test_none_takes_all_of_the_machine_and_each_that_stays_up_says_whether_it_is_well(name: str) -> None:
    service = SERVICES[name]
    assert {"mem_limit", "cpus", "pids_limit"} <= service.keys()
    stays_up = service.get("restart") == "unless-stopped"
    assert ("healthcheck" in service) is stays_up
    if stays_up:
        assert {"test", "interval", "timeout"} <= service["healthcheck"].keys()


def test_the_pages_are_well_where_they_can_take_what_is_sent() -> None:
    assert all("/readyz" in str(SERVICES[name]["healthcheck"]["test"]) for name in ("wizard", "docgen"))


def test_a_backup_finds_a_client_as_new_as_the_database() -> None:
    version = re.fullmatch(r"postgres:(\d+)-.*", SERVICES["database"]["image"])
    assert version
    assert f"postgresql-client-{version[1]} " in DOCKERFILE
