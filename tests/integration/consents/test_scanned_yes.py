"""A yes inside an application that is signed on paper and scanned at the counter waits for the office's eyes too."""

from tests import behind, consents
from tests.at_a_time import SiteAt
from tests.counter import STILLE, Helped, begun
from tests.draft import told
from tests.integration.wizard.test_counter_signing import PAPER, confirmed, upload
from tests.later import PDF
from tests.office_list import paper_came


def applied(site_at: SiteAt, says: str) -> Helped:
    draft = begun(site_at.visitor("god", "namsos"), STILLE, "care_services")
    draft.today = site_at.now.date()
    draft.complete(told("care_services", **{"service-consent": {"service_consent": says}}))
    confirmed(draft, PAPER)
    return draft


def test_the_helpers_scan_alone_does_not_make_it_hold(site_at: SiteAt) -> None:
    draft = applied(site_at, "yes")
    answer = upload(draft, "katt.pdf", PDF)
    assert answer.status_code == 303
    assert consents.states(site_at, draft) == {"help": "waits"}
    assert behind.events(site_at, draft)[-1] == "signed_paper_scanned"
    page = draft.guest.get(answer.headers["location"]).text
    assert "Det personen sier ja til, gjelder først når kontoret har sett på underskriften." in page
    assert "Det gjelder ikke før kontoret" not in page, "the application itself is in"
    kvikk = site_at.visitor("kvikk", "namsos")
    assert paper_came(kvikk, draft.id) == 303
    assert consents.states(site_at, draft) == {"help": "holds"}


def test_an_application_without_a_yes_needs_no_second_pair_of_eyes(site_at: SiteAt) -> None:
    draft = applied(site_at, "talk_first")
    assert upload(draft, "papir.pdf", PDF).status_code == 303
    assert consents.rows(site_at, draft) == []
    assert behind.events(site_at, draft)[-1] == "paper_signature_received"
