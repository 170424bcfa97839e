"""A parent's yes to help that stands in an application: whom it is about takes it back, and the application stands."""

from forms.journeys.registry import samples
from tests import behind, consents
from tests.at_a_time import SiteAt
from tests.draft import begin
from tests.integration.consents.test_said_for_another import SIXTEEN, take_back
from tests.later import sent


def test_the_application_stands_and_its_writer_reads_who_took_back_the_yes(site_at: SiteAt) -> None:
    answers = {slug: dict(given) for slug, given in samples("care_services")[1].answers.items()}
    case = begin(site_at.visitor("myk", "namsos"), "care_services").complete(answers)
    sent(case, send_when="now")
    site_at.now = SIXTEEN
    rask = site_at.visitor("rask", "namsos")
    later = take_back(rask, consents.part_ids(site_at, case, "help"))
    assert consents.states(site_at, case) == {"help": "taken_back"}
    assert behind.events(site_at, case)[-1] == "consent_taken_back"
    assert "Samtykket gjelder ikke lenger." in later.receipt()
    myk = site_at.visitor("myk", "namsos")
    page = myk.get(case.path).text
    assert "Rask Elveblest trakk samtykket som sto i søknaden" in page
    assert str(later.id) not in page
    assert "trakk" not in myk.get("/namsos/mine-saker").text
    assert (
        consents.press(rask, [str(one.id) for one in consents.rows(site_at, case)])
        .headers["location"]
        .endswith("/samtykker")
    )
