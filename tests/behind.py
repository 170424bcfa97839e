"""A look behind the running site: what it keeps of a case, opened with its own keys."""

from typing import Any

from sqlalchemy import select

from docgen.contract import DocumentRequest
from tests.draft import Draft
from tests.running_site import Site
from wizard.cases.handing_over import CaseStore
from wizard.cases.step_places import place_of
from wizard.models import Case, CaseEvent, StepAnswers, Submission


def answers(site: Site, draft: Draft) -> dict[str, dict[str, Any]]:
    """The saved answers by step; a step that was only typed is not there."""
    with site.tools() as tools, tools.store.read() as db:
        found = db.scalars(select(StepAnswers).where(StepAnswers.case_id == draft.id))
        return {
            row.slug: tools.vault.open_json(row.sealed_answers, place_of(draft.id, row.slug, "answers"))
            for row in found
            if row.sealed_answers is not None
        }


def typed(site: Site, draft: Draft, slug: str) -> Any:
    """What is typed on a step but not saved, as it is kept; None where nothing is."""
    with site.tools() as tools, tools.store.read() as db:
        sealed = db.get_one(StepAnswers, (draft.id, slug)).sealed_typed
        return sealed and tools.vault.open_json(sealed, place_of(draft.id, slug, "typed"))


def case(site: Site, draft: Draft) -> Case | None:
    with site.tools() as tools, tools.store.read() as db:
        return db.get(Case, draft.id)


def frozen(site: Site, draft: Draft) -> DocumentRequest:
    """What was signed and sent; ``LookupError`` for a draft."""
    with site.tools() as tools:
        return CaseStore(tools).frozen_request(draft.id)


def submissions(site: Site, draft: Draft) -> int:
    with site.tools() as tools, tools.store.read() as db:
        return len(list(db.scalars(select(Submission.case_id).where(Submission.case_id == draft.id))))


def events(site: Site, draft: Draft) -> list[str]:
    """What happened to the case, in its order."""
    with site.tools() as tools, tools.store.read() as db:
        query = select(CaseEvent.kind).where(CaseEvent.case_id == draft.id).order_by(CaseEvent.id)
        return list(db.scalars(query))


def hand_overs(site: Site, draft: Draft) -> int:
    """How many hand-overs of the case are in the queue."""
    tables = site.rows()
    queue = next(name for name in tables if name.endswith(".workflow_status"))
    return sum(f"'workflow_uuid', '{draft.id}" in row for row in tables[queue])


def marks(site: Site, draft: Draft) -> list[str]:
    """What the office's list shows of it."""
    with site.tools() as tools, tools.store.read() as db:
        return list(db.get_one(Submission, draft.id).marks)
