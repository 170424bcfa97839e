"""The site's own keys change while people log in: nobody is turned away, whichever process they meet."""

import base64
import json
import stat
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import httpx
import pytest
from click.testing import CliRunner
from joserfc.jwk import RSAKey

from tests.guest import Guest
from tests.integration.oidc.openid_provider import OpenidProvider, new_key
from tests.integration.oidc.real_site import Browser, RealSite
from wizard.app import create_app
from wizard.cli import main
from wizard.oidc.own_key import CERTIFICATE, OwnKey, OwnKeyError, use_next

CLIENT = "changes-its-keys"


def own_key(path: Path, *how: str) -> list[RSAKey]:
    """The command; gives the public keys that it prints."""
    done = CliRunner().invoke(main, ["own-key", str(path), *how])
    assert done.exit_code == 0, done.output
    return [RSAKey.import_key(one) for one in json.loads(done.output)["keys"]]


@contextmanager
def started(site: RealSite, path: Path) -> Iterator[Browser]:
    """Somebody in front of a process that starts now, as one of the shared site's with another key file."""
    app = create_app(site.settings(oidc_client_id=CLIENT, oidc_key_file=path))
    browser = site.browser()
    browser.guest = Guest(site.url, transport=httpx.WSGITransport(app=app))
    yield browser
    browser.guest.http.close()
    for client in app.extensions["ways_in"].clients():
        client.close()
    app.extensions["tools"].store.close()


def is_let_in(browser: Browser) -> bool:
    browser.there.cookies.clear()
    browser.guest.http.event_hooks = {}  # a 503 is what may come
    answer = browser.guest.post("/larvik/logg-inn/idporten")
    if answer.status_code != 200:
        return False
    return browser.log_in().status_code == 303


def test_the_keys_change_and_nobody_is_turned_away(
    real_site: RealSite, provider: OpenidProvider, tmp_path: Path
) -> None:
    """The key is read and not stored: one kind of database is enough."""
    path = tmp_path / "own-key.json"
    first = own_key(path)
    provider.register(CLIENT, real_site.url, *first)
    with ExitStack() as running:
        old = running.enter_context(started(real_site, path))
        assert is_let_in(old)
        both = own_key(path, "--next")
        assert both[0].kid == first[0].kid
        published = running.enter_context(started(real_site, path))
        told = published.guest.get("/.well-known/jwks.json").json()["keys"]
        assert {key.kid for key in both} <= {one["kid"] for one in told}
        assert not any("d" in one for one in told), "public halves alone"
        assert is_let_in(published), "the old one signs, whether or not the provider knows the next one yet"
        provider.register(CLIENT, real_site.url, *both)
        own_key(path, "--use-next")
        new = running.enter_context(started(real_site, path))
        assert is_let_in(old), "not all processes start at once"
        assert is_let_in(new)
        provider.register(CLIENT, real_site.url, both[1])
        assert is_let_in(new)
        assert not is_let_in(old), "else it would not have been the key that let them in"
    del provider.clients[CLIENT]


def test_a_provider_that_fetches_our_keys_itself(real_site: RealSite, provider: OpenidProvider) -> None:
    provider.clients[real_site.client_id].pop("jwks", None)
    provider.register(real_site.client_id, real_site.url)
    try:
        browser = real_site.browser()
        assert browser.log_in().status_code == 303
    finally:
        provider.register(real_site.client_id, real_site.url, real_site.key)


def test_the_demo_has_no_keys_to_show(site: RealSite) -> None:
    assert site.visitor().get("/.well-known/jwks.json").status_code == 404


def test_a_next_key_takes_the_place_of_the_one_behind(tmp_path: Path) -> None:
    path = tmp_path / "own-key.json"
    [first] = own_key(path)
    before = path.read_text()
    too_early = CliRunner().invoke(main, ["own-key", str(path), "--use-next"])
    assert too_early.exit_code == 1
    assert "has no next key yet" in too_early.output
    assert path.read_text() == before
    again = [own_key(path, "--next")[1] for _ in range(2)]
    assert again[0].kid != again[1].kid
    turned = own_key(path, "--use-next")
    assert [key.kid for key in turned] == [again[1].kid, first.kid]
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    with pytest.raises(OwnKeyError):
        use_next(tmp_path / "none.json")


def test_a_key_of_a_certificate_names_it_as_entra_wants(tmp_path: Path) -> None:
    path = tmp_path / "own-key.json"
    key = new_key("ours").as_dict(private=True) | {"alg": "PS256", CERTIFICATE: "print-of-a-certificate"}
    path.write_text(json.dumps(key))
    proof = OwnKey(path).proof("client", "https://login.example/token")["client_assertion"]
    header = json.loads(base64url(proof.split(".")[0]))
    assert header["alg"] == "PS256"
    assert header[CERTIFICATE] == "print-of-a-certificate"


def base64url(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
