"""The command ``veiviser``."""

import sys
from pathlib import Path
from typing import Any

import click

from forms.municipality import municipalities
from wizard import (
    carrying_commands,
    checked_settings,
    contact_sheet,
    delivery_commands,
    files_commands,
    process,
)
from wizard import demo as demonstration
from wizard import gallery as gallery_maker
from wizard.archive_message.errors import NotToArchiveError
from wizard.archive_message.schema import NotByTheSchemaError
from wizard.backup_manifest import BackupError
from wizard.cases.errors import FileUnavailableError, NotLoggedError, UnreadableError
from wizard.cases.rehashing import OtherKeysError
from wizard.cases.resealing import NotResealedError
from wizard.clamd import NoClamdError
from wizard.database_faults import UnfitDatabaseError
from wizard.files.interface import StoreError
from wizard.malformed_settings import MalformedSettingsError
from wizard.oidc import own_key as keys
from wizard.places import NoMunicipalitiesError
from wizard.putting_out import NoSuchPersonError
from wizard.settings import load
from wizard.sound_settings import UnsoundSettingsError

REFUSALS = (
    BackupError,
    MalformedSettingsError,
    NoClamdError,
    NoMunicipalitiesError,
    NoSuchPersonError,
    NotByTheSchemaError,
    NotResealedError,
    NotToArchiveError,
    OtherKeysError,
    StoreError,
    UnfitDatabaseError,
    UnsoundSettingsError,
    keys.OwnKeyError,
)
"""What says itself, in a sentence, why a command cannot do its work."""


class Commands(click.Group):
    """Tells a refusal by its words alone, with exit 1."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except REFUSALS as error:
            raise click.ClickException(str(error)) from error


@click.group(cls=Commands)
def main() -> None:
    """Veiviser: applications, consent and complaints in municipal health and care services."""


for command in (*carrying_commands.COMMANDS, *delivery_commands.COMMANDS, *files_commands.COMMANDS):
    main.add_command(command)


@main.command()
def migrate() -> None:
    """Bring the database to this version's tables."""
    process.bring_up(load())


@main.command()
def worker() -> None:
    """Hand over submitted cases, and screen files that wait for it, until stopped."""
    process.work(load())


@main.command("check-settings")
def check_settings() -> None:
    """Say what in the settings is missing, weak or known to others; exit 1 where anything is."""
    found = checked_settings.check()
    for said in found.now:
        click.echo(said, err=True)
    if found.wrong:
        raise click.ClickException("\n".join(["The settings do not do:", *found.wrong]))
    click.echo("The demo's settings: never for real people." if found.demo else "The settings are sound.")


@main.command("doctor")
def doctor_command() -> None:
    """Say in words each thing that is wrong with the site, and what to do; exit 1 where anything is."""
    if found := process.examine():
        raise click.ClickException("\n".join(["The site is not well:", *found]))
    click.echo("Nothing is wrong.")


@main.command("hand-over")
@click.argument("case")
def hand_over(case: str) -> None:
    """Try again to hand over CASE, a reference or an id, whose documents docgen refused to make."""
    try:
        process.hand_over_again(load(), case)
    except LookupError as error:
        raise click.ClickException("No case that was refused has that reference or id.") from error
    click.echo("It is in the queue.")


@main.command("archive-message")
@click.argument("reference")
@click.option("--out", default="var/archive", show_default=True, type=click.Path(path_type=Path))
def archive_message(reference: str, out: Path) -> None:
    """Write the Fiks Arkiv message of the case REFERENCE, with its files, to a folder of that name in --out.

    Nothing of it is sealed: keep it where only the archive gets it. That it was read stands in the access log first.
    """
    try:
        click.echo(process.archive_message(load(), reference, out))
    except FileExistsError as error:
        raise click.ClickException(f"{out / reference} is there already: take it away first.") from error
    except OSError as error:
        raise click.ClickException(f"{out} cannot be written: {error.strerror}.") from error
    except NotLoggedError as error:
        raise click.ClickException("Nothing was read: the access log cannot be written.") from error
    except (FileUnavailableError, UnreadableError) as error:
        raise click.ClickException("Something of it cannot be read: look for why in the log.") from error


@main.command("own-key")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--next", "how", flag_value="next", help="Put a next key into FILE, behind the one that signs.")
@click.option(
    "--use-next", "how", flag_value="use-next", help="Let the next key sign, and keep the old one behind."
)
def own_key(file: Path, how: str | None) -> None:
    """Make the key by which this site logs people in, as FILE, and print the public half for the provider.

    To change it while people log in: --next, make the printed keys known to the provider, --use-next, start anew. The
    old one stays beside the new one until the next --next.
    """
    do = {"next": keys.make_next, "use-next": keys.use_next}.get(how or "", keys.make)
    try:
        click.echo(do(file))
    except OSError as error:
        raise click.ClickException(f"{file} is not made: {error.strerror}") from error


