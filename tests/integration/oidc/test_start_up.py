"""Start-up says in words why nobody could log in, or everybody could, and ends."""

import json
import stat
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.integration.oidc.openid_provider import new_key
from tests.integration.oidc.real_site import STAFF_FILE
from tests.running_site import Site
from wizard.app import create_app
from wizard.cli import main
from wizard.oidc.client import Client
from wizard.ways_in import NoProviderError, StaffProvider, ways_in


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


@pytest.mark.parametrize(
    "host", ["veiviser.larvik.kommune.no", "192.168.1.4", "localhost.evil.no", ".no", "*", ""]
)
def test_a_demo_that_others_can_reach(site: Site, host: str) -> None:
    with pytest.raises(NoProviderError, match="VEIVISER_TRUSTED_HOSTS has"):
        create_app(site.settings(demo=True, trusted_hosts=["localhost", host]))


@pytest.mark.parametrize(
    "host", ["localhost", "127.0.0.1", "127.8.8.8", "[::1]", "veiviser.test", "a.localhost"]
)
def test_a_demo_on_this_machine(site: Site, host: str) -> None:
    assert ways_in(site.settings(demo=True, trusted_hosts=[host])).demo


def test_a_demo_for_real_numbers(site: Site) -> None:
    with pytest.raises(NoProviderError, match="VEIVISER_ALLOW_SYNTHETIC_NUMBERS"):
        create_app(site.settings(demo=True, allow_synthetic_numbers=False))


STAFF = {"staff_issuer": "https://login.example/tenant", "staff_client_id": "veiviser"}


@pytest.fixture
def staff(key_file: Path, tmp_path: Path) -> dict[str, object]:
    """The settings of a staff provider, beside those of the citizens'."""
    path = tmp_path / "staff.toml"
    path.write_text(STAFF_FILE)
    return REAL | STAFF | {"oidc_key_file": key_file, "staff_key_file": key_file, "staff_file": path}


def test_a_staff_provider_beside_the_citizens(site: Site, staff: dict[str, object]) -> None:
    found = ways_in(site.settings(demo=False, **staff))
    assert isinstance(found.staff, StaffProvider)
    assert [client.party.issuer for client in found.clients()] == [REAL["oidc_issuer"], STAFF["staff_issuer"]]


@pytest.mark.parametrize(
    ("seconds", "wishes"), [(0, "openid profile"), (60, "openid profile offline_access")]
)
def test_a_provider_that_is_not_asked_again_gives_no_refresh_token(
    site: Site, staff: dict[str, object], tmp_path: Path, seconds: int, wishes: str
) -> None:
    (tmp_path / "staff.toml").write_text(f"{STAFF_FILE}\n[again]\nseconds = {seconds}\n")
    found = ways_in(site.settings(demo=False, **staff)).staff
    assert isinstance(found, StaffProvider)
    assert found.client.party.scope == wishes


@pytest.mark.parametrize("name", ["staff_issuer", "staff_client_id", "staff_key_file", "staff_file"])
def test_half_a_staff_provider_and_one_beside_the_demo(
    site: Site, staff: dict[str, object], name: str
) -> None:
    without = {one: value for one, value in staff.items() if one != name}
    with pytest.raises(NoProviderError, match=f"by halves: VEIVISER_{name.upper()} is missing"):
        create_app(site.settings(demo=False, **without))
    with pytest.raises(NoProviderError, match="VEIVISER_DEMO lets anybody in"):
        create_app(site.settings(demo=True, **{name: staff[name]}))


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"staff_issuer": "http://login.example"}, "VEIVISER_STAFF_ISSUER must begin with https"),
        ({"staff_issuer": REAL["oidc_issuer"]}, "the citizens' provider"),
        ({"staff_file": "none.toml"}, "VEIVISER_STAFF_FILE: none.toml cannot be read"),
        ({"staff_key_file": "none.json"}, "VEIVISER_STAFF_KEY_FILE: none.json is not there"),
        ({"secure_cookies": False}, "VEIVISER_SECURE_COOKIES is off"),
    ],
)
def test_a_staff_provider_that_is_none(
    site: Site, staff: dict[str, object], changed: dict[str, object], why: str
) -> None:
    with pytest.raises(NoProviderError, match=why):
        create_app(site.settings(demo=False, **staff | changed))


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
