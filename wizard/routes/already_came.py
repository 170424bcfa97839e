"""What staff are told who are about to register something that has come already."""

from collections.abc import Sequence
from typing import NamedTuple
from uuid import UUID

from forms.language import N_, OSLO
from forms.paper_intake.numbers import subject_number
from forms.paper_intake.person import full_name
from wizard.cases import seeking
from wizard.cases.drafts import Draft
from wizard.cases.finding import CaseRow
from wizard.cases.paper_read import Came, came_already
from wizard.routes.here import eyes, language, office_name, tools, visitor


class CameLine(NamedTuple):
    id: UUID
    reference: str
    when: str
    """The day it came, and that its signature on paper is waited for."""
    same_day: bool
    takes_back: bool = False


def already_came(draft: Draft) -> list[CameLine]:
    """The same form about the same person on the same day or near it; nothing that the reader may not see."""
    if not draft.case.on_paper:
        return []
    with tools().store.connect() as db:
        found = came_already(db, tools(), draft.case, draft.walk.now, eyes=eyes())
    if found:
        note_looked_up(draft, [one.reference for one in found])
    return came_lines(found)


def came_lines(found: Sequence[Came]) -> list[CameLine]:
    """What came on the same day first."""
    return [
        CameLine(one.case_id, one.reference, _when(one), one.same_day, one.takes_back)
        for one in sorted(found, key=lambda one: not one.same_day)
    ]


def note_looked_up(draft: Draft, references: list[str]) -> None:
    """As ``note_shown``, by the person whom the draft is about."""
    now = draft.walk.now
    note_shown(draft.case, subject_number(now) or full_name(now), references)


def note_shown(paper: CaseRow, asked: str, references: list[str]) -> None:
    """Written down before the page is sent: a number or a name that was typed led to these cases."""
    seeking.note_for_paper(tools(), visitor(), paper, asked, references, office=office_name())


def _when(one: Came) -> str:
    day = language().date(one.received_at.astimezone(OSLO).date())
    return (
        language().text(N_("%(date)s, venter på underskrift på papir"), date=day) if one.awaits_paper else day
    )
