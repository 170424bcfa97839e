"""What a view asks about its own request: the tools, who is here, where, in which language, about which case."""

from collections.abc import Iterator
from contextlib import contextmanager

from flask import current_app, g
from flask_login import current_user
from werkzeug.exceptions import NotFound

from forms.language import Language
from forms.municipality import Municipality
from wizard.accounts import Visitor
from wizard.cases.drafts import Reader
from wizard.cases.eyes import Eyes, eyes_of
from wizard.cases.finding import CaseRow
from wizard.cases.participants import ASSISTANT, ParticipantRow
from wizard.tools import Tools
from wizard.ways_in import WaysIn


def tools() -> Tools:
    found: Tools = current_app.extensions["tools"]
    return found


def ways_in() -> WaysIn:
    """How people log in here."""
    found: WaysIn = current_app.extensions["ways_in"]
    return found


def who() -> Visitor | None:
    """The visitor of this request, if logged in."""
    found = current_user._get_current_object()  # noqa: SLF001 -- the proxy's documented way to its object
    return found if isinstance(found, Visitor) else None


def leave_database() -> None:
    """What is told from now on is told without it: no page of a failure may fail by what had just failed.

    Who is here is nobody, unless that was read before; and the page is about no case.
    """
    g.setdefault("visitor_failed", True)
    g.case = g.participant = None


def visitor() -> Visitor:
    """The visitor of a view whose rule let only the logged-in through."""
    found = who()
    if found is None:
        raise NotFound
    return found


def eyes() -> Eyes:
    """What of the office's cases the visitor may see named."""
    return eyes_of(tools(), visitor())


def municipality() -> Municipality:
    found: Municipality = g.municipality
    return found


def language() -> Language:
    found: Language = g.language
    return found


def case() -> CaseRow:
    """The case that the view's rule found and allowed."""
    found: CaseRow = g.case
    return found


@contextmanager
def on_page_of(own: CaseRow) -> Iterator[None]:
    """What is told inside is told as on the page of that case, which is the visitor's own."""
    before = g.case
    g.case = own
    try:
        yield
    finally:
        g.case = before


def participant() -> ParticipantRow | None:
    """As what the visitor takes part in somebody else's case; None in their own, and for the office."""
    found: ParticipantRow | None = g.get("participant")
    return found


def signs() -> bool:
    """Whether the visitor is asked to sign what another filled in."""
    found = participant()
    return found is not None and found.signs


def files_came() -> None:
    """Files belong to the case from now on: its rule found it before they came."""
    g.case = case()._replace(with_files=True)


def assisting() -> bool:
    """Whether the visitor helps somebody with the case at the counter."""
    found = participant()
    return found is not None and found.capacity == ASSISTANT


def writes_down() -> bool:
    """Whether the page is about a form that staff write down from paper."""
    found = g.get("case")
    here = who()
    return bool(here and here.staff and found and found.on_paper)


def reader() -> Reader:
    taking_part = participant()
    return Reader(
        visitor().person,
        language(),
        account_id=visitor().account_id,
        participant_id=taking_part.id if taking_part else None,
    )


def office_name() -> str:
    """The office that staff who are here work at."""
    return municipality().office.name
