"""Tells in words each thing that is wrong with a site, and what to do: ``veiviser doctor``. It changes nothing.

Each thing is looked at by itself, so that one that is wrong hides no other; what lies in the database only where that
answers.
"""

from collections.abc import Callable, Iterator

from sqlalchemy.exc import SQLAlchemyError

from wizard import checked_settings, doctor_neighbours, handover, readiness
from wizard.cases import rehashing
from wizard.cases.waiting import waiting
from wizard.files.interface import StoreError
from wizard.settings import load
from wizard.tools import Tools, make_tools
from wizard.unreconciled import unreconciled

MEGABYTE = 1_000_000
NAMED = {"database": "DATABASE_URL", "files": "FILES"}
"""The settings that say where each lies."""
Check = Callable[[Tools], Iterator[str]]


def examine() -> list[str]:
    """Each thing that is wrong, in the settings of this process and in what they name; empty where nothing is."""
    wrong = checked_settings.check().wrong
    return wrong or list(_of_site(make_tools(load(), handover.enqueue)))


def _of_site(tools: Tools) -> Iterator[str]:
    try:
        for check in (_files, _room, *doctor_neighbours.CHECKS):
            yield from check(tools)
        yield from _database(tools)
    finally:
        tools.store.close()


def _database(tools: Tools) -> Iterator[str]:
    try:
        with tools.store.connect() as connection:
            connection.exec_driver_sql("SELECT 1")
    except (SQLAlchemyError, OSError) as error:
        yield (
            f"No database answers at VEIVISER_DATABASE_URL ({type(error).__name__}): see to it that it runs, and that"
            " the address, the name and the password are right"
        )
        return
    if not readiness.is_well(readiness.migrated, tools):
        yield "The database does not have this version's tables: run veiviser migrate"
        return
    if not readiness.is_well(readiness.database_writes, tools):
        yield (
            "The database answers and takes no write: it may be read-only, without room, or held by another for"
            " longer than a few seconds"
        )
    yield from _keys(tools)
    yield from _worker(tools)
    yield from _together(tools)


def _keys(tools: Tools) -> Iterator[str]:
    try:
        rehashing.hold(tools)
    except rehashing.OtherKeysError as error:
        yield str(error)


def _worker(tools: Tools) -> Iterator[str]:
    if not readiness.worker_seen(tools):
        yield (
            f"No worker has said that it is alive for {tools.settings.lost_seconds:.0f} seconds: start one (veiviser"
            " worker); forms are taken all the same, and their documents and notices wait until then"
        )
    found = waiting(tools)
    if found["oldest_seconds"] > tools.settings.late_seconds:
        yield (
            f"{found['cases_waiting']:.0f} cases wait for their documents, the first for"
            f" {found['oldest_seconds'] / 60:.0f} minutes: see to it that a worker runs (veiviser worker), and that"
            " docgen answers it"
        )


def _together(tools: Tools) -> Iterator[str]:
    found = unreconciled(tools)
    if any(found.values()):
        yield (
            f"{sum(found.values())} receipts, hand-overs, documents or files do not belong together: veiviser reconcile"
            " says of which kind, and veiviser check-files which files"
        )


def _files(tools: Tools) -> Iterator[str]:
    try:
        readiness.files_write(tools)
    except StoreError as error:
        yield str(error)
    except OSError:
        yield (
            "Nothing can be kept in the folder VEIVISER_FILES: make it, and let it belong to whoever wizard and worker"
            " run as"
        )


def _room(tools: Tools) -> Iterator[str]:
    least = tools.settings.least_free_bytes
    for what, free in readiness.free_bytes(tools.settings).items():
        if free < least:
            yield (
                f"There are {free // MEGABYTE} MB left where VEIVISER_{NAMED[what]} lies, and"
                f" VEIVISER_LEAST_FREE_BYTES asks for {least // MEGABYTE}: make room"
            )
