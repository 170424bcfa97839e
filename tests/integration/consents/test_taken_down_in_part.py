"""What was taken back by word of mouth from a later day, by another than who gave it, or of one topic alone."""

from datetime import date, datetime

from forms.language import OSLO
from tests import behind, consents
from tests.at_a_time import SiteAt
from tests.guest import Guest
from tests.integration.consents.test_taken_down import withdrawal
from tests.paper_form import boxes


def test_what_is_to_end_later_holds_until_then(site_at: SiteAt, stille: Guest, lun: Guest) -> None:
    case = consents.given(stille)
    ids = [str(one.id) for one in consents.rows(site_at, case)]
    later = {"from_when": "later"} | boxes("from_when_date", date(2026, 12, 10))
    assert (
        consents.take_down(lun, case, ids, said_as="proxy", said_by="Jevn Sandvik", **later).status_code
        == 303
    )
    assert "taken_back" not in consents.states(site_at, case).values()
    assert "Kontoret skrev ned at samtykket er trukket fra 10. desember 2026" in stille.get(case.path).text
    assert "Jevn Sandvik, fullmektig" in behind.frozen(site_at, withdrawal(stille, case)).model_dump_json()
    site_at.now = datetime(2026, 12, 10, 9, tzinfo=OSLO)
    assert set(consents.states(site_at, case).values()) == {"taken_back"}


def test_one_topic_and_one_service_are_taken_back_and_the_rest_holds(
    site_at: SiteAt, stille: Guest, lun: Guest
) -> None:
    case = consents.given(stille)
    taken = [*consents.part_ids(site_at, case, "gp"), "other"]
    assert consents.take_down(lun, case, taken, taken_words="Ikke noe om medisinene").status_code == 303
    assert {name for name, state in consents.states(site_at, case).items() if state != "holds"} == {"gp"}
    for page in (consents.page(stille), lun.get(consents.office(case)).text):
        assert "Ikke noe om medisinene" in page
    only = consents.given(stille)
    assert consents.take_down(lun, only, ["other"], taken_words="Ikke bostøtten").status_code == 303
    assert set(consents.states(site_at, only).values()) == {"holds"}
    assert "Ikke bostøtten" in consents.page(stille)
