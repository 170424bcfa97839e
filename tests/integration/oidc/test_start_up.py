"""Start-up says in words why nobody could log in, or everybody could, and ends."""

import json
import stat
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.integration.oidc.openid_provider import new_key
from tests.running_site import Site
from wizard.app import create_app
from wizard.cli import main
from wizard.oidc.client import Client
from wizard.ways_in import NoProviderError, ways_in


@pytest.fixture(scope="module")
def key_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("key") / "own-key.json"
    path.write_text(json.dumps(new_key("ours").as_dict(private=True)))
    return path


REAL = {"oidc_issuer": "https://idporten.no", "oidc_client_id": "veiviser", "secure_cookies": True}


def test_a_real_provider_is_the_way_in(site: Site, key_file: Path) -> None:
    found = ways_in(site.settings(demo=False, oidc_key_file=key_file, **REAL))
    assert isinstance(found.citizens, Client)
    assert found.staff is None


def test_neither_provider_nor_demo(site: Site) -> None:
    with pytest.raises(NoProviderError, match="no log-in provider is configured: VEIVISER_OIDC_ISSUER"):
        create_app(site.settings(demo=False))


@pytest.mark.parametrize("alone", ["oidc_issuer", "oidc_client_id", "oidc_key_file"])
def test_the_demo_and_even_a_part_of_a_provider(site: Site, key_file: Path, alone: str) -> None:
    told = {alone: (REAL | {"oidc_key_file": key_file})[alone]}
    with pytest.raises(NoProviderError, match="VEIVISER_DEMO lets anybody in"):
        create_app(site.settings(demo=True, **told))


@pytest.mark.parametrize("left_out", ["oidc_issuer", "oidc_client_id", "oidc_key_file"])
def test_half_a_provider(site: Site, key_file: Path, left_out: str) -> None:
    told = {name: value for name, value in (REAL | {"oidc_key_file": key_file}).items() if name != left_out}
    with pytest.raises(NoProviderError, match=f"VEIVISER_{left_out.upper()} is missing"):
        create_app(site.settings(demo=False, **told))


@pytest.mark.parametrize("issuer", ["http://idporten.no", "idporten.no", "http://127.0.0.1.evil.no"])
def test_a_provider_that_others_can_listen_in_to(site: Site, key_file: Path, issuer: str) -> None:
    told = REAL | {"oidc_issuer": issuer, "oidc_key_file": key_file}
    with pytest.raises(NoProviderError, match="must begin with https"):
        create_app(site.settings(demo=False, **told))


def test_a_real_provider_wants_secure_cookies(site: Site, key_file: Path) -> None:
    told = REAL | {"secure_cookies": False, "oidc_key_file": key_file}
    with pytest.raises(NoProviderError, match="VEIVISER_SECURE_COOKIES is off"):
        create_app(site.settings(demo=False, **told))


PUBLIC = new_key("ours").as_dict(private=False)
KEYLESS = {name: value for name, value in new_key("ours").as_dict(private=True).items() if name != "kid"}


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (None, "not there or is no JWK"),
        ("-----BEGIN PRIVATE KEY-----", "not there or is no JWK"),
        ("[]", "not there or is no JWK"),
        (json.dumps(PUBLIC), "no private RSA or EC key"),
        (json.dumps(KEYLESS), "no private RSA or EC key"),
        ('{"kty": "oct", "k": "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "kid": "x"}', "no private RSA or EC key"),
        (json.dumps(new_key("ours").as_dict(private=True) | {"alg": "RS512"}), "must say one of RS256"),
    ],
)
def test_a_key_file_that_is_none(site: Site, tmp_path: Path, text: str | None, why: str) -> None:
    path = tmp_path / "key.json"
    if text is not None:
        path.write_text(text)
    with pytest.raises(NoProviderError, match=why):
        create_app(site.settings(demo=False, oidc_key_file=path, **REAL))


def test_a_key_that_was_made_is_one_and_is_never_made_twice(site: Site, tmp_path: Path) -> None:
    path = tmp_path / "own-key.json"
    made = CliRunner().invoke(main, ["own-key", str(path)])
    assert made.exit_code == 0
    [public] = json.loads(made.output)["keys"]
    assert "d" not in public
    assert public["kid"] == json.loads(path.read_text())["keys"][0]["kid"]
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert isinstance(ways_in(site.settings(demo=False, oidc_key_file=path, **REAL)).citizens, Client)
    before = path.read_text()
    again = CliRunner().invoke(main, ["own-key", str(path)])
    assert (again.exit_code, path.read_text()) == (1, before)
