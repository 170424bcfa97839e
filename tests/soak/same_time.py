"""Nobody can tell by the clock either whether something is another's or not there at all (attacks.md, rule 4)."""

import statistics
import time
import uuid
from collections.abc import Callable

import pytest

from tests.guest import Guest
from tests.integration.conftest import clamav, either_site, postgresql, postgresql_site, site
from tests.integration.wizard.test_attachments import links
from tests.integration.wizard.test_own_data import with_file
from tests.running_site import Site

__all__ = ["clamav", "either_site", "postgresql", "postgresql_site", "site"]

TRIES = 200
CLOSE = 0.020
"""Seconds between the medians, at most."""


def seconds(knock: Callable[[], object]) -> float:
    begun = time.perf_counter()
    knock()
    return time.perf_counter() - begun


def apart(guest: Guest, theirs: str, none: Callable[[], str]) -> tuple[float, float]:
    """The medians for what is another's and for what is not there, asked by turns."""
    times: dict[str, list[float]] = {"theirs": [], "none": []}
    for _ in range(TRIES):
        for what, address in (("theirs", theirs), ("none", none())):
            times[what].append(seconds(lambda address=address: guest.http.get(address)))  # type: ignore[misc]  # bound now
    return statistics.median(times["theirs"]), statistics.median(times["none"])


@pytest.mark.parametrize("door", ["draft", "step", "attachment", "case at the office"])
def test_what_is_anothers_takes_as_long_as_what_is_not_there(
    either_site: Site, door: str, capsys: pytest.CaptureFixture[str]
) -> None:
    draft = with_file(either_site.visitor("stille"))
    [file] = links(draft).values()
    assert draft.send().status_code == 303
    assert draft.guest.get(file).status_code == 200, "it is there, and somebody's"
    guest = either_site.visitor("klar", "kristiansand") if "office" in door else either_site.visitor("myk")
    path = {
        "draft": draft.path,
        "step": draft.step("need"),
        "attachment": file,
        "case at the office": draft.path.replace("/sak/", "/kontor/sak/").replace("larvik", "kristiansand"),
    }[door]
    theirs, none = apart(guest, path, lambda: path.replace(str(draft.id), str(uuid.uuid4())))
    figures = f"another's {theirs * 1000:.1f} ms, not there {none * 1000:.1f} ms (median of {TRIES})"
    with capsys.disabled():
        print(f"\n{door}: {figures}")  # noqa: T201 -- the figures are what whoever runs it wants to see
    assert abs(theirs - none) < CLOSE
