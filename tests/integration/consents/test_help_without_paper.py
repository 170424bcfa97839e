"""A yes to help that somebody tells of who has not shown the paper by which they act waits for that paper."""

from tests import behind, consents
from tests.at_a_time import SiteAt
from tests.draft import begin
from tests.integration.wizard.test_representation import Way, answers


def test_it_holds_once_the_office_has_seen_the_paper(site_at: SiteAt) -> None:
    draft = begin(site_at.visitor("stolt", "namsos"), "care_services")
    draft.today = site_at.now.date()
    draft.complete(answers(draft, Way("stolt", "verge", right="guardianship")))
    assert draft.send().status_code == 303
    assert any(mark.startswith("no_authorization") for mark in behind.marks(site_at, draft))
    assert consents.states(site_at, draft) == {"help": "waits"}
    staff = site_at.visitor("kvikk", "namsos")
    at = consents.office(draft)
    assert staff.post(f"{at}/fullmakt-i-orden", page=at).status_code == 303
    assert consents.states(site_at, draft) == {"help": "holds"}
