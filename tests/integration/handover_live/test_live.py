"""The hand-over of the real application: wizard, worker and docgen as processes that stop, freeze and die."""

import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from forms.journeys.registry import samples
from tests import behind
from tests.documents import docx_words, pdf_words, squeezed, told
from tests.draft import Draft, begin
from tests.integration.handover.test_durability import POINTS
from tests.integration.handover.world import until
from tests.running_site import Site

WAITING = "Vi lager filene dine nå."
AT_ONCE = 20
"""Seconds: a third of what the worker waits before it gives a silent docgen up, on a machine that does much else."""


@pytest.fixture
def site(database_url: str, tmp_path: Path) -> Iterator[Site]:
    """The wizard alone: each test says when the others come and go."""
    with Site(tmp_path, database_url) as site:
        yield site


def sent(site: Site) -> Draft:
    """A case that Stille sends, and gets a receipt for at once."""
    draft = begin(site.visitor("stille")).complete(samples("coordination")[0].answers)
    begun = time.monotonic()
    assert draft.send().headers["location"] == f"{draft.path}/kvittering"
    assert time.monotonic() - begun < AT_ONCE
    assert WAITING in draft.receipt()
    return draft


def delivered(site: Site, draft: Draft) -> bool:
    return "delivered" in behind.events(site, draft)


def files(site: Site, draft: Draft) -> dict[str, bytes]:
    """Both files as the citizen gets them, which are those that the office gets."""
    officer = site.visitor("lun")
    found = {}
    for kind in ("pdf", "docx"):
        own = draft.guest.get(f"{draft.path}/dokument/{kind}")
        at_office = officer.get(f"{draft.path.replace('/sak/', '/kontor/sak/')}/dokument/{kind}")
        assert own.status_code == at_office.status_code == 200
        assert own.content == at_office.content
        found[kind] = own.content
    return found


def complete(found: dict[str, bytes]) -> None:
    """Both files hold every word that was answered."""
    for line in told(samples("coordination")[0]):
        assert squeezed(line) in pdf_words(found["pdf"])
        assert squeezed(line) in docx_words(found["docx"])


def test_a_case_sent_while_docgen_is_away_gets_its_files_when_it_is_back(site: Site) -> None:
    site.start_worker()
    draft = sent(site)
    until(lambda: site.logs().count("docgen_unavailable") > 1)
    assert draft.guest.get(f"{draft.path}/dokument/pdf").status_code == 404
    assert WAITING in draft.receipt()
    assert behind.case(site, draft).reference in site.visitor("lun").get("/larvik/kontor/").text  # type: ignore[union-attr]  # it was just sent
    site.start_docgen()
    until(lambda: delivered(site, draft))
    complete(files(site, draft))
    assert WAITING not in draft.receipt()


def test_a_docgen_that_freezes_and_dies_at_its_work_is_asked_again(site: Site) -> None:
    docgen = site.start_docgen()
    docgen.send_signal(signal.SIGSTOP)
    site.start_worker()
    draft = sent(site)
    docgen.kill()
    docgen.wait()
    site.start_docgen()
    until(lambda: delivered(site, draft))
    complete(files(site, draft))


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_a_worker_that_dies_at_every_point_hands_over_one_set_of_files(site: Site) -> None:
    """On PostgreSQL with a small docgen in ../handover, and with the real one in ``make soak``."""
    dies_at_every_point(site)


def dies_at_every_point(site: Site) -> None:
    site.start_docgen()
    draft = sent(site)
    for point in POINTS:
        died = site.start_worker(fail=f"{point}:kill")
        assert died.wait(timeout=60) == -signal.SIGKILL, point
    site.start_worker()
    until(lambda: delivered(site, draft))
    complete(files(site, draft))
    kinds = behind.events(site, draft)
    assert sorted(set(kinds)) == sorted(kinds)
    assert behind.submissions(site, draft) == 1
