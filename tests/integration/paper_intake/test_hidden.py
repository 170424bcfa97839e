"""What came on paper from somebody who hides: no place is asked for, and most eyes do not see the case."""

from pathlib import Path

import pytest

from tests import behind
from tests.at_a_time import SiteAt
from tests.draft import begin, told
from tests.guest import Guest
from tests.office_list import line_of
from tests.paper_form import STILLE, begin_paper, registered
from tests.running_site import Site

PROTECTED = {"address_protected": "yes", "safe_contact": "letter"}
RELATIVE = {
    "sent_by": "nearest_relative",
    "sender_name": "Stø Skogly",
    "sender_known": "no_number",
    "authority_enclosed": "no",
}
HIDDEN = {
    "subject_no_id": "has_number",
    "subject_national_id": "29824095084",
    "subject_given_name": "Skjult",
    "subject_family_name": "Nattely",
}


def test_a_protected_address_hides_every_place_and_the_case_from_most(site: Site, lun: Guest) -> None:
    paper = begin_paper(lun)
    assert paper.answer("address-protection", PROTECTED).status_code == 303
    assert "safe_contact" in paper.see("address-protection")
    page = paper.see("subject")
    for place in ("subject_address", "subject_phone", "subject_email"):
        assert place not in page
    smuggled = HIDDEN | {"subject_address-street": "Skjultveien 1", "subject_phone": "40000000"}
    assert paper.answer("subject", smuggled).status_code == 303
    paper.write_down(address_protection=PROTECTED, subject=HIDDEN)
    assert "adresse" in paper.see("papers")
    answer = paper.register(once_more="yes")
    assert answer.headers["location"] == "/larvik/kontor/"
    assert str(paper.id) not in lun.get("/larvik/kontor/").text
    assert lun.get(paper.at_office).status_code == 404
    mild = site.visitor("mild")
    assert line_of(mild, paper.id)
    request = behind.frozen(site, paper)
    assert "Skjultveien" not in request.canonical().decode()
    assert "Sted" not in [fact.label for one in request.signatures for fact in one.facts]


@pytest.mark.parametrize("sender", [{"sent_by": "self"}, RELATIVE], ids=["themselves", "a relative"])
def test_whoever_told_of_a_protected_address_before_is_kept_from_most_eyes(
    site: Site, lun: Guest, sender: dict[str, str]
) -> None:
    var = site.visitor("var")
    sent = begin(var).complete(told(address_protection=PROTECTED))
    assert sent.send().status_code == 303
    about = {
        "subject_no_id": "has_number",
        "subject_national_id": var.invented.national_id,
        "subject_given_name": "Var",
        "subject_family_name": "Skogly",
        "answer_by": "unsaid",
    }
    paper = begin_paper(lun).write_down(subject=about, sender=sender)
    assert "alt kommet denne dagen" not in paper.see("papers"), (
        "that there is such a case is told to nobody else"
    )
    assert paper.register(once_more="yes").headers["location"] == "/larvik/kontor/"
    assert lun.get(paper.at_office).status_code == 404
    assert site.visitor("mild").get(paper.at_office).status_code == 200


def test_where_the_paper_asks_for_no_way_nobody_is_told_that_they_asked_for_one(tmp_path: Path) -> None:
    with SiteAt(tmp_path) as site:
        unsaid = {"address_protected": "yes", "safe_contact": "unsaid"}
        mild, stille = site.visitor("mild"), site.visitor("stille")
        paper = registered(mild, "coordination", address_protection=unsaid, subject=STILLE)
        page = stille.get(f"/larvik/sak/{paper.id}").text
        assert "Vi tar bare kontakt på en trygg måte." in page
        assert "den måten du ba om" not in page
