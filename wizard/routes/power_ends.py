"""That the power by which somebody acts ends soon, for the banner over their pages and for their list."""

from forms.language import N_
from forms.powers import VERY_SOON
from wizard.case_address import CaseAddress
from wizard.cases.participants import PROXY, ParticipantRow, find_participant
from wizard.routes.here import language, tools


def ends(acts: ParticipantRow | None) -> str:
    """Finished text; empty where it does not end within 14 days, or nobody acts by a power."""
    if acts is None or acts.capacity != PROXY or acts.last_day is None:
        return ""
    if acts.last_day - tools().today() > VERY_SOON:
        return ""
    return language().text(N_("Fullmakten går ut %(date)s."), date=language().date(acts.last_day))


def ends_in_list(address: CaseAddress | None) -> str:
    """As ``ends``, of a draft that the reader fills in for another."""
    if address is None or address.participant_id is None:
        return ""
    with tools().store.connect() as db:
        return ends(find_participant(db, address.participant_id))
