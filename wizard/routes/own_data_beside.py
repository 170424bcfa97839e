"""Of the citizen's own copy what no page of theirs shows now: answers left behind, and what the office alone reads.

Both are theirs by article 15 of the GDPR, where they wrote it themselves; what another wrote of them is not.
"""

from typing import Any

from forms.blocks.representative import REACHES
from forms.fields.fixed import Fixed
from forms.journey import Step
from forms.language import N_
from forms.walk import Row, Walk
from wizard.cases.about import walk_of
from wizard.cases.drafts import Draft, Reader, StepState
from wizard.cases.others import Others
from wizard.routes.here import language, reader, tools
from wizard.routes.typed_rows import typed_rows

LEFT = N_(
    "Dette svarte du før du valgte noe annet. Det er ikke med i det du sender, og kontoret ser det ikke."
)
APART = N_("Dette leser bare kontoret. Det står ikke i dokumentet, fordi andre kan få en kopi av det.")


def left_behind(found: Draft, sent: frozenset[str] = frozenset()) -> dict[str, Any]:
    """Answers on steps that the way does not lead to any more; ``sent`` are titles of what was sent all the same."""
    steps = [
        {"step": title, "answers": rows, "as_stored": state.answers}
        for step in found.walk.journey.steps
        if step not in found.walk.path
        and (state := found.state(step)).kept_at
        and (title := language().text(step.title)) not in sent
        and (rows := _rows(_left_rows(found.walk, step, state)))
    ]
    return {"left_behind": {"note": language().text(LEFT), "steps": steps}} if steps else {}


def _left_rows(walk: Walk, step: Step, state: StepState) -> list[Row]:
    form = step.form(walk.now, state.typed, state.answers)
    return walk.shown(form) if state.typed is None else typed_rows(walk, form, state.typed)


def kept_apart(walk: Walk) -> dict[str, Any]:
    """What the reader filled in and stands in no document, such as how they are reached."""
    rows = _rows([row for step in walk.told for row in walk.kept_rows(step)])
    return {"for_the_office_alone": {"note": language().text(APART), "answers": rows}} if rows else {}


def own_contact(one: Others) -> dict[str, Any]:
    """How the reader said that they are reached themselves, in what they fill in for another."""
    own = reader()
    me = Reader(own.person, own.language, own.account_id, one.address.participant_id)
    walk = None if one.line.case.removed else walk_of(tools(), one.line.case, me)
    step = walk.step("representative") if walk else None
    if walk is None or step is None or not walk.answered(step):
        return {}
    return {"your_contact": _rows([row for row in walk.rows(step) if row.question.short_name in REACHES])}


def _rows(rows: list[Row]) -> list[dict[str, str]]:
    """Those that were answered, and by hand."""
    return [
        {"question": row.label, "answer": row.text}
        for row in rows
        if row.text and not isinstance(row.question, Fixed)
    ]
