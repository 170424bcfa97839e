"""The real provider of `provider.mjs`, as a process on 127.0.0.1, and whom it knows as its clients."""

import json
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Self

import httpx
from joserfc.jwk import KeySet, RSAKey

from tests.guest import TRUST

HERE = Path(__file__).parent
MFA, PASSWORD = "mfa", "pwd"
HIGH, SUBSTANTIAL, LOW = "idporten-loa-high", "idporten-loa-substantial", "idporten-loa-low"


def new_key(kid: str) -> RSAKey:
    return RSAKey.generate_key(2048, {"kid": kid, "alg": "RS256", "use": "sig"})


class OpenidProvider:
    def __init__(self, folder: Path, port: int, *, staff: bool = False) -> None:
        """``staff``: a municipality's own, as Entra; else as ID-porten."""
        self.folder, self.issuer, self.staff = folder, f"http://127.0.0.1:{port}", staff
        self.key = new_key("first")
        self.clients: dict[str, dict[str, Any]] = {}
        self.process: subprocess.Popen[bytes] | None = None
        self.http = httpx.Client(verify=TRUST, timeout=10)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()
        self.http.close()

    def register(self, client_id: str, site: str, *public: RSAKey) -> None:
        """The site becomes one of its clients: it starts anew, and forgets who was logged in.

        Without a key it fetches the site's own.
        """
        back, ended = (
            ("logg-inn/ansatt/svar", "ansattinnlogging") if self.staff else ("logg-inn/svar", "idporten")
        )
        known = {"jwks": KeySet(list(public)).as_dict(private=False)}
        self.clients[client_id] = (known if public else {"jwks_uri": f"{site}/.well-known/jwks.json"}) | {
            "client_id": client_id,
            "redirect_uris": [f"{site}/{place}/{back}" for place in ("larvik", "senja")],
            "post_logout_redirect_uris": [f"{site}/utlogget"],
            "grant_types": ["authorization_code", *(["refresh_token"] if self.staff else [])],
            "require_auth_time": True,
            "backchannel_logout_uri": f"{site}/utlogget/fra-{ended}",
            "backchannel_logout_session_required": True,
            "token_endpoint_auth_method": "private_key_jwt",
            "token_endpoint_auth_signing_alg": "RS256",
            "id_token_signed_response_alg": "RS256",
        }
        self.start()

    def start(self) -> None:
        self.stop()
        keys = KeySet([self.key]).as_dict(private=True)
        clients = list(self.clients.values())
        told = {"issuer": self.issuer, "clients": clients, "jwks": keys, "staff": self.staff}
        with (self.folder / "provider.log").open("ab") as log:
            command: list[str | Path] = ["node", HERE / "provider.mjs", json.dumps(told)]
            self.process = subprocess.Popen(command, stdout=log, stderr=log)
        self._wait()

    def _wait(self) -> None:
        end = time.monotonic() + 120
        while time.monotonic() < end:
            with suppress(httpx.TransportError):
                if self.http.get(f"{self.issuer}/.well-known/openid-configuration").is_success:
                    return
            time.sleep(0.05)
        raise TimeoutError((self.folder / "provider.log").read_text())

    def stop(self) -> None:
        if self.process:
            self.process.kill()
            self.process.wait()
            self.process = None

    @contextmanager
    def frozen(self) -> Iterator[None]:
        """It takes calls, and answers none."""
        assert self.process
        self.process.send_signal(signal.SIGSTOP)
        try:
            yield
        finally:
            self.process.send_signal(signal.SIGCONT)

    def change_key(self, kid: str) -> None:
        """It signs with another key from now on, and has forgotten the old one."""
        self.key = new_key(kid)
        self.start()

    def alter_next(self, **how: Any) -> None:
        """The next ID token is not as it was made: other ``header`` or ``claims``, another ``sign``, or ``drop`` it."""
        self.http.post(f"{self.issuer}/alter", json=how).raise_for_status()

    def change(self, sub: str, claims: dict[str, Any] | None) -> None:
        """What it knows of somebody from now on, also of who is logged in; None closes the account."""
        self.http.post(f"{self.issuer}/people", json={"sub": sub, "claims": claims}).raise_for_status()

    @contextmanager
    def failing(self) -> Iterator[None]:
        """It answers nobody who asks for tokens, and remembers all."""
        self.http.post(f"{self.issuer}/fail", json=True).raise_for_status()
        try:
            yield
        finally:
            self.http.post(f"{self.issuer}/fail", json=False).raise_for_status()

    def asked_in_vain(self) -> int:
        """How often somebody has since it fails."""
        return int(self.http.get(f"{self.issuer}/asked-in-vain").text)

    def asked_for_keys(self) -> int:
        """How often somebody has."""
        return int(self.http.get(f"{self.issuer}/asked-for-keys").text)
