"""From which day what was said yes to in a case is over, as it was taken back since, or why it waits. Reads only."""

import uuid
from collections.abc import Iterable
from datetime import date, datetime

from sqlalchemy import Connection, select

from forms.language import OSLO
from forms.yes import SHARING, Ends
from wizard.models_consents import Consent


def ends_of(db: Connection, case_id: uuid.UUID) -> Ends:
    """Empty where nothing was said yes to, or where something of it goes on."""
    columns = Consent.kind, Consent.ended_at, Consent.confirmed_at, Consent.lacks
    said = db.execute(select(*columns).where(Consent.case_id == case_id).order_by(Consent.place)).all()
    sharing = [row.ended_at for row in said if row.kind == SHARING]
    goes_on = [row for row in said if row.ended_at is None] or said
    waits = "" if any(row.confirmed_at for row in goes_on) else next((row.lacks for row in goes_on), "")
    return Ends(_last(row.ended_at for row in said), _last(sharing), waits)


def _last(ended: Iterable[datetime | None]) -> date | None:
    """The last of the days in Norway; None where one has none, or there are none."""
    known = list(ended)
    days = [at.astimezone(OSLO).date() for at in known if at is not None]
    return max(days) if days and len(days) == len(known) else None
