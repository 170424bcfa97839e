"""Files that a crash left behind are removed by the worker, and no other file ever is."""

import os
import time
import uuid
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import httpx
import pytest

from tests.draft import begin
from tests.integration.handover.world import until
from tests.integration.wizard.test_attachments import SECRET, STEP, links, upload
from tests.running_site import Site
from wizard.cases.following import document_bytes
from wizard.cases.handing_over import CaseStore
from wizard.cases.sweeping import SAFE_AGE, sweep


@pytest.fixture
def own_site(database_url: str, tmp_path: Path) -> Site:
    return Site(tmp_path, database_url)


def files(site: Site) -> set[Path]:
    return {path for path in (site.folder / "files").rglob("*") if path.is_file()}


def age(paths: set[Path], by: timedelta = SAFE_AGE) -> None:
    """Make them as old as that, and a minute more."""
    then = time.time() - by.total_seconds() - 60
    for path in paths:
        os.utime(path, (then, then))


CRASHES = (("sqlite", "attachment_without_row"), ("postgresql", "blob_unfinished"))


@pytest.mark.parametrize(("database_url", "point"), CRASHES, indirect=["database_url"])
def test_what_a_crash_between_bytes_and_row_left_is_swept_when_it_is_old(own_site: Site, point: str) -> None:
    """The other way round in ``make soak``."""
    swept_when_old(own_site, point)


def swept_when_old(own_site: Site, point: str) -> None:
    own_site.environment["VEIVISER_FAIL"] = f"{point}:kill"
    with own_site as site:
        draft = begin(site.visitor("stille"))
        draft.fill(until=STEP)
        with pytest.raises(httpx.TransportError):
            upload(draft, "brev.pdf", SECRET)
        (left,) = files(site)
        assert (left.suffix == ".part") is (point == "blob_unfinished")
        assert links(draft) == {}, "the draft is as it was"
        site.start_worker()
        until(lambda: '"swept"' in site.logs())
        assert files(site) == {left}, "it might have been a request that is not done yet"
        age({left})
        site.run("purge")
        assert files(site) == set()


@pytest.fixture
def kept(own_site: Site) -> Iterator[tuple[Site, set[Path]]]:
    """A site with a file of each kind that has its row, and those files."""
    with own_site as site:
        draft = begin(site.visitor("stille"))
        draft.fill(until=STEP)
        assert upload(draft, "brev.pdf", SECRET).status_code == 303
        sent = begin(draft.guest).complete()
        assert sent.send().status_code == 303
        with site.tools() as tools:
            CaseStore(tools).keep_document(sent.id, "application/pdf", SECRET)
        yield site, files(site)


def test_a_file_with_a_row_stays_however_old_and_one_without_goes_only_when_old(
    kept: tuple[Site, set[Path]],
) -> None:
    site, with_row = kept
    assert len(with_row) == 2
    with site.tools() as tools, site.unchanged():
        orphan = uuid.uuid4()
        tools.blobs.put(orphan.hex, SECRET)
        fresh = files(site) - with_row
        unfinished = {path.with_name(f"{path.name}.{uuid.uuid4().hex}.part") for path in fresh}
        for path in unfinished:
            path.write_bytes(b"half")
        age(with_row, timedelta(days=900))
        age(fresh | unfinished, SAFE_AGE - timedelta(minutes=5))
        assert sweep(tools) == 0
        assert files(site) == with_row | fresh | unfinished
        age(fresh | unfinished)
        assert sweep(tools) == 2
        assert files(site) == with_row


def test_a_document_that_came_second_leaves_nothing_in_place_of_the_first(
    kept: tuple[Site, set[Path]],
) -> None:
    site, with_row = kept
    with site.tools() as tools:
        case_id = CaseStore(tools).unfinished()[0]
        first = CaseStore(tools).kept_document(case_id, "application/pdf")
        assert CaseStore(tools).keep_document(case_id, "application/pdf", b"another") == first
        late = files(site) - with_row
        age(late)
        assert sweep(tools) == len(late) == 1
        assert files(site) == with_row
        assert document_bytes(tools, case_id, "pdf") == SECRET
