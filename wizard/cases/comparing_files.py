"""Compares rows with files, both ways: no row is without its file, and no file without its row."""

import uuid
from dataclasses import dataclass

from wizard.cases.kept_names import each_row, without_row
from wizard.cases.sweeping import SAFE_AGE
from wizard.tools import Tools


@dataclass(frozen=True)
class Compared:
    without_file: dict[str, uuid.UUID]
    """The case of each attachment and document whose bytes are gone, by the file's name."""
    without_row: set[str]
    """Files that are old enough to have a row, and have none: the daily sweep takes them away."""


def compare(tools: Tools) -> Compared:
    """Look at every row and every file; nothing is changed."""
    before = tools.clock() - SAFE_AGE
    left = {name for old in tools.blobs.store.names(before) for name in without_row(tools, old)}
    return Compared(without_file(tools), left)


def without_file(tools: Tools) -> dict[str, uuid.UUID]:
    """The case of each row whose file is not there.

    All names are listed, since to ask for each would take a request each where the store is far away. What is missing
    then is asked for, and its row again: both may have come or gone meanwhile.
    """
    rows = dict(each_row(tools))
    for names in tools.blobs.store.names():
        for name in names:
            rows.pop(name, None)
    gone = {name: case_id for name, case_id in rows.items() if not tools.blobs.has(name)}
    return {name: case_id for name, case_id in gone.items() if not without_row(tools, [name])}
