"""What pages and workers ask again and again reads along an index: it costs as much with a million cases."""

import re
import uuid
from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from tests.plans import plans
from wizard.cases import following, seeking, stuck
from wizard.cases.edge import Edge
from wizard.cases.eyes import Eyes
from wizard.cases.handing_over import CaseStore
from wizard.tools import Tools

ALL = Eyes(sees_restricted=True, lookup=b"nobody's")
OLDER = Edge(datetime(2026, 3, 2, 11, 0, tzinfo=UTC), uuid.uuid4())
NUMBER = "14835749828"
WHOLE = re.compile(r"Seq Scan on submissions  |SCAN submissions\b(?! USING INDEX ix_submissions_awaiting)")
"""All of the table, or an index that has all of it; those of what waits hold little.

PostgreSQL names what it asks of each row found apart (``submissions_1``), and goes about that by the number of rows.
"""
Ask = Callable[[Tools], object]
ASKED: dict[str, tuple[str, Ask]] = {
    "a page of the office's list": (
        "ix_submissions_office",
        lambda tools: following.office_cases(tools, "larvik", OLDER, eyes=ALL),
    ),
    "how many cases are stuck": (
        "ix_submissions_awaiting",
        lambda tools: stuck.how_many(tools, "larvik", ALL),
    ),
    "which cases are stuck": (
        "ix_submissions_awaiting",
        lambda tools: stuck.stuck(tools, "larvik", ALL),
    ),
    "what waits for documents": ("ix_submissions_awaiting", lambda tools: CaseStore(tools).awaiting()),
    "what is unfinished": ("ix_submissions_awaiting", lambda tools: CaseStore(tools).unfinished()),
    "a search for a name": (
        "ix_submissions_awaiting_words",
        lambda tools: seeking.seek(tools, "larvik", "Stille", eyes=ALL),
    ),
    "a search for a number": (
        "ix_submissions_awaiting_words",
        lambda tools: seeking.seek(tools, "larvik", NUMBER, eyes=ALL),
    ),
}


@pytest.mark.parametrize("what", ASKED)
def test_it_is_read_along_an_index(tools: Tools, what: str) -> None:
    index, ask = ASKED[what]
    found = plans(tools, lambda: ask(tools))
    assert found
    assert any(index in plan for plan in found), found
    assert not [plan for plan in found if WHOLE.search(plan)]


def test_a_page_begins_where_the_last_one_ended(tools: Tools) -> None:
    [plan] = plans(tools, lambda: following.office_cases(tools, "larvik", OLDER, eyes=ALL))
    on_sqlite = tools.store.reader.dialect.name == "sqlite"
    assert ("municipality=? AND received_at<?" if on_sqlite else "received_at <=") in plan, plan
