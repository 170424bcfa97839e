"""The site with a log-in provider, and somebody with a browser who goes there and back."""

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self
from urllib.parse import parse_qs, urlsplit

import httpx
from itsdangerous import URLSafeTimedSerializer

from tests.guest import TRUST, Guest, hidden
from tests.integration.oidc.openid_provider import HIGH, MFA, OpenidProvider, new_key
from tests.running_site import Site
from wizard.providers import invented

NUMBERS = {one.key: one.national_id for one in invented()}
STILLE, MYK, KJEKK, RASK, FIN = (NUMBERS[key] for key in ("stille", "myk", "kjekk", "rask", "fin"))


STAFF_FILE = """
[claims]
number = "national_id"

[level]
good = ["mfa"]

[[role]]
told = "saksbehandler"
municipality = "larvik"
handles = true

[[role]]
told = "saksbehandler-skjermet"
municipality = "larvik"
handles = true
sees_restricted = true

[[role]]
told = "skranke"
municipality = "larvik"
helps = "Servicesenteret"

[[role]]
told = "senja"
municipality = "senja"
handles = true
"""


@dataclass(frozen=True)
class Employee:
    """Somebody who works for a municipality, as its own provider knows them."""

    sub: str
    name: str = "Lun Fjelltone"
    number: str | None = FIN
    roles: tuple[str, ...] = ("saksbehandler",)

    @property
    def claims(self) -> dict[str, Any]:
        told = {"name": self.name, "national_id": self.number, "roles": list(self.roles)}
        return {name: value for name, value in told.items() if value}


class RealSite(Site):
    def __init__(
        self,
        folder: Path,
        database_url: str,
        provider: OpenidProvider,
        staff: OpenidProvider,
        **settings: str,
    ) -> None:
        super().__init__(folder, database_url)
        self.staff = staff
        self.provider, self.client_id = provider, f"veiviser-{self.port}"
        self.key = new_key("ours")
        self.browsers: list[Browser] = []
        path, roles = folder / "own-key.json", folder / "staff.toml"
        path.write_text(json.dumps(self.key.as_dict(private=True)))
        roles.write_text(STAFF_FILE)
        self.environment |= {
            "VEIVISER_DEMO": "false",
            "VEIVISER_CLAMD": str(folder / "nobody-there.sock"),
            "VEIVISER_OIDC_ISSUER": provider.issuer,
            "VEIVISER_OIDC_CLIENT_ID": self.client_id,
            "VEIVISER_OIDC_KEY_FILE": str(path),
            "VEIVISER_STAFF_ISSUER": staff.issuer,
            "VEIVISER_STAFF_CLIENT_ID": self.client_id,
            "VEIVISER_STAFF_KEY_FILE": str(path),
            "VEIVISER_STAFF_FILE": str(roles),
        } | settings

    def __enter__(self) -> Self:
        self.provider.register(self.client_id, self.url, self.key)
        self.staff.register(self.client_id, self.url, self.key)
        return super().__enter__()

    def __exit__(self, *details: object) -> None:
        for browser in self.browsers:
            browser.there.close()
        super().__exit__(*details)

    def browser(self, municipality: str = "larvik") -> "Browser":
        self.browsers.append(Browser(self, municipality))
        return self.browsers[-1]


