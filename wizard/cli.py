"""The command ``veiviser``."""

import json
import sys
from pathlib import Path

import click

from wizard import gallery as gallery_maker
from wizard import migrate as migration
from wizard import process
from wizard.settings import Settings


@click.group()
def main() -> None:
    """Veiviser: applications, consent and complaints in municipal health and care services."""


@main.command()
def migrate() -> None:
    """Bring the database to this version's tables."""
    migration.migrate(Settings().database_url)


@main.command()
def worker() -> None:
    """Hand over submitted cases until stopped."""
    process.work(Settings())


@main.command()
@click.argument("folder", type=click.Path(path_type=Path))
def gallery(folder: Path) -> None:
    """Write every form of every municipality in every language to FOLDER: PDF, DOCX and JSON."""
    for path in gallery_maker.write(folder, process.sealing_keys()):
        click.echo(path)


@main.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def verify(file: Path) -> None:
    """Print whether FILE is whole, unchanged and sealed, as JSON; exit 0 only if it is."""
    report = process.verify(file.read_bytes())
    click.echo(json.dumps(report, ensure_ascii=False, indent=2))
    sys.exit(0 if report["genuine"] else 1)
