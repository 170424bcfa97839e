"""The command that carries files from one store to another."""

from pathlib import Path

import click

from wizard.files.copying import NotCopiedError, copy_all
from wizard.files.opening import open_store
from wizard.settings import load
from wizard.settings_files import Bucket, place


def _place(_: click.Context, __: click.Parameter, value: str) -> Path | Bucket:
    try:
        return place(value)
    except ValueError as error:
        raise click.BadParameter(str(error)) from error


@click.command("move-files")
@click.argument("source", metavar="FROM", callback=_place)
@click.argument("target", metavar="TO", callback=_place)
def move_files(source: Path | Bucket, target: Path | Bucket) -> None:
    """Copy all files between two stores, folders or s3://BUCKET/PREFIX as the settings reach it, and compare each.

    It may be stopped and repeated, and takes nothing away: change VEIVISER_FILES then.
    """
    settings = load()
    if isinstance(source, Path) and not source.is_dir():
        raise click.ClickException(f"There is no folder {source}.")
    try:
        done = copy_all(open_store(settings, source), open_store(settings, target))
    except NotCopiedError as error:
        raise click.ClickException(str(error)) from error
    click.echo(
        f"{done.copied} files copied and {done.there} there before, {done.bytes} bytes: each is as it was."
    )


COMMANDS = (move_files,)
