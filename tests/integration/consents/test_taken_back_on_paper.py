"""A paper that takes a consent back and was tied to nothing: the office writes it down as what it is."""

from datetime import date, datetime

from forms.language import OSLO
from tests import consents
from tests.at_a_time import SiteAt
from tests.documents import squeezed
from tests.guest import Guest
from tests.integration.consents.test_taken_down import withdrawal
from tests.integration.wizard.test_taking_back import AT_ONCE

ON_PAPER = {"heard": "on_paper", "identity_checked": ""}


def test_what_stands_on_a_paper_is_not_told_as_said(site_at: SiteAt, stille: Guest, lun: Guest) -> None:
    case = consents.given(stille)
    site_at.now = datetime(2026, 12, 3, 9, tzinfo=OSLO)
    for one in (stille, lun):
        one.log_in(one.invented.key)
    told = consents.heard(date(2026, 12, 2)) | ON_PAPER
    ids = consents.part_ids(site_at, case, "gp")
    assert consents.take_down(lun, case, ids, **told).status_code == 303
    gp = next(one for one in consents.rows(site_at, case) if one.said.service == "gp")
    assert gp.ended_at
    assert gp.ended_at.astimezone(OSLO) == datetime(2026, 12, 2, tzinfo=OSLO)
    document = site_at.made_pdf(withdrawal(stille, case))
    for line in (
        "Skrevet på papir av Stille Bjørkeløv, den det gjelder; 2. desember 2026",
        "På et papir som kom til oss",
        "Hvilken dag fikk dere vite det?",
        "Skrevet ned av",
    ):
        assert squeezed(line) in document, line
    for untrue in ("Tatt ned muntlig av", "Sagt av", "Hvem sa det", "Jeg har skrevet ned det personen sa"):
        assert squeezed(untrue) not in document, untrue
    assert squeezed("Jeg trekker det som står her") not in document, "nobody declares anything by it"
    assert "muntlig" not in lun.get(consents.office(withdrawal(stille, case))).text.lower()


def test_nobody_chooses_it_in_a_form_of_their_own(site_at: SiteAt) -> None:
    draft = site_at.begin("var", "consent_withdrawal")
    what = AT_ONCE | {"consent_reference": "unlisted", "consent_description": "Deling."}
    assert draft.answer("withdrawal", what).status_code == 303
    told = {"submitter_role": "staff_assisting", "oral_or_written": "on_paper"}
    refused = draft.answer("role", told)
    assert refused.status_code == 422
    assert "På et papir som kom til oss" not in refused.text
