"""What is over is told as over, with its day, and what waits stands in no box of success."""

import re

from tests import powers
from tests.integration.paper_intake.test_consent_on_paper import NOBODY, consent
from tests.integration.paper_intake.test_power_on_paper import add
from tests.later import sent
from tests.office_list import line_of
from tests.paper_form import other
from tests.running_site import Site


def test_a_power_that_is_over_says_when_and_promises_no_more(site: Site) -> None:
    stille, sein, lun = site.visitor("stille"), site.visitor("sein"), site.visitor("lun")
    power = sent(powers.given(stille, sein))
    at_office = f"/larvik/kontor/sak/{power.id}"
    assert "Den ble avsluttet" not in lun.get(at_office).text
    assert powers.revocation(power).send().status_code == 303
    assert "Fullmakten gjelder ikke lenger. Den ble avsluttet" in lun.get(at_office).text
    assert "Fullmakten ble avsluttet" in powers.page(sein)
    for told in (lun.get(at_office).text, line_of(lun, power.id)):
        assert re.search(r'data-color="warning">Trukket', told), "not as green as what has just come"
    for page in (lun.get(at_office).text, powers.page(sein), stille.get("/larvik/mine-saker").text):
        assert "til den blir trukket" not in page
    own = stille.get(power.path).text
    assert "gjelder ikke lenger. Det som ble sendt, er fortsatt her." in own
    assert 'class="resumed"' not in own


def test_a_yes_that_waits_is_in_no_box_of_success(site: Site) -> None:
    lun, stille = site.visitor("lun"), site.visitor("stille")
    papers = {"signed_on_paper": "yes"}
    sharing = {"share_from": ["gp"], "share_to": ["home_care"], "topics": "Medisinene."}
    paper = consent(lun, subject=NOBODY, sharing=sharing, papers=papers, days=other(80))
    assert add(lun, paper, owner_number=stille.invented.national_id).status_code == 303
    page = stille.get("/larvik/samtykker").text
    assert re.search(r'class="waits">Gjelder ikke ennå\.', page)
    assert not re.search(r'class="resumed">Gjelder ikke ennå\.', page)
