"""The office's list is read page by page: of cases that came in the same moment none is left out, and none is twice."""

import uuid
from datetime import UTC, datetime

import pytest
from sqlalchemy import update

from tests import made
from wizard.cases import following, seeking
from wizard.cases.edge import Edge
from wizard.cases.eyes import Eyes
from wizard.models import Submission
from wizard.tools import Tools

ALL = Eyes(sees_restricted=True, lookup=b"nobody's")
PAPER = datetime(2026, 3, 2, 11, 0, tzinfo=UTC)
"""What staff typed on each of them."""


@pytest.fixture
def came(tools: Tools) -> set[uuid.UUID]:
    """Three cases that came in the same moment."""
    owner = made.applicant(tools)
    cases = {made.completed(tools, owner) for _ in range(3)}
    for case_id in cases:
        made.send(tools, case_id)
    with tools.store.write() as db:
        db.execute(update(Submission).values(received_at=PAPER))
    return cases


def test_of_cases_of_one_moment_none_is_left_out_at_the_edge_of_a_page(
    tools: Tools, came: set[uuid.UUID], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(following, "PAGE", 2)
    first = following.office_cases(tools, "larvik", eyes=ALL)
    edge = following.edge_of(first)
    assert edge
    second = following.office_cases(tools, "larvik", Edge.read(str(edge)), eyes=ALL)
    assert sorted(one.case.id for one in [*first, *second]) == sorted(came)
    assert following.edge_of(second) is None


def test_a_search_goes_on_after_the_case_where_it_stopped(
    tools: Tools, came: set[uuid.UUID], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(following, "PAGE", 1)
    monkeypatch.setattr(seeking, "AT_ONCE", 1)
    found, older, reached = [], None, False
    while older or not reached:
        page = seeking.seek(tools, "larvik", made.READER.person.name, older, eyes=ALL)
        found += [one.case.id for one in page.cases]
        older, reached = page.older, True
    assert sorted(found) == sorted(came)
