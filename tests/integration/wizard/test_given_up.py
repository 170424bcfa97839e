"""A file that the scanner never tells anything of: tried for a day, then told as not received."""

from datetime import timedelta
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from tests.at_a_time import SiteAt
from tests.clamav import ClamAv
from tests.draft import Draft
from tests.integration.wizard.test_attachments import STEP, upload
from tests.integration.wizard.test_own_data import taken
from tests.integration.wizard.test_own_data import told as own_data
from tests.sendable import pdf
from wizard.cases.archiving import waits_for_screening
from wizard.cases.screening import LONGEST, MOST_TRIES, screen_waiting

LARGE = pdf(size=200_000)
"""More than this scanner takes: it answers with an error, every time."""


@pytest.fixture
def site(tmp_path: Path, database_url: str) -> Any:
    """Nothing screens there until the test starts it."""
    (tmp_path / "clamav").mkdir()
    clamav = ClamAv(tmp_path / "clamav", StreamMaxLength="100K")
    found = SiteAt(tmp_path, database_url)
    found.environment["VEIVISER_CLAMD"] = str(clamav.socket)
    with found:
        yield found, clamav


def tried(site: SiteAt, times: int) -> None:
    for _ in range(times):
        screen_waiting(site.app.extensions["tools"])


def with_files(site: SiteAt, until: str = "") -> Draft:
    draft = site.begin("stille", "coordination")
    draft.fill(until=until)
    for name, content in {"stor.pdf": LARGE, "god.pdf": pdf()}.items():
        assert upload(draft, name, content).status_code == 303
    return draft


def test_what_cannot_be_screened_is_told_after_a_day_and_holds_nothing_up(
    site: tuple[SiteAt, ClamAv],
) -> None:
    site_at, clamav = site
    sent, draft = with_files(site_at), with_files(site_at, STEP)
    assert sent.answer(STEP, {}).status_code == 303
    assert sent.send().status_code == 303
    tried(site_at, MOST_TRIES)  # nothing is there: that is not the file's fault
    site_at.later(sent, site_at.now + 2 * LONGEST)
    with clamav:
        tried(site_at, MOST_TRIES + 1)
        page = unescape(sent.guest.get(sent.path).text)
        assert page.count("Sjekkes for virus") == 1, "not before a day is over"
        assert "Sjekket for virus" in page
        with site_at.tools() as tools:
            assert waits_for_screening(tools, sent.id)
        site_at.later(sent, site_at.now + LONGEST - timedelta(seconds=1))
        tried(site_at, 1)
        assert "Sjekkes for virus" in sent.guest.get(sent.path).text
        site_at.later(sent, site_at.now + timedelta(seconds=1))
        tried(site_at, 1)
    told_everywhere(site_at, sent)
    site_at.later(draft, site_at.now)
    refused = unescape(draft.answer(STEP, {}).text)
    assert "Vi fikk ikke sjekket «stor.pdf» for virus. Fjern filen." in refused


def told_everywhere(site_at: SiteAt, sent: Draft) -> None:
    page = unescape(sent.guest.get(sent.path).text)
    assert "Vi fikk ikke sjekket «stor.pdf» for virus." in page
    assert "Send ny kopi" in page
    assert (
        "Kontoret har ikke fått alle filene du sendte." in sent.guest.get(f"{sent.guest.at}/mine-saker").text
    )
    assert list(own_data(taken(sent.guest))["absent"].values()).count("could_not_be_screened") == 2
    office, at = site_at.visitor("lun"), sent.path.replace("/sak/", "/kontor/sak/")
    read = unescape(office.get(at).text)
    assert all(
        words in read for words in ("En fil kunne ikke sjekkes for virus", "Ikke sjekket: kan ikke åpnes")
    )
    with site_at.tools() as tools:
        assert not waits_for_screening(tools, sent.id), "it can be archived, and so be let go"
