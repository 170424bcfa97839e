"""The command ``check-settings`` tells of all that is wrong at once, each by its name and what is wanted."""

import base64
import os
import secrets
import shutil
import socket
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from forms.municipality import FOLDER, municipalities
from wizard.cli import main
from wizard.settings import Settings

Check = Callable[..., tuple[int, str]]
SOUND, OFFICER = "The settings are sound.", "privacy.officer is empty"
DEMO = {"DEMO": "true", "SECURE_COOKIES": "false", "ALLOW_SYNTHETIC_NUMBERS": "true", "TRUSTED_HOSTS": "[]"}


def drawn() -> str:
    return base64.b64encode(secrets.token_bytes(32)).decode()


def wrong(output: str) -> list[str]:
    """What is told after what only is not there yet."""
    return output.partition("Error: The settings do not do:\n")[2].splitlines()


@pytest.fixture(scope="module")
def own_key(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("own") / "key.json"
    assert CliRunner().invoke(main, ["own-key", str(path)]).exit_code == 0
    return path


@pytest.fixture
def check(own_key: Path, tmp_path: Path) -> Check:
    """Asks with a municipality's settings as they should be, but for those that are named; None takes one out."""
    sound = {
        "SECRET_KEY": secrets.token_urlsafe(32),
        "KEYS": f"one:{drawn()}",
        "LOOKUP_KEY": drawn(),
        "DOCGEN_TOKEN": secrets.token_urlsafe(32),
        "OIDC_ISSUER": "https://idporten.no",
        "OIDC_CLIENT_ID": "veiviser",
        "OIDC_KEY_FILE": str(own_key),
        "TRUSTED_HOSTS": '["veiviser.larvik.kommune.no"]',
        "PROXIES": "1",
        "CLAMD": str(tmp_path / "clamd.sock"),
        "SECURITY_CONTACT": "mailto:sikkerhet@larvik.test",
    }

    def ask(**changed: str | None) -> tuple[int, str]:
        nothing = {name: None for name in os.environ if name.startswith("VEIVISER_")}
        told = {f"VEIVISER_{name}": value for name, value in (sound | changed).items()}
        done = CliRunner().invoke(main, ["check-settings"], env=nothing | told)
        assert done.exception is None or isinstance(done.exception, SystemExit)
        return done.exit_code, done.output

    return ask


def test_what_is_sound_is_said_to_be(check: Check, tmp_path: Path) -> None:
    code, output = check()
    assert (code, SOUND in output) == (0, True)
    assert output.startswith("VEIVISER_CLAMD: nobody answers there now."), "which is no fault of the settings"
    with socket.socket(socket.AF_UNIX) as clamd:
        clamd.bind(str(tmp_path / "clamd.sock"))
        clamd.listen()
        code, output = check()
        assert (code, [line for line in output.splitlines() if OFFICER not in line]) == (0, [SOUND])


def test_the_demo_is_said_to_be_one(check: Check) -> None:
    none = dict.fromkeys(("OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_KEY_FILE", "CLAMD"))
    assert check(**DEMO | none) == (0, "The demo's settings: never for real people.\n")


@pytest.mark.parametrize(
    ("name", "value", "wanted"),
    [
        ("TRUSTED_HOSTS", "veiviser.example.no", 'is a JSON list, such as ["veiviser.example.no"]'),
        ("TRUSTED_HOSTS", "[1]", "is a JSON list"),
        ("TRUSTED_HOSTS", '"veiviser.example.no"', "is a JSON list"),
        ("KEYS", None, "openssl rand -base64 32"),
        ("KEYS", "k1:abc", "openssl rand -base64 32"),
        ("KEYS", "k1", "NAME:KEY, such as first:KEY"),
        ("LOOKUP_KEY", None, "openssl rand -base64 32"),
        ("LOOKUP_KEY", "abc", "openssl rand -base64 32"),
        ("SECRET_KEY", None, "secrets.token_urlsafe"),
        ("DOCGEN_TOKEN", None, "DOCGEN_TOKENS"),
        ("SECURITY_CONTACT", "sikkerhet@example.no", "begins with mailto: or https://"),
        ("MAIL_FROM", "nobody", "an e-mail address"),
        ("DATABASE_URL", "mysql://x", "postgresql+psycopg://"),
        ("DATABASE_URL", "postgresql://veiviser@database/veiviser", "postgresql+psycopg://"),
        ("DATABASE_URL", "postgresql+psycopg://x@y:port/z", "sqlite:///"),
        ("MUNICIPALITIES", "/nowhere", "No such file"),
        ("SECRETS", "/nowhere", "is a folder"),
        ("SESION_HOURS", "4", "no such setting; the nearest is VEIVISER_SESSION_HOURS"),
        ("SERVICE_HOST", "10.0.0.1", "no such setting; take it out"),
        ("CLAMD", None, "is missing"),
        ("OIDC_CLIENT_ID", None, "is missing"),
        ("OIDC_ISSUER", "https://[::1", "cannot be read as an address"),
        ("OIDC_ISSUER", "https://idporten.no/?x#y", "goes on with ? or #"),
        ("OIDC_KEY_FILE", '{"kty": "RSA", "d": "hush-hush"}', "is the path of a file"),
        ("DOCGEN_URL", "https://[::1", "cannot be read as an address"),
        ("DOCGEN_URL", "https://", "names no host"),
        ("MAIL_SERVER", "localhost:99999", "a port from 1 to 65535"),
        ("CLAMD", "localhost:99999", "a port from 1 to 65535"),
        ("DATABASE_URL", "postgresql+psycopg://x@y:99999/z", "sqlite:///"),
        ("FILES", "/etc/passwd/files", "a file in its place or over it"),
        ("LIMITS_FILE", "/etc", "a folder in its place"),
        ("TRUSTED_HOSTS", '["https://veiviser.larvik.kommune.no"]', "names of hosts alone"),
        ("DOCGEN_SECONDS", "inf", "finite"),
    ],
    ids=lambda told: str(told)[:24],
)
def test_each_is_named_with_what_is_wanted(check: Check, name: str, value: str | None, wanted: str) -> None:
    sender = {"MAIL_FROM": "varsler@larvik.test"} if name == "MAIL_SERVER" else {}
    code, output = check(**sender | {name: value})
    [said] = [
        line for line in output.splitlines() if f"VEIVISER_{name}" in line and "nobody answers" not in line
    ]
    assert (code, wanted in said) == (1, True), output
    assert "Value error" not in output
    assert SOUND not in output
    assert len(wrong(output)) == 1
    assert "hush" not in output


@pytest.mark.parametrize(
    "value", ["https://u:hush@h.example.no", "https://u:hush@[::1", "https://u:hush@h:port"]
)
def test_a_password_in_an_address_is_refused_and_not_shown(check: Check, value: str) -> None:
    names = ("OIDC_ISSUER", "STAFF_ISSUER", "DOCGEN_URL", "OIDC_KEY_FILE", "FILES")
    _, output = check(**dict.fromkeys(names, value))
    told = [line.partition(": ")[0] for line in wrong(output)]
    assert {f"VEIVISER_{name}" for name in names} <= {*told}
    assert "hush" not in output


NO_CITIZENS = dict.fromkeys(("OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_KEY_FILE"))
NONE_NAMED = "no log-in provider is configured: VEIVISER_OIDC_ISSUER"
FILE = "VEIVISER_STAFF_FILE: "


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({}, {FILE}),
        (NO_CITIZENS, {NONE_NAMED, FILE}),
        ({"STAFF_FILE": None}, {"halves: VEIVISER_STAFF_FILE is"}),
        (NO_CITIZENS | {"STAFF_CLIENT_ID": None}, {NONE_NAMED, "halves: VEIVISER_STAFF_CLIENT_ID is", FILE}),
        ({"OIDC_CLIENT_ID": None}, {"halves: VEIVISER_OIDC_CLIENT_ID is", FILE}),
        ({"STAFF_ISSUER": "https://[::1"}, {"VEIVISER_STAFF_ISSUER: ", FILE}),
        ({"MUNICIPALITIES": "/nowhere"}, {"VEIVISER_MUNICIPALITIES: ", FILE}),
    ],
    ids=["whole", "alone", "no file", "half and alone", "half of the citizens'", "no address", "no place"],
)
def test_what_is_wrong_with_the_staffs_provider_is_hidden_by_nothing(
    check: Check, changed: dict[str, str | None], told: set[str]
) -> None:
    staff = {
        "STAFF_ISSUER": "https://staff.example.no",
        "STAFF_CLIENT_ID": "veiviser",
        "STAFF_KEY_FILE": "/etc/passwd",
        "STAFF_FILE": "/etc",
    }
    wanted = told | {"VEIVISER_STAFF_KEY_FILE: "}
    _, output = check(**staff | changed)
    lines = wrong(output)
    assert {next((one for one in wanted if one in line), line) for line in lines} == wanted
    assert len(lines) == len(wanted), "each once"


