"""The command that moves a running site's database into another one."""

import click

from wizard import moving, process
from wizard.moving_faults import in_words
from wizard.settings import load


@click.command()
@click.argument("source", metavar="FROM_URL")
@click.argument("target", metavar="TO_URL")
def move(source: str, target: str) -> None:
    """Move all that is in the database FROM_URL to the empty database TO_URL: all of it, compared, or nothing.

    The site may run: meanwhile nothing can be saved, which it says to whoever tries, and afterwards FROM_URL takes
    nothing any more. Files stay where they are. A password is better kept in a pgpass file than in a URL.
    """
    settings = {url: load(database_url=url) for url in (source, target)}
    with in_words(source, target):
        told = moving.move(source, target)
    for name, content in told.items():
        click.echo(f"{name}: {content.rows} rows, SHA-256 {content.sha256}")
    click.echo(f"Moved and compared: {sum(content.rows for content in told.values())} rows.")
    click.echo("Now set VEIVISER_DATABASE_URL to the new database, and start the wizard and the worker anew.")
    if gone := process.check_files(settings[target]).without_file:
        raise click.ClickException(
            f"{len(gone)} rows have no file in VEIVISER_FILES: see veiviser check-files."
        )
