"""A draft as it lies when nobody has touched it for long: all its moments are moved back."""

from datetime import date, timedelta

from sqlalchemy import select, update

from tests.draft import Draft
from tests.running_site import Site
from wizard.cases.standing import GOES
from wizard.models import Attachment, Case, CaseEvent, StepAnswers
from wizard.models_acting import Frozen, Participant, Signed

MOMENTS = (
    (Case.id, Case.started_at),
    (StepAnswers.case_id, StepAnswers.saved_at),
    (Attachment.case_id, Attachment.added_at),
    (CaseEvent.case_id, CaseEvent.at),
    (Frozen.case_id, Frozen.at),
    (Signed.case_id, Signed.at),
    (Participant.case_id, Participant.since),
)


def age(site: Site, draft: Draft, days: int) -> None:
    """As if all of it had happened so many days earlier."""
    with site.tools() as tools, tools.store.write() as db:
        for whose, at in MOMENTS:
            moments = set(db.scalars(select(at).where(whose == draft.id)))
            for moment in sorted(moments):
                earlier = {at: moment - timedelta(days=days)}
                db.execute(update(at.class_).where(whose == draft.id, at == moment).values(earlier))
        announced = (CaseEvent.case_id == draft.id, CaseEvent.kind == GOES)
        for told in set(db.scalars(select(CaseEvent.detail).where(*announced))):
            earlier_day = (date.fromisoformat(told) - timedelta(days=days)).isoformat()
            again = update(CaseEvent).where(*announced, CaseEvent.detail == told)
            db.execute(again.values(detail=earlier_day))
