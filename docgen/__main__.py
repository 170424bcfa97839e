"""docgen without its server: ``python -m docgen make REQUEST.json ...`` and ``python -m docgen verify FILE.pdf``."""

import sys
from pathlib import Path

import click
from pydantic import SecretStr

from docgen.contract import DocumentRequest
from docgen.keyring import Keyring
from docgen.make import make_docx, make_pdf
from docgen.settings import Settings, load
from docgen.verify import verify as verify_file

OWN_KEY = Path("var/demo/seal.p12")
"""Where the demo's key lies: made when first needed, unless the settings name another."""


@click.group()
def main() -> None:
    """Make documents from requests, and verify sealed files."""


@main.command()
@click.argument("requests", nargs=-1, type=click.Path(exists=True, dir_okay=False, path_type=Path))
def make(requests: tuple[Path, ...]) -> None:
    """Write the sealed PDF and the Word document of each request beside it."""
    keys = Keyring(_settings())
    for path in requests:
        request = DocumentRequest.model_validate_json(path.read_bytes())
        path.with_suffix(".docx").write_bytes(make_docx(request))
        path.with_suffix(".pdf").write_bytes(make_pdf(request, keys.current()))


@main.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def verify(file: Path) -> None:
    """Print a report on FILE as JSON; exit 0 only if it is whole, unchanged and sealed by us."""
    report = verify_file(file.read_bytes(), Keyring(_settings()).certificates())
    click.echo(report.model_dump_json(indent=2))
    sys.exit(0 if report.genuine else 1)


def _settings() -> Settings:
    settings = load()
    if settings.seal_file is not None:
        return settings
    own = {"seal_file": OWN_KEY, "seal_passphrase": SecretStr("demo"), "seal_make": True}
    return settings.model_copy(update=own)


if __name__ == "__main__":
    main(prog_name="docgen")
