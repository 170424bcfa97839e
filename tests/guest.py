"""Somebody who uses the running site over HTTP with a browser of their own, and what must hold of every answer."""

import json
import re
import secrets
import ssl
import uuid
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from html import unescape
from http import HTTPStatus
from typing import Any
from urllib.parse import unquote

import httpx
from itsdangerous.encoding import base64_decode

from tests.planted import Given
from wizard.providers import Invented, invented

Plant = Callable[[uuid.UUID, Given], bool]
TRUST = ssl.create_default_context()
"""Made once: every client would read the machine's certificates anew, for sites that speak plain HTTP."""
CONTROLS = ("csrf_token", "version", "content")
LISTS = ("/mine-saker", "/kontor/", "/skranke/")
OF_CONTENT = re.compile(r"/(steg|send|skriv-under|underskrift|registrer)\b")
"""Pages whose form tells which version or content it was made of; all others have the token alone."""
CANARY = "fjellrevens hemmelighet"
"""Stands in answers that tests type; it must turn up nowhere but on the citizen's and the office's own pages."""


CODE = re.compile(r'class="code">\s*(?:<strong>)?([^<]+)<')
_shown, _planted = set[str](), set[str]()


def shown_codes() -> set[str]:
    """The one-time codes that pages have shown in this run: each opens a door, once."""
    return _shown


def planted(where: str) -> str:
    """A word that is typed there and nowhere else: from now on it is watched for like all that is personal."""
    word = f"kanarifugl{where.replace('-', '').replace('_', '')}{secrets.token_hex(4)}"
    _planted.add(word)
    return word


def personal() -> list[str]:
    """What may stand in no address, log or page title."""
    citizens = [one for one in invented() if one.staff_of is None]
    names = [word for one in citizens for word in one.name.split() if len(word) > len("Klar")]
    return [*_planted, CANARY, CANARY.split(maxsplit=1)[0], *names, *(one.national_id for one in citizens)]


def watch(answer: httpx.Response) -> None:
    """What holds of every answer: never a 500, and nothing personal in an address or a title."""
    answer.read()
    assert answer.status_code < 500, f"{answer.request.method} {answer.request.url} {answer.status_code}"
    _shown.update(CODE.findall(answer.text) if is_page(answer) else ())
    title = re.search("<title>(.*?)</title>", answer.text, re.DOTALL) if is_page(answer) else None
    shown = (str(answer.url), answer.headers.get("location", ""), unescape(title[1]) if title else "")
    told = "\n".join(map(unquote, shown))
    assert not any(secret in told for secret in personal()), "personal data in an address or a title"


def is_page(answer: httpx.Response) -> bool:
    return bool(answer.headers.get("content-type", "").startswith("text/html"))


@dataclass(frozen=True)
class Told:
    """The hidden fields of a page, as its form sends them along."""

    controls: dict[str, str]

    def along(self, data: Any) -> list[tuple[str, str]]:
        return [*self.controls.items(), *as_pairs(data)]


def as_pairs(data: Any) -> list[tuple[str, str]]:
    """A form's fields from a mapping, whose values may be lists, or from pairs."""
    pairs = data.items() if hasattr(data, "items") else data or ()
    return [(name, one) for name, value in pairs for one in (value if isinstance(value, list) else [value])]


