"""Somebody of 17 acts by an authorization: told plainly, marked for the office, and never stopped."""

from datetime import datetime

from forms.language import OSLO
from tests import behind
from tests.at_a_time import SiteAt
from tests.documents import squeezed
from tests.unit.forms.coordination.walking import COORDINATION
from tests.unit.forms.filling import first, walk_through

UNCLE = {
    "submitter_role": "proxy",
    "staff_assistance": "no",
    "address_protected": "no",
    "subject_national_id": "02894149976",
    "rep_authority": "power_of_attorney",
    "rep_document_when": "later",
    "copy_to": "person proxy",
    "request_types": "coordinator",
}
BORN = "2003-11-16"
TOO_YOUNG = "Den som har fullmakt, må være 18 år."


def test_who_is_too_young_for_an_authorization_is_told_and_goes_on(site_at: SiteAt) -> None:
    site_at.now = datetime(2021, 10, 1, 12, tzinfo=OSLO)
    draft = site_at.begin("aile", "coordination")
    walk = walk_through(COORDINATION, draft.walk({}).situation, first(UNCLE | {"rep_birth_date": BORN}))
    draft.complete(walk.answers)
    page = draft.see("representative")
    assert f"{TOO_YOUNG} Du kan sende søknaden likevel." in page
    assert 'name="rep_address-street"' in page
    assert "16. november 2003" in draft.review()
    assert draft.send().status_code == 303
    assert f"{TOO_YOUNG} Kontoret ser at du er yngre" in draft.receipt()
    assert "proxy_under_age" in behind.marks(site_at, draft)
    assert "Fullmektig under 18 år" in site_at.visitor("lun").get("/larvik/kontor/").text
    pdf = site_at.made_pdf(draft)
    for line in ("En fullmektig må være 18 år.", "16. november 2003", "Gate rep_address"):
        assert squeezed(line) in pdf
