"""On each kind of database: a part is taken back, and the rest after it."""

from tests import behind, consents
from tests.draft import begin
from tests.later import sent
from tests.paper_form import boxes, today
from tests.running_site import Site


def test_a_part_and_then_the_rest(either_site: Site) -> None:
    stille, lun = either_site.visitor("stille"), either_site.visitor("lun")
    case = sent(begin(stille, "consent").complete())
    later = consents.take_back(stille, consents.part_ids(either_site, case, "gp"))
    over = {one.said.service or one.kind: one.withdrawn_in for one in consents.rows(either_site, case)}
    assert over == dict.fromkeys(over) | {"gp": later.id}
    day = boxes("said_on", today())
    rest = consents.part_ids(either_site, case, "plan", "coordinator", "home_care", "hospital")
    assert consents.take_down(lun, case, rest, **day).status_code == 303
    assert all(one.ended_at for one in consents.rows(either_site, case))
    assert behind.events(either_site, case)[-1] == "withdrawn"