class Browser:
    """Keeps the cookies of the site and of the provider apart, as one does that sees two hosts."""

    def __init__(self, site: RealSite, municipality: str) -> None:
        self.site = site
        self.guest: Guest = site.visitor(None, municipality)
        self.there = httpx.Client(verify=TRUST, timeout=10)

    def leave_for_provider(self, way: str = "logg-inn/idporten") -> str:
        """Press the button of the log-in page, or of the page that asks to confirm; gives the address it leads to."""
        # the page that asks to confirm leads on whoever was not asked
        answer = self.guest.post(f"{self.guest.at}/{way}", page=f"{self.guest.at}/personvern")
        assert answer.status_code == 200, answer.text
        return answer.headers["refresh"].removeprefix("0; url=")

    def at_provider(self, address: str, **done: str) -> str:
        """The address, back at the site, that the provider sends the browser to; ``done`` is what one does there."""
        while not address.startswith(self.site.url):
            if urlsplit(address).path.startswith("/interaction/"):
                answer = self.there.get(address, params=done)
            else:
                answer = self.there.get(address)
            assert answer.is_redirect, answer.text
            address = str(answer.url.join(answer.headers["location"]))
        return address

    def come_back(self, address: str) -> httpx.Response:
        return self.guest.http.get(address.removeprefix(self.site.url))

    def log_in(self, pid: str = STILLE, acr: str = HIGH) -> httpx.Response:
        """There and back; gives the site's answer."""
        return self.come_back(self.at_provider(self.leave_for_provider(), pid=pid, acr=acr))

    def log_in_named(self, name: str = "Stille Fjordmo", pid: str = STILLE) -> httpx.Response:
        """As ``log_in``, and says who one is where that is asked; gives the answer that leads on."""
        answer = self.log_in(pid)
        if answer.headers["location"].endswith("/navn"):
            return self.guest.post(answer.headers["location"], {"full_name": name})
        return answer

    def log_in_as_staff(
        self, who: "Employee", acr: str = MFA, way: str = "logg-inn/ansatt"
    ) -> httpx.Response:
        done = {"sub": who.sub, "claims": json.dumps(who.claims), "acr": acr}
        return self.come_back(self.at_provider(self.leave_for_provider(way), **done))

    def confirm(self, pid: str = STILLE, acr: str = HIGH) -> httpx.Response:
        """Press the button of the page that asks who one is, and show it."""
        there = self.leave_for_provider("bekreft/innlogging")
        return self.come_back(self.at_provider(there, pid=pid, acr=acr))

    def works(self) -> bool:
        """Whether the office's list of cases is open."""
        return self.guest.get(f"{self.guest.at}/kontor/").status_code == 200

    def is_logged_in(self) -> bool:
        answer = self.guest.get(f"{self.guest.at}/mine-saker")
        return answer.status_code == 200 or answer.headers["location"].endswith("/navn")

    def log_out_at_provider(self, page: str) -> str:
        """Posts the page's form to the provider, says yes there, and gives the address that it sends back to."""
        door = re.search(r'action="([^"]+/session/end)"', page)
        assert door
        names = ("id_token_hint", "post_logout_redirect_uri", "state")
        told = {name: hidden(page, name) for name in names if hidden(page, name)}
        return self._end(door[1], told)

    def end_at_provider(self, provider: OpenidProvider | None = None) -> None:
        """As from another site, or from the provider's own page."""
        self._end(f"{(provider or self.site.provider).issuer}/session/end", {})

    def _end(self, door: str, told: dict[str, str]) -> str:
        asks = self.there.post(door, data=told)
        yes = {"xsrf": hidden(asks.text, "xsrf"), "logout": "yes"}
        answer = self.there.post(f"{door}/confirm", data=yes)
        assert answer.is_redirect, asks.text + answer.text
        return answer.headers["location"]

    def share_screen(self) -> None:
        """The browser stands at the counter from now on."""
        self.guest.http.cookies.set("veiviser-skjerm", shared_mark(self.site), domain="127.0.0.1")

    def asked(self, address: str) -> dict[str, Any]:
        """What the site asked for, as the provider was told."""
        answer = self.there.get(address)
        shown = self.there.get(str(answer.url.join(answer.headers["location"])))
        told: dict[str, Any] = shown.json()
        return told


def query(address: str) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}


def shared_mark(site: RealSite) -> str:
    """As a helper's browser at Larvik's counter is marked."""
    signer = URLSafeTimedSerializer(site.environment["VEIVISER_SECRET_KEY"], salt="screen")
    return str(signer.dumps("larvik"))
