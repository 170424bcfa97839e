"""Takes a case out for the municipality's archive: first it is written down that somebody did, then it is read."""

from forms.municipality import municipality
from forms.situation import Person
from wizard.accounts import Visitor
from wizard.archive_message.errors import NotToArchiveError
from wizard.archive_message.gathered import find_sent, gather
from wizard.archive_message.package import Package, package
from wizard.cases.access_log import FOR_ARCHIVE, NO_CASE, READ, Entry, append
from wizard.cases.finding import CaseRow
from wizard.tools import Tools

__all__ = ["NotToArchiveError", "fetch", "made", "note"]

WHAT = "command.archive_message"
NOBODY = NO_CASE
"""In place of an account: whoever runs the site has none."""


def fetch(tools: Tools, reference: str) -> Package:
    """The case of that reference as it leaves.

    ``NotToArchiveError`` where it cannot now, ``NotLoggedError`` where nobody could tell afterwards that it did.
    """
    note(tools, reference, WHAT)
    return made(tools, reference)


def note(tools: Tools, reference: str, what: str) -> None:
    """Write down that it is read; raises as ``fetch``."""
    case = find_sent(tools, reference)
    append(tools, _whoever_runs_it(tools, case), Entry(READ, case.id, what, "", FOR_ARCHIVE))


def made(tools: Tools, reference: str) -> Package:
    """The package, once it is written down that it is read; raises ``NotToArchiveError``."""
    return package(gather(tools, find_sent(tools, reference)))


def _whoever_runs_it(tools: Tools, case: CaseRow) -> Visitor:
    """Known by nothing but that they have the keys; for the owner it is the municipality that did it."""
    place = municipality(case.municipality, tools.settings.municipalities)
    at = tools.clock()
    return Visitor(
        account_id=NOBODY,
        person=Person(place.name, ""),
        staff_of=place.id,
        level="command",
        token=WHAT,
        idle_until=at,
        until=at,
    )
