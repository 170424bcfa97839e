"""The application as it runs: gunicorn on 127.0.0.1, its own database and keys, and people who use it over HTTP."""

import base64
import os
import re
import secrets
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import Any, Self

import httpx

HOUSE = Path(__file__).parents[1]
BIN = Path(sys.executable).parent


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port


def key() -> str:
    return base64.b64encode(secrets.token_bytes(32)).decode()


class Site:
    """The wizard on a database; ``docgen_port`` is where its worker would look for docgen."""

    def __init__(self, folder: Path, database_url: str, *, workers: int = 2) -> None:
        self.folder, self.port, self.docgen_port = folder, free_port(), free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.workers = workers
        self.token = "invented-token-of-the-tests"
        self.environment = os.environ | {
            "VEIVISER_DATABASE_URL": database_url,
            "VEIVISER_FILES": str(folder / "files"),
            "VEIVISER_SECRET_KEY": key(),
            "VEIVISER_KEYS": f"one:{key()}",
            "VEIVISER_LOOKUP_KEY": key(),
            "VEIVISER_DOCGEN_URL": f"http://127.0.0.1:{self.docgen_port}",
            "VEIVISER_DOCGEN_TOKEN": self.token,
            "VEIVISER_DEMO": "true",
            "VEIVISER_ALLOW_SYNTHETIC_NUMBERS": "true",
            "VEIVISER_SECURE_COOKIES": "false",
            "VEIVISER_QUEUE_POLL_SECONDS": "0.1",
            "VEIVISER_RETRY_FIRST_SECONDS": "0.2",
            "VEIVISER_RECONCILE_SECONDS": "2",
            "DOCGEN_TOKENS": f'["{self.token}"]',
            "DOCGEN_SEALING_FOLDER": str(folder / "sealing"),
        }
        self.processes: list[subprocess.Popen[bytes]] = []

    def __enter__(self) -> Self:
        self.run("migrate")
        self.start(
            "wizard", [BIN / "gunicorn", "wsgi:app", "-b", f"127.0.0.1:{self.port}", "-w", str(self.workers)]
        )
        self.wait(f"{self.url}/")
        return self

    def __exit__(self, *_: object) -> None:
        for process in self.processes:
            if process.poll() is None:
                process.terminate()
        for process in self.processes:
            process.wait(timeout=30)

    def run(self, *arguments: str) -> None:
        subprocess.run([BIN / "veiviser", *arguments], env=self.environment, cwd=HOUSE, check=True)

    def start(self, name: str, command: list[Any]) -> subprocess.Popen[bytes]:
        with (self.folder / f"{name}.log").open("ab") as log:
            process = subprocess.Popen(command, env=self.environment, cwd=HOUSE, stdout=log, stderr=log)
        self.processes.append(process)
        return process

    def start_docgen(self) -> subprocess.Popen[bytes]:
        process = self.start(
            "docgen", [BIN / "gunicorn", "docgen.app:create_app()", "-b", f"127.0.0.1:{self.docgen_port}"]
        )
        self.wait(f"http://127.0.0.1:{self.docgen_port}/livez")
        return process

    def start_worker(self) -> subprocess.Popen[bytes]:
        return self.start("worker", [BIN / "veiviser", "worker"])

    def wait(self, address: str) -> None:
        end = time.monotonic() + 30
        while time.monotonic() < end:
            try:
                if httpx.get(address).is_success:
                    return
            except httpx.TransportError:
                time.sleep(0.05)
        raise TimeoutError(self.logs())

    def logs(self) -> str:
        return "\n".join(path.read_text() for path in sorted(self.folder.glob("*.log")))

    def visitor(self, person: str | None = None, municipality: str = "larvik") -> "Guest":
        return Guest(self, municipality, person)


class Guest:
    """Somebody with a browser of their own, that keeps cookies and sends the page's token along."""

    def __init__(self, site: Site, municipality: str, person: str | None) -> None:
        self.site, self.at = site, f"/{municipality}"
        self.http = httpx.Client(base_url=site.url, timeout=30)
        if person:
            answer = self.post(f"{self.at}/logg-inn", {"person": person}, page=f"{self.at}/logg-inn")
            assert answer.status_code == 303, answer.text

    def get(self, path: str, **kwargs: Any) -> httpx.Response:
        return self.http.get(path, **kwargs)

    def token(self, page: str) -> str:
        return hidden(self.get(page).text, "csrf_token")

    def post(
        self, path: str, data: dict[str, Any] | None = None, *, page: str = "", **kwargs: Any
    ) -> httpx.Response:
        """Post a form as its page would, with the page's token and, on a step, its version."""
        text = self.get(page or path).text
        controls = {name: hidden(text, name) for name in ("csrf_token", "version", "content")}
        return self.http.post(path, data={k: v for k, v in controls.items() if v} | (data or {}), **kwargs)

    def begin(self) -> "Draft":
        answer = self.post(f"{self.at}/begynn", {"journey": "coordination"}, page=f"{self.at}/mine-saker")
        assert answer.status_code == 303, answer.text
        return Draft(self, answer.headers["location"].split("/steg/")[0])


class Draft:
    """A draft by its address."""

    def __init__(self, guest: Guest, path: str) -> None:
        self.guest, self.path = guest, path

    def step(self, slug: str) -> str:
        return f"{self.path}/steg/{slug}"

    def answer(self, slug: str, data: dict[str, Any], **kwargs: Any) -> httpx.Response:
        return self.guest.post(self.step(slug), data, **kwargs)


def hidden(text: str, name: str) -> str:
    """The value of a page's hidden field; empty where it has none."""
    found = re.search(rf'name="{name}"\s+value="([^"]*)"', text) or re.search(
        rf'value="([^"]*)"\s+name="{name}"', text
    )
    return found[1] if found else ""
