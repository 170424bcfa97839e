"""F-06: minutes of ``kill -9`` at random of any process of a whole installation, while people send their cases.

By ``STORM_SECONDS`` (600), ``STORM_RATE`` (20 submissions a second) and ``STORM_PAUSE`` (0.5-1.5 seconds between two
kills). What came of it is written to last.md beside this.
"""

import os
import time
from pathlib import Path

from tests.integration.conftest import database_url, postgresql
from tests.soak.outcome import Outcome, outcome, table
from tests.soak.senders import Senders
from tests.soak.storming import Storm
from wizard.cases.handing_over import CaseStore

__all__ = ["database_url", "postgresql"]

LAST = Path(__file__).with_name("last.md")
REST = 120.0
"""Seconds of quiet in which all must be delivered."""
SECONDS = float(os.environ.get("STORM_SECONDS", "600"))
RATE = float(os.environ.get("STORM_RATE", "20"))
FROM, _, TO = os.environ.get("STORM_PAUSE", "0.5-1.5").partition("-")
ABOUT = (
    f"Asked for: {SECONDS:.0f} seconds of {RATE:g} submissions a second over HTTP, and a `kill -9` of any process each "
    f"{FROM} to {TO} seconds, of two wizards, two workers and two docgens (one real, one small that answers at once). "
    "Written by `make soak` (tests/soak/storm.py)."
)
OUTCOMES: dict[str, Outcome] = {}


def stormed(folder: Path, url: str, seconds: float, rate: float, pause: tuple[float, float]) -> Outcome:
    with Storm(folder, url, pause) as site:
        drafts = site.drafts(round(seconds * rate))
        senders = Senders(site, drafts, rate)
        site.keeper.storms = True
        senders.send_all(then=site.keeper.rests)
        site.all_answer()
        begun = time.monotonic()
        until_all_is_delivered(site)
        return outcome(site, senders, time.monotonic() - begun)


def until_all_is_delivered(site: Storm) -> None:
    """Or until the time for it is over: the outcome tells how many are left."""
    end = time.monotonic() + REST
    while time.monotonic() < end and CaseStore(site.own).unfinished():
        time.sleep(0.2)


def test_f_06_nothing_is_lost_or_doubled_in_a_storm(database_url: str, tmp_path: Path) -> None:
    found = stormed(tmp_path, database_url, SECONDS, RATE, (float(FROM), float(TO)))
    OUTCOMES[database_url.partition(":")[0].partition("+")[0]] = found
    LAST.write_text(table(OUTCOMES, ABOUT))
    assert found.amiss == {}