@pytest.mark.parametrize(
    "value", ["https://[::1", "nan", "a\0b", "9" * 400, "[["], ids=lambda told: told[:12]
)
def test_whatever_stands_anywhere_is_told_of_in_sentences(check: Check, tmp_path: Path, value: str) -> None:
    for name in Settings.model_fields:
        (tmp_path / f"veiviser_{name}").write_text(value)
    unset = {name.upper(): None for name in Settings.model_fields}
    _, output = check(**unset, SECRETS=str(tmp_path))
    named = {line.partition(":")[0] for line in wrong(output)}
    assert {"VEIVISER_DOCGEN_URL", "VEIVISER_KEYS", "VEIVISER_PROXIES"} <= named


def test_a_file_among_the_secrets_that_is_no_text_is_named(check: Check, tmp_path: Path) -> None:
    (tmp_path / "veiviser_keys").write_bytes(secrets.token_bytes(32) + b"\xff")
    (tmp_path / "VEIVISER_LOOKUP_KEY").mkdir()
    (tmp_path / "other").write_bytes(b"\xff")
    _, output = check(SECRETS=str(tmp_path), KEYS=None, LOOKUP_KEY=None)
    assert wrong(output) == [
        f"VEIVISER_{name}: its file in VEIVISER_SECRETS cannot be read as text"
        for name in ("KEYS", "LOOKUP_KEY")
    ]


