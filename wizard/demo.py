"""The demo: docgen, worker and wizard on this machine, with keys of their own and invented people to log in as."""

import base64
import json
import os
import secrets
import socket
import sys
from pathlib import Path

import click

from forms.municipality import municipalities
from wizard import migrate as migration
from wizard.providers import invented
from wizard.settings import KEY_BYTES
from wizard.supervise import NotReadyError, Program, supervise

HOUSE = Path(__file__).resolve().parent.parent

TRY = (
    "Stille applies, and Lun reads it in the office's list, after saying why.",
    "Myk applies for Rask, and gives Kjekk a code to sign with.",
    "Stille gives Myk a power of attorney: 'Handle for en annen' under Myk's cases.",
    "Stille gives a consent, and takes back a part of it at 'Samtykkene dine'.",
    "Fin begins together with Stille at the counter, and lets her draw her signature.",
    "Lun registers a form that came on paper.",
)


def run(port: int, data: Path) -> None:
    """Start everything, say where it is, and run until stopped."""
    _refuse_taken_port(port)
    data = data.resolve()
    data.mkdir(mode=0o700, parents=True, exist_ok=True)
    (data / "logs").mkdir(exist_ok=True)
    docgen_port = _free_port()
    settings = _settings(data, docgen_port)
    migration.migrate(settings["VEIVISER_DATABASE_URL"])
    click.echo("Starting docgen, worker and wizard ...")
    programs = _programs(port, docgen_port, data, os.environ | settings)
    try:
        supervise(programs, lambda: _say(port, data))
    except NotReadyError as error:
        raise click.ClickException(str(error)) from error


def _refuse_taken_port(port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError as error:
            raise click.ClickException(f"Port {port} is taken; choose another with --port.") from error


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port: int = free.getsockname()[1]
        return port


def _settings(data: Path, docgen_port: int) -> dict[str, str]:
    keys = kept_keys(data / "keys.json")
    return keys | {
        "VEIVISER_DATABASE_URL": f"sqlite:///{data / 'veiviser.sqlite'}",
        "VEIVISER_FILES": str(data / "files"),
        "VEIVISER_LIMITS_FILE": str(data / "limits.sqlite"),
        "VEIVISER_DOCGEN_URL": f"http://127.0.0.1:{docgen_port}",
        "VEIVISER_DEMO": "true",
        "VEIVISER_MAIL_SERVER": str(data / "mails"),
        "VEIVISER_MAIL_FROM": "varsler@example.org",
        "VEIVISER_ALLOW_SYNTHETIC_NUMBERS": "true",
        "VEIVISER_SECURE_COOKIES": "false",
        "VEIVISER_QUEUE_POLL_SECONDS": "0.2",
        "VEIVISER_RETRY_FIRST_SECONDS": "1",
        "VEIVISER_RETRY_LONGEST_SECONDS": "10",
        "VEIVISER_RECONCILE_SECONDS": "30",
        "DOCGEN_TOKENS": keys["VEIVISER_DOCGEN_TOKEN"],
        "DOCGEN_SEAL_FILE": str(data / "seal.p12"),
        "DOCGEN_SEAL_PASSPHRASE": "demo",  # as docgen's own commands expect of the demo's key
        "DOCGEN_SEAL_MAKE": "true",
    }


def kept_keys(path: Path) -> dict[str, str]:
    """The demo's keys, made on its first start and readable by nobody else."""
    if not path.exists():
        made = {
            "VEIVISER_SECRET_KEY": _random(),
            "VEIVISER_KEYS": f"first:{_random()}",
            "VEIVISER_LOOKUP_KEY": _random(),
            "VEIVISER_DOCGEN_TOKEN": secrets.token_urlsafe(),
        }
        unfinished = path.with_suffix(".new")
        unfinished.touch(mode=0o600)
        unfinished.write_text(json.dumps(made))
        unfinished.rename(path)
    found: dict[str, str] = json.loads(path.read_text())
    return found


def _random() -> str:
    return base64.b64encode(secrets.token_bytes(KEY_BYTES)).decode()


def _programs(port: int, docgen_port: int, data: Path, environment: dict[str, str]) -> list[Program]:
    def program(name: str, arguments: list[str], ready: str | None = None) -> Program:
        command = [sys.executable, "-m", *arguments]
        return Program(name, command, environment, HOUSE, data / "logs" / f"{name}.log", ready)

    return [
        program(
            "docgen",
            _gunicorn("docgen.app:create_app()", docgen_port),
            f"http://127.0.0.1:{docgen_port}/readyz",
        ),
        program("worker", ["wizard", "worker"]),
        program("wizard", _gunicorn("wsgi:app", port), f"http://127.0.0.1:{port}/"),
    ]


def _gunicorn(application: str, port: int) -> list[str]:
    return ["gunicorn", application, "--bind", f"127.0.0.1:{port}"]


def _say(port: int, data: Path) -> None:
    click.echo(f"\nVeiviser: http://127.0.0.1:{port}/\n")
    for municipality in municipalities().values():
        click.echo(f"  http://127.0.0.1:{port}/{municipality.id}/")
    click.echo("\nInvented people to log in as:\n")
    for person in invented():
        role = f"staff of {person.staff_of}" if person.staff_of else "citizen"
        click.echo(f"  {person.name} ({role}): {person.story.en}")
    click.echo('\nWhat to try with whom: "The demo\'s people" in README.md. For a start, in Larvik:\n')
    for line in TRY:
        click.echo(f"  {line}")
    if not os.environ.get("VEIVISER_CLAMD"):
        click.echo(
            "\nNobody looks for viruses in the files that you add here. With ClamAV on this machine somebody does:"
            " say where its socket is by VEIVISER_CLAMD, and start anew."
        )
    click.echo(f"\nNo mail leaves this machine: what would be sent lies in {data / 'mails'}.")
    click.echo(f"\nData and logs: {data}. Stop with Ctrl-C.")
