"""A child under 16 who takes back alone what others said yes to for it: talked with first, and told nothing untrue."""

from html import unescape

from tests import behind, consents
from tests.at_a_time import SiteAt
from tests.draft import Draft
from tests.guest import Guest
from tests.integration.consents.test_said_for_another import NAMES
from tests.integration.consents.test_taken_down import child_consent
from tests.later import fill, sent

WHAT = {
    "consent_reference": ["unlisted"],
    "consent_description": "alt",
    "withdraw_extent": "all",
    "from_when": "at_once",
}
WHO = {"submitter_role": "self", "address_protected": "no"}
NOT_YET = {"parents_may_know": "no", "parents_why": "Jeg er redd hjemme."}
SCHOOL = {"letters_home": "no", "reach_at": ["school"], "reach_through": "Helsesykepleieren på skolen"}


def taken_back(site_at: SiteAt, **steps: object) -> Draft:
    draft = site_at.begin("rask", "consent_withdrawal")
    return sent(fill(draft, withdrawal=WHAT, role=WHO, you=NAMES, **steps))


def test_a_child_is_talked_with_first_and_its_parents_are_not_told(site_at: SiteAt, lun: Guest) -> None:
    case = child_consent(site_at)
    later = taken_back(site_at, young=NOT_YET, safe_place=SCHOOL)
    marks = set(behind.marks(site_at, later))
    assert {"child_writes", "parents_not_told", "no_letter_home", "not_tied"} <= marks
    page = unescape(lun.get(consents.office(later)).text)
    assert "Snakk med barnet først." in page
    receipt = unescape(later.receipt())
    assert "Vi snakker med deg først, før vi snakker med foreldrene dine." in receipt
    assert "Vi sender ikke noe hjem til deg." in receipt
    assert "Før du er 16 år, er det som regel de som har ansvar for deg, som bestemmer dette." in receipt
    assert set(consents.states(site_at, case).values()) == {"holds"}


def test_a_child_reads_nothing_that_is_not_so(site_at: SiteAt) -> None:
    later = taken_back(site_at, young={"parents_may_know": "yes"})
    assert set(behind.marks(site_at, later)) == {"child_writes", "not_tied"}
    receipt = unescape(later.receipt())
    assert "Kontoret snakker med deg, og hører hva du mener." in receipt
    for untrue in (
        "Kommunen gjør som det står her",
        "finne ut hva du trekker",
        "Du kan si ja igjen senere",
        "er trukket",
    ):
        assert untrue not in receipt


def test_whoever_is_older_reads_what_everybody_reads(site_at: SiteAt) -> None:
    draft = site_at.begin("stille", "consent_withdrawal")
    later = sent(fill(draft, withdrawal=WHAT, role=WHO, you=consents.NAMES))
    assert set(behind.marks(site_at, later)) == {"not_tied"}
    assert "Kommunen gjør som det står her" in unescape(later.receipt())