def test_all_is_told_at_once(check: Check, tmp_path: Path) -> None:
    changed = {
        "KEYS": "k1:abc",
        "LOOKUP_KEY": None,
        "TRUSTED_HOSTS": "veiviser.example.no",
        "PROXIES": "0",
        "SECURE_COOKIES": "false",
        "OIDC_KEY_FILE": str(tmp_path / "none.json"),
        "MUNICIPALITIES": str(tmp_path),
        "CLAMD": None,
        "IDEL_MINUTES": "5",
    }
    _, output = check(**changed)
    lines = wrong(output)
    assert {next(name for name in changed if f"VEIVISER_{name}" in line) for line in lines} == set(changed)
    assert len(lines) == len(changed), "each once"


def test_a_misspelt_file_among_the_secrets_is_named(check: Check, tmp_path: Path) -> None:
    (tmp_path / "veiviser_lookup_kye").write_text("hush-hush")
    (tmp_path / "pgpass").write_text("hush-hush")
    code, output = check(SECRETS=str(tmp_path))
    assert (code, "VEIVISER_LOOKUP_KYE: there is no such setting" in output) == (1, True)
    assert "hush" not in output
    assert "pgpass" not in output.lower()


@pytest.mark.parametrize(
    ("text", "why"),
    [("x = ", "is no TOML"), ('name = "Nowhere"', "in "), (None, "has no municipality's file")],
    ids=["no TOML", "half of one", "none"],
)
def test_a_municipality_that_is_none_is_named(
    check: Check, tmp_path: Path, text: str | None, why: str
) -> None:
    (tmp_path / "_default.toml").write_text("")
    if text is not None:
        (tmp_path / "nowhere.toml").write_text(text)
    code, output = check(MUNICIPALITIES=str(tmp_path))
    [said] = [line for line in output.splitlines() if line.startswith("VEIVISER_MUNICIPALITIES")]
    assert (code, why in said) == (1, True)


def test_a_municipality_whose_officer_nobody_can_reach_is_named_and_stops_nothing(
    check: Check, tmp_path: Path
) -> None:
    folder = Path(shutil.copytree(FOLDER, tmp_path / "municipalities"))
    with (folder / "larvik.toml").open("a", encoding="utf-8") as file:
        file.write('\n[privacy]\nofficer = "ombudet@larvik.kommune.example"\n')
    code, output = check(MUNICIPALITIES=str(folder))
    named = [
        place for place, _, said in (line.partition(": ") for line in output.splitlines()) if OFFICER in said
    ]
    assert (code, SOUND in output) == (0, True)
    assert sorted([*named, "larvik"]) == sorted(municipalities())
