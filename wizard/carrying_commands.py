"""The commands that carry what is kept out to a backup and back into an empty place, and see that it is all there."""

import sys
from datetime import datetime
from pathlib import Path

import click

from wizard import backing_up, process, restoring
from wizard.database_faults import in_words
from wizard.files.opening import open_store
from wizard.moving_command import move
from wizard.settings import load

KEYS = "The keys are not in it, and without them nobody can read it: keep them elsewhere."
FOLDER = click.Path(file_okay=False, path_type=Path)


@click.command()
@click.option(
    "--to",
    required=True,
    type=FOLDER,
    help="A folder that is not there yet; the one it lies in is. %Y-%m-%d in its name stands for the day.",
)
def backup(to: Path) -> None:
    """Copy the database and all files to a folder, while everything runs; exit 1 where rows had lost their file."""
    settings = load()
    to = to.with_name(datetime.now().astimezone().strftime(to.name))
    with in_words(settings.database_url):
        told = backing_up.back_up(settings.database_url, open_store(settings), to)
    click.echo(f"{to} is whole: {sum(told.rows.values())} rows and {told.files} files. {KEYS}")
    if told.missing:
        raise click.ClickException(
            f"{len(told.missing)} rows had lost their file before: they are named in its manifest.json."
        )


@click.command()
@click.option("--from", "source", required=True, type=FOLDER, help="A folder that veiviser backup wrote.")
def restore(source: Path) -> None:
    """Read a backup into an empty database and an empty place for files: all of it, or nothing. Nothing may run yet."""
    settings = load()
    with in_words(settings.database_url):
        told = restoring.restore(source, settings.database_url, open_store(settings))
    click.echo(f"Restored as of {told.taken_at}: {sum(told.rows.values())} rows and {told.files} files.")
    click.echo(
        "Now run veiviser migrate and veiviser put-out --everybody, and start the wizard and the worker."
    )


@click.command("check-files")
def check_files() -> None:
    """Print each row whose file is gone, and each file without a row; exit 1 where there is any."""
    found = process.check_files(load())
    for name, case_id in found.without_file.items():
        click.echo(f"The file {name} of the case {case_id} is not there: take it from a backup.")
    for name in sorted(found.without_row):
        click.echo(f"The file {name} has no row: veiviser purge takes it away, as the worker does daily.")
    if found.without_file or found.without_row:
        sys.exit(1)
    click.echo("Each row has its file, and each file its row.")


COMMANDS = (backup, check_files, move, restore)