class Guest:
    """Logged in as an invented person, or as nobody."""

    def __init__(
        self,
        url: str,
        municipality: str = "larvik",
        person: str | None = None,
        transport: httpx.BaseTransport | None = None,
    ) -> None:
        self.url, self.municipality, self.key = url, municipality, person
        self.at = f"/{municipality}"
        self.plant: Plant | None = None
        """Writes a draft's answers behind the site, where the test can reach there."""
        self._known = ("", "")
        self.http = httpx.Client(
            base_url=url, timeout=30, event_hooks={"response": [watch]}, transport=transport, verify=TRUST
        )
        if person:
            self.log_in(person)

    def log_in(self, person: str) -> None:
        answer = self.post(f"{self.at}/logg-inn", {"person": person})
        assert answer.status_code == 303, answer.text

    def log_out(self) -> httpx.Response:
        return self.post("/logg-ut", page=f"{self.at}/")

    @property
    def invented(self) -> Invented:
        return next(one for one in invented() if one.key == self.key)

    @property
    def cookie(self) -> str:
        return self.http.cookies.get("veiviser") or ""

    def get(self, path: str, **kwargs: Any) -> httpx.Response:
        """Staff who are asked why they open a case say so first, as in front of the page."""
        answer = self.http.get(path, **kwargs)
        return self.http.get(path, **kwargs) if self.says_why(answer) else answer

    def says_why(self, answer: httpx.Response) -> bool:
        """Whether the answer asked why a case is opened, as a page or on the one that gives back; then it is said."""
        asks = answer.headers.get("location", "")
        forbidden = answer.text if answer.status_code == HTTPStatus.FORBIDDEN else ""
        if given := re.search(r'href="([^"]+/grunn)"[^>]*>Svar i en ny fane<', forbidden):
            asks = given[1]
        if not asks.endswith("/grunn"):
            return False
        assert self.post(asks, {"reason": "handles", "related": "no"}).status_code == 303
        return True

    def told(self, page: str) -> Told:
        """The hidden fields of that page."""
        text = self.get(page).text
        found = {name: hidden(text, name) for name in CONTROLS}
        self._known = (self._session(), found["csrf_token"])
        return Told({name: value for name, value in found.items() if value})

    def _session(self) -> str:
        """What the browser's session holds for all its tokens: another after each log-in."""
        payload = (
            next((one.value for one in self.http.cookies.jar if one.name.endswith("veiviser")), "") or ""
        )
        packed = payload.startswith(".")
        content = base64_decode(payload.removeprefix(".").partition(".")[0])
        return str(json.loads(zlib.decompress(content) if packed else content or b"{}").get("csrf_token", ""))

    def token(self, page: str = "/") -> str:
        return self.told(page).controls["csrf_token"]

    def post(self, path: str, data: Any = None, *, page: str = "", **kwargs: Any) -> httpx.Response:
        """Post a form as its page would, with the page's hidden fields; ``data`` goes over them."""
        own = as_pairs(data)
        names = {name for name, _ in own}
        shown = self.shown(page or path)
        told = [(name, value) for name, value in shown.along(()) if name not in names]
        return self.submit(path, [*told, *own], **kwargs)

    def shown(self, page: str) -> Told:
        """The hidden fields of that page, fetched where it has others than the token, or none is known."""
        session, token = self._known
        if token and session == self._session() and not OF_CONTENT.search(page):
            return Told({"csrf_token": token})
        return self.told(self.quicker(page))

    def quicker(self, page: str) -> str:
        """A page with the same hidden fields: a list has the token alone, and grows by all that tests leave there."""
        return f"{self.at}/personvern" if page.endswith(LISTS) else page

    def submit(self, path: str, pairs: list[tuple[str, str]], **kwargs: Any) -> httpx.Response:
        """Post exactly these fields."""
        data: dict[str, list[str]] = {}
        for name, value in pairs:
            data.setdefault(name, []).append(value)
        answer = self.http.post(path, data=data, **kwargs)
        return self.http.post(path, data=data, **kwargs) if self.says_why(answer) else answer


def bare(text: str) -> str:
    """A page without what differs on every answer: tokens, and its own address."""
    return re.sub(r'(name="(csrf_token|back)" value|data-over)="[^"]*"', "", text)


def hidden(text: str, name: str) -> str:
    """The value of a page's hidden field; empty where it has none."""
    found = re.search(rf'name="{name}"\s+value="([^"]*)"', text) or re.search(
        rf'value="([^"]*)"\s+name="{name}"', text
    )
    return unescape(found[1]) if found else ""
