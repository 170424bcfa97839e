"""Outside the demo nobody can start with a key that others know, or with a door left open."""

import base64
import re
import secrets
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner

from wizard import cli
from wizard.malformed_settings import MalformedSettingsError
from wizard.settings import Settings, load
from wizard.sound_settings import UnsoundSettingsError, hold

HERE = {"demo": True, "secure_cookies": False, "allow_synthetic_numbers": True, "oidc_issuer": ""}


def drawn() -> str:
    return base64.b64encode(secrets.token_bytes(32)).decode()


def coded(raw: bytes) -> str:
    return base64.b64encode(raw).decode()


def settings(**changed: Any) -> Settings:
    """A municipality's, as they should be."""
    sound = {
        "secret_key": secrets.token_urlsafe(32),
        "keys": f"new:{drawn()},old:{drawn()}",
        "lookup_key": drawn(),
        "docgen_token": secrets.token_urlsafe(32),
        "docgen_url": "https://docgen.larvik.test",
        "oidc_issuer": "https://idporten.no",
        "trusted_hosts": ["veiviser.larvik.kommune.no"],
        "proxies": 1,
        "clamd": "clamav:3310",
        "security_contact": "mailto:sikkerhet@larvik.test",
    }
    return Settings.model_validate(sound | changed)


def complaints(**changed: Any) -> list[str]:
    with pytest.raises(UnsoundSettingsError) as caught:
        hold(settings(**changed))
    return caught.value.complaints


def test_what_is_drawn_and_closed_is_sound() -> None:
    for _ in range(200):
        hold(settings())
        hold(settings(secret_key=secrets.token_hex(32), docgen_token=secrets.token_hex(16)))


WEAK = [
    b"\0" * 32,
    b"\x01\x02" * 16,
    bytes(range(32)),
    bytes(range(255, 223, -1)),
    b"this is my very own secret key!!",
]


@pytest.mark.parametrize("raw", WEAK, ids=lambda raw: raw[:4].hex())
@pytest.mark.parametrize("name", ["keys", "lookup_key"])
def test_a_key_that_nobody_drew_is_refused(name: str, raw: bytes) -> None:
    key = coded(raw)
    [said] = complaints(**{name: f"new:{drawn()},old:{key}" if name == "keys" else f"{drawn()},{key}"})
    assert said.startswith(f"VEIVISER_{name.upper()} has a key that nobody drew")
    assert "openssl rand -base64 32" in said
    assert key not in said


@pytest.mark.parametrize("name", ["secret_key", "secret_key_former", "docgen_token"])
@pytest.mark.parametrize("text", ["a" * 40, "changeme" * 5, "0123456789" * 4])
def test_a_secret_that_repeats_itself_is_refused(name: str, text: str) -> None:
    [said] = complaints(**{name: text})
    assert said.startswith(f"VEIVISER_{name.removesuffix('_former').upper()}")
    assert "secrets.token_urlsafe" in said
    assert text not in said


def test_a_short_token_is_refused() -> None:
    assert len(complaints(docgen_token="kT4-9xQ")) == 1


MAIL = {"mail_server": "smtp.kommune.example:587", "mail_from": "varsler@kommune.example"}


def test_mail_over_tls_with_a_sender_is_sound_and_so_is_none() -> None:
    for changed in (
        {},
        {"mail_tls": "tls"},
        {"mail_user": "veiviser", "mail_password": "invented"},
        {"mail_server": "localhost:25", "mail_tls": "none"},
    ):
        hold(settings(**MAIL | changed))


@pytest.mark.parametrize(
    ("changed", "name"),
    [
        ({"mail_server": ""}, "VEIVISER_MAIL_FROM"),
        ({"mail_server": "/var/mails"}, "VEIVISER_MAIL_SERVER"),
        ({"mail_tls": "none"}, "VEIVISER_MAIL_TLS"),
        ({"mail_from": ""}, "VEIVISER_MAIL_FROM"),
        ({"mail_user": "veiviser"}, "VEIVISER_MAIL_USER"),
        ({"mail_password": "invented-secret"}, "VEIVISER_MAIL_USER"),
    ],
    ids=["no server", "a folder", "no TLS", "no sender", "no password", "no user"],
)
def test_mail_that_others_could_read_or_that_nobody_sends_is_refused(
    changed: dict[str, str], name: str
) -> None:
    [said] = complaints(**MAIL | changed)
    assert said.startswith(name)
    assert "invented-secret" not in said
    hold(settings(**MAIL | changed | HERE))


