"""What a proxy took back from a later day before its giver had signed it goes no further for the signature."""

from datetime import datetime, timedelta
from pathlib import Path

from forms.language import OSLO
from tests import behind, powers, several
from tests.at_a_time import SiteAt
from tests.draft import CONSENTS
from tests.integration.paper_intake.test_power_on_paper import begins
from tests.integration.signing.test_giver_of_authorization import answers
from tests.paper_form import boxes, today

DAY = timedelta(days=4)


def test_it_ends_on_the_day_that_was_told(tmp_path: Path) -> None:
    with SiteAt(tmp_path) as site:
        site.now = datetime.now(OSLO)
        stille = site.visitor("stille")
        power = site.begin("jevn", "power_of_attorney").complete(answers(stille.invented))
        jevn = power.guest
        several.ask(power, "principal")
        at = f"{power.path}/underskrifter/send"
        assert jevn.post(at, CONSENTS, page=several.page(power)).status_code == 303
        later = boxes("revoke_from_date", today() + DAY)
        assert powers.revocation(power, revoke_from="later", **later).send().status_code == 303
        assert behind.events(site, power)[-1] == "withdrawn_from"
        code = several.code_of(several.ask(power, "principal"))
        assert several.sign(stille, several.come(stille, code)).status_code == 303
        assert begins(jevn, power)
        site.now += DAY
        jevn.log_in("jevn")
        assert not begins(jevn, power)
