"""What staff are told who are about to register something that has come already."""

from typing import NamedTuple
from uuid import UUID

from forms.language import OSLO
from wizard.cases.drafts import Draft
from wizard.cases.paper_read import came_already
from wizard.routes.here import language, tools, visitor


class CameLine(NamedTuple):
    id: UUID
    reference: str
    when: str


def already_came(draft: Draft) -> list[CameLine]:
    """The same form about the same person on the same day; nothing that the reader may not see."""
    if not draft.case.on_paper:
        return []
    with tools().store.connect() as db:
        found = came_already(db, tools(), draft.case, draft.walk.now, restricted=visitor().sees_restricted)
    return [
        CameLine(one.case_id, one.reference, language().date(one.received_at.astimezone(OSLO).date()))
        for one in found
    ]