@pytest.mark.parametrize("twice", ["lookup_key", "secret_key", "docgen_token", "secret_key_former"])
def test_one_secret_is_not_used_for_two_things(twice: str) -> None:
    key = drawn()
    [said] = complaints(**{"keys": f"one:{key}", twice: key})
    assert said.startswith("The same secret stands in two of VEIVISER_SECRET_KEY")


@pytest.mark.parametrize(
    ("changed", "named"),
    [
        ({"secure_cookies": False}, "VEIVISER_SECURE_COOKIES"),
        ({"trusted_hosts": []}, "VEIVISER_TRUSTED_HOSTS"),
        ({"trusted_hosts": ["127.0.0.1", "localhost"]}, "VEIVISER_TRUSTED_HOSTS"),
        ({"trusted_hosts": ["*"]}, "VEIVISER_TRUSTED_HOSTS"),
        ({"trusted_hosts": ["veiviser.kommune.no", ".no"]}, "VEIVISER_TRUSTED_HOSTS"),
        ({"trusted_hosts": ["*.kommune.no"]}, "VEIVISER_TRUSTED_HOSTS"),
        ({"proxies": 0}, "VEIVISER_PROXIES"),
        ({"security_contact": ""}, "VEIVISER_SECURITY_CONTACT"),
        ({"docgen_url": "http://docgen:8000"}, "VEIVISER_DOCGEN_URL"),
        ({"docgen_url": "http://127.0.0.1.evil.no:8001"}, "VEIVISER_DOCGEN_URL"),
        ({"docgen_url": "ftp://docgen", "docgen_inside": True}, "VEIVISER_DOCGEN_URL"),
    ],
)
def test_an_open_door_is_named(changed: dict[str, Any], named: str) -> None:
    [said] = complaints(**changed)
    assert said.startswith(named)


@pytest.mark.parametrize(
    "changed",
    [
        {"docgen_url": "http://127.0.0.1:8001"},
        {"docgen_url": "http://docgen:8000", "docgen_inside": True},
        {"trusted_hosts": ["veiviser.larvik.kommune.no", "localhost"]},
        {
            "oidc_issuer": "http://127.0.0.1:9",
            "trusted_hosts": ["127.0.0.1"],
            "secure_cookies": False,
            "proxies": 0,
            "security_contact": "",
        },
    ],
)
def test_what_nobody_else_can_reach_is_no_open_door(changed: dict[str, Any]) -> None:
    hold(settings(**changed))


def test_all_that_is_wrong_is_told_at_once() -> None:
    assert len(complaints(secret_key="a" * 32, lookup_key=coded(b"\0" * 32), trusted_hosts=[])) == 3


def test_what_is_missing_or_malformed_is_named_and_not_shown(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "veiviser_lookup_key").write_text("hush-hush")
    monkeypatch.setenv("VEIVISER_SECRETS", str(tmp_path))
    monkeypatch.setenv("VEIVISER_SECRET_KEY", "hush")
    monkeypatch.setenv("VEIVISER_PROXIES", "hush")
    for name in ("KEYS", "DOCGEN_TOKEN"):
        monkeypatch.delenv(f"VEIVISER_{name}", raising=False)
    with pytest.raises(MalformedSettingsError) as caught:
        load()
    named = re.findall(r"^(VEIVISER_\w+): ", str(caught.value), re.MULTILINE)
    assert set(named) == {
        f"VEIVISER_{one}" for one in ("SECRET_KEY", "LOOKUP_KEY", "PROXIES", "KEYS", "DOCGEN_TOKEN")
    }
    assert "hush" not in str(caught.value)
    told = CliRunner().invoke(cli.main, ["check-settings"])
    assert told.exit_code == 1
    assert "VEIVISER_KEYS" in told.output
    assert "hush" not in told.output


def test_no_secret_is_ever_given_on_a_command_line() -> None:
    """What stands there is read by everybody on the machine."""
    options = {
        name
        for command in cli.main.commands.values()
        for option in command.params
        if isinstance(option, click.Option)
        for name in option.opts
    }
    assert options == {
        "--bytes",
        "--citizen",
        "--data",
        "--dry-run",
        "--everybody",
        "--from",
        "--next",
        "--noted",
        "--out",
        "--port",
        "--to",
        "--use-next",
    }


@pytest.mark.parametrize(
    "former",
    ["Zq3", f"{secrets.token_urlsafe(32)},{secrets.token_urlsafe(16)}"],
    ids=["alone", "behind another"],
)
def test_a_key_that_signed_before_is_as_long_as_the_one_that_signs(former: str) -> None:
    """What it signed is believed as well: a log-in's cookie could be made by whoever tries all short ones."""
    with pytest.raises(ValueError, match="each former secret key has at least 32 characters"):
        settings(secret_key_former=former)
