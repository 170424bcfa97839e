"""docgen without its server: ``python -m docgen make REQUEST.json ...`` and ``python -m docgen verify FILE.pdf``."""

import logging
import sys
from pathlib import Path

import click
from pydantic import SecretStr

from docgen.door import read
from docgen.keyring import Keyring
from docgen.make import make_docx, make_pdf
from docgen.seal import CannotSeal
from docgen.settings import Settings, load
from docgen.verify import verify as verify_file

OWN_KEY = Path("var/demo/seal.p12")
"""Where the demo's key lies: made when something is first sealed, unless the settings name another."""


LOUD = ("pyhanko", "pyhanko_certvalidator")
"""They log a traceback for a broken file, of which the report says all there is to know."""


@click.group()
def main() -> None:
    """Make documents from requests, and verify sealed files."""


@main.command()
@click.argument("requests", nargs=-1, type=click.Path(exists=True, dir_okay=False, path_type=Path))
def make(requests: tuple[Path, ...]) -> None:
    """Write the sealed PDF and the Word document of each request beside it."""
    keys = Keyring(_settings())
    for path in requests:
        request = read(path.read_bytes())
        path.with_suffix(".docx").write_bytes(make_docx(request))
        path.with_suffix(".pdf").write_bytes(make_pdf(request, keys.current()))


@main.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--data", type=click.Path(path_type=Path), help="The folder of a demo's data, whose key judges."
)
def verify(file: Path, data: Path | None) -> None:
    """Print a report on FILE as JSON; exit 0 only if it is whole, unchanged and sealed by us, 2 without a key of ours.

    No key is made for it: by a key made now nothing was ever sealed.
    """
    for name in LOUD:
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
    try:
        certificates = Keyring(_settings(data).model_copy(update={"seal_make": False})).certificates()
    except (CannotSeal, OSError, ValueError) as error:
        raise NoKey from error
    report = verify_file(file.read_bytes(), certificates)
    click.echo(report.model_dump_json(indent=2))
    sys.exit(0 if report.genuine else 1)


class NoKey(click.ClickException):
    """Says nothing of the file: what is told must not be mistaken for a judgement."""

    exit_code = 2

    def __init__(self) -> None:
        super().__init__(
            "The file was not judged, because the sealing key could not be read: set DOCGEN_SEAL_FILE and"
            " DOCGEN_SEAL_PASSPHRASE, or give a demo's folder with --data."
        )


def _settings(data: Path | None = None) -> Settings:
    """The environment's, or those of the demo whose folder is given, or of the one in this folder."""
    settings = load()
    if settings.seal_file is not None and data is None:
        return settings
    path = data / OWN_KEY.name if data else OWN_KEY
    own = {"seal_file": path, "seal_passphrase": SecretStr("demo"), "seal_make": True}
    return settings.model_copy(update=own)


if __name__ == "__main__":
    main(prog_name="docgen")
