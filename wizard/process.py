"""What the commands start: the worker, and docgen's own commands as processes beside this one."""

import logging
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from functools import partial
from pathlib import Path

import structlog

from wizard import attempts, doctor, handover, mail, migrate, putting_out, sound_settings, worker
from wizard.archive_message import fetching
from wizard.archive_message.package import write
from wizard.cases import (
    checking_access,
    comparing_files,
    filling_in_subjects,
    filling_in_words,
    handing_over,
    mailing,
    purging,
    rehashing,
    renaming,
    resealing,
    screening,
    sweeping,
    trying_again,
)
from wizard.database_faults import in_words
from wizard.delivery import channels as delivery
from wizard.docgen_client import docgen_client
from wizard.lateness import Lateness
from wizard.logging_setup import configure, configure_libraries
from wizard.places import places
from wizard.repeating import repeating
from wizard.settings import Settings
from wizard.tools import Tools, make_tools
from wizard.unreconciled import unreconciled
from wizard.worker_figures import WatchedDocgen, told


@contextmanager
def _tools(settings: Settings) -> Iterator[Tools]:
    """``UnfitDatabaseError`` in place of whatever such a database would lead to inside."""
    with in_words(settings.database_url):
        tools = make_tools(settings, handover.enqueue)
        try:
            yield tools
        finally:
            tools.store.close()


def work(settings: Settings) -> None:
    """Hand over submitted cases, screen files that wait for it, and send notices, until stopped."""
    configure()
    sound_settings.hold(settings)
    configure_libraries()
    with in_words(settings.database_url):
        tools = make_tools(settings, handover.enqueue)
        rehashing.hold(tools)
    screen, late = partial(screening.screen_waiting, tools), Lateness(tools)
    with (
        docgen_client(settings, settings.docgen_seconds) as docgen,
        repeating("screening_failed", screen, settings.screen_seconds),
        _mailing(tools),
        told(settings),
        repeating("lateness_failed", late.look, late.pause),
    ):
        cases, daily = handing_over.CaseStore(tools), partial(_daily, tools)
        leaving = delivery.deliveries(tools)
        worker.run(settings, cases, WatchedDocgen(docgen), tools.store, daily, leaving)
    tools.store.close()


def _mailing(tools: Tools) -> AbstractContextManager[None]:
    post = mail.post(tools.settings)
    if post is None:
        return nullcontext()
    return repeating(
        "mailing_failed", partial(mailing.mail_waiting, tools, post), tools.settings.mail_seconds
    )


def _daily(tools: Tools) -> dict[str, int]:
    """What is kept no longer goes first, then the bytes that nobody speaks of any more; and old cases become found."""
    return purging.purge(tools).counts() | {
        "removed": sweeping.sweep(tools),
        "renamed": renaming.rename(tools),
        "without_file": len(comparing_files.without_file(tools)),
        "attempts": attempts.forget_ended(tools.store.writer, handing_over.CaseStore(tools).awaiting()),
        "made_findable": filling_in_words.fill_in_words(tools),
    }


def examine() -> list[str]:
    """What is wrong, in words; the log says nothing of it beside."""
    before = structlog.get_config()
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL))
    try:
        return doctor.examine()
    finally:
        structlog.configure(**before)


def purge(settings: Settings, *, dry_run: bool) -> dict[str, int]:
    """Take away what is kept no longer, or only count it."""
    places(settings)  # each says how long it keeps what
    with _tools(settings) as tools:
        return purging.purge(tools, dry_run=dry_run).counts() if dry_run else _daily(tools)


def check_files(settings: Settings) -> comparing_files.Compared:
    """Hold rows and files against each other; nothing is changed."""
    with _tools(settings) as tools:
        return comparing_files.compare(tools)


def hand_over_again(settings: Settings, wanted: str) -> None:
    """Enqueue a refused case's hand-over again; ``LookupError`` where no refused case has that reference or id."""
    with _tools(settings) as tools:
        case_id = handing_over.find_refused(tools, wanted)
        trying_again.try_again(tools, case_id)


def reconcile(settings: Settings, *, bytes_too: bool) -> dict[str, int]:
    """How many cases, documents and files are not as the receipts promise, by what is wrong with them."""
    with _tools(settings) as tools:
        return unreconciled(tools, bytes_too=bytes_too)


def archive_message(settings: Settings, reference: str, folder: Path) -> Path:
    """Write the message and the files of a case to a folder of its own in ``folder``, and give that.

    ``NotToArchiveError`` where there is none to write, ``FileExistsError`` where one is there already.
    """
    place = folder / reference
    if place.exists():
        raise FileExistsError(place)
    folder.mkdir(parents=True, exist_ok=True)  # else it would be read, and logged, for nothing
    places(settings)
    with _tools(settings) as tools:
        return write(fetching.fetch(tools, reference), folder)


def reseal(settings: Settings) -> int:
    """Seal with the first key what an older one has sealed; gives how many values."""
    with _tools(settings) as tools:
        return resealing.reseal(tools)


def put_out(settings: Settings, municipality: str | None, ask: Callable[[], str]) -> int:
    """End the log-ins of a citizen, or of whoever works there; ``ask`` gives their number, once it can be of use.

    ``OtherKeysError`` where nobody would be found, and ``NoSuchPersonError`` where nobody can be meant.
    """
    with _tools(settings) as tools:
        rehashing.hold(tools)
        putting_out.hold(tools, municipality)
        return putting_out.put_out(tools, municipality, ask())


def put_out_everybody(settings: Settings) -> int:
    """By no key: whoever broke in may be why there is a new one."""
    with _tools(settings) as tools:
        return putting_out.put_out_everybody(tools)


def rehash(settings: Settings) -> int:
    """Lay a further look-up key over every hash; gives how many. ``OtherKeysError`` where the former are not there."""
    with _tools(settings) as tools:
        return rehashing.rehash(tools)


def bring_up(settings: Settings) -> None:
    """Give the database this version's tables, and fill in what they ask for."""
    places(settings)
    with in_words(settings.database_url):
        migrate.migrate(settings.database_url)
    fill_in(settings)


def fill_in(settings: Settings) -> None:
    """Write what newer columns ask for, as far as what is kept tells it."""
    with _tools(settings) as tools:
        rehashing.note(tools)
        rehashing.hold(tools)
        filling_in_subjects.fill_in_subjects(tools)


def check_access_log(settings: Settings, noted: str) -> checking_access.Checked:
    """``noted`` is what an earlier check printed, or empty; ``ValueError`` where it is neither."""
    earlier = checking_access.noted(noted) if noted else None
    with _tools(settings) as tools:
        return checking_access.check(tools, earlier)


def docgen_command(*arguments: str) -> int:
    """Run a command of docgen's: it is another program, and not imported here. Gives its exit code."""
    return subprocess.run([sys.executable, "-m", "docgen", *arguments], check=False).returncode  # noqa: S603 -- our own program
