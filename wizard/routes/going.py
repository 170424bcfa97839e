"""Drafts that go because nobody touches them: told where they stand, and kept with one press."""

from flask import redirect, url_for
from flask.typing import ResponseReturnValue

from wizard.access import guarded_by, writer
from wizard.cases import beginning, lapsing
from wizard.cases.finding import CaseRow
from wizard.cases.standing import GOES, Happened
from wizard.routes.blueprints import CASE, apply
from wizard.routes.here import case, language, tools, visitor
from wizard.routes.told import tell


def going(draft: CaseRow, events: tuple[Happened, ...]) -> str:
    """As ``announced``, for a draft whose events are read already: most have none of it."""
    return announced(draft) if any(event.kind == GOES for event in events) else ""


def announced(draft: CaseRow) -> str:
    """The day on which it goes, as it was announced; empty where it was not, or was touched since."""
    with tools().store.connect() as db:
        day = lapsing.goes_on(db, draft.id)
    return language().date(day) if day else ""


def stays_until(draft: CaseRow) -> str:
    """The day on which it goes if nobody touches it again."""
    with tools().store.connect() as db:
        return language().date(lapsing.stays_until(db, tools(), draft))


@apply.post(f"{CASE}/behold")
@guarded_by(writer)
def keep() -> ResponseReturnValue:
    beginning.keep_draft(tools(), case().id, visitor().account_id)
    tell("kept")
    return redirect(url_for("apply.mine"), code=303)