@main.command("put-out")
@click.argument("municipality", required=False)
@click.option("--citizen", is_flag=True, help="A citizen, by the identity number that is asked for.")
@click.option("--everybody", is_flag=True, help="Everybody: all are logged out.")
def put_out(municipality: str | None, *, citizen: bool, everybody: bool) -> None:
    """End at once all log-ins of somebody who works for MUNICIPALITY, by the identity number that is asked for.

    Close their account at the provider first: else they may log in anew. The options put others out.
    """
    if (municipality is not None) + citizen + everybody != 1:
        raise click.UsageError("Name a municipality, or give --citizen, or --everybody.")
    if everybody:
        click.echo(f"Ended: {process.put_out_everybody(load())}")
        return
    if not process.put_out(load(), municipality, _ask_for_number):
        raise click.ClickException(
            "Nobody of that number has logged in there as staff."
            if municipality
            else "They are logged in nowhere."
        )
    click.echo("They are out.")


def _ask_for_number() -> str:
    """Not as an argument, which anybody on the machine can read; nor shown, where it is typed."""
    by_hand = sys.stdin.isatty()  # else getpass would warn that what is typed can be seen
    typed = click.prompt("Identity number", hide_input=True) if by_hand else sys.stdin.readline()
    return "".join(str(typed).split())


@main.command()
def reseal() -> None:
    """Seal everything with the first of VEIVISER_KEYS; afterwards the older keys can be removed."""
    click.echo(f"Sealed anew: {process.reseal(load())}")


@main.command()
@click.option("--dry-run", is_flag=True, help="Only print how much would go.")
def purge(*, dry_run: bool) -> None:
    """Take away what is kept no longer, as the worker does once a day, and print how much; exit 1 where some stayed."""
    counts = process.purge(load(), dry_run=dry_run)
    for what, count in counts.items():
        click.echo(f"{what}: {count}")
    sys.exit(1 if counts["failed"] else 0)


@main.command()
@click.option("--bytes", "bytes_too", is_flag=True, help="Read each document, and hold it against its hash.")
def reconcile(*, bytes_too: bool) -> None:
    """Print how many receipts, hand-overs, documents and files do not belong together; exit 1 where any do not."""
    counts = process.reconcile(load(), bytes_too=bytes_too)
    for what, count in counts.items():
        click.echo(f"{what}: {count}")
    sys.exit(1 if any(counts.values()) else 0)


@main.command()
def rehash() -> None:
    """Find people by a further look-up key, put last in VEIVISER_LOOKUP_KEY, too. Everything else must be stopped."""
    click.echo(f"Hashed further: {process.rehash(load())}")


@main.command("check-access-log")
@click.option("--noted", default="", help="The last row as an earlier check printed it: NUMBER:HASH.")
def check_access_log(noted: str) -> None:
    """Print whether the log of who opened which case is as it was written; exit 1 where it is not."""
    try:
        found = process.check_access_log(load(), noted)
    except ValueError as error:
        raise click.BadParameter("it is NUMBER:HASH, as an earlier check printed it") from error
    for broken in found.breaks:
        click.echo(broken)
    if found.breaks:
        sys.exit(1)
    click.echo(f"Whole: {found.rows} rows.")
    if found.last:
        click.echo(f"Keep this elsewhere, for --noted next time: {found.last}")


@main.command()
@click.option("--port", default=8000, show_default=True, help="The wizard's port on 127.0.0.1.")
@click.option("--data", default="var/demo", show_default=True, type=click.Path(path_type=Path))
def demo(port: int, data: Path) -> None:
    """Start everything on this machine, with invented people to log in as."""
    demonstration.run(port, data)


@main.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.argument("places", metavar="[MUNICIPALITY]...", nargs=-1, type=click.Choice(tuple(municipalities())))
def gallery(folder: Path, places: tuple[str, ...]) -> None:
    """Write every form of each MUNICIPALITY in every language to FOLDER, filled in and blank: PDF, DOCX and JSON.

    Of all of them, where none is named. Beside them lies index.html, with the first page of each to look through.
    """
    requests = list(gallery_maker.write(folder, places))
    click.echo("\n".join(map(str, requests)))
    code = process.docgen_command("make", *map(str, requests))
    if code == 0:
        click.echo(contact_sheet.write(folder, places))
    sys.exit(code)


@main.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--data", type=click.Path(path_type=Path), help="The folder of a demo's data, whose key judges."
)
def verify(file: Path, data: Path | None) -> None:
    """Print whether FILE is whole, unchanged and sealed, as JSON; exit 0 only if it is, 2 without a key to judge by."""
    own = ["--data", str(data)] if data else []
    sys.exit(process.docgen_command("verify", *own, "--", str(file)))
