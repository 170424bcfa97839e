"""Names on a paper: the caseworker's own as sender or proxy, and the witness of a mark (domain P11)."""

from typing import Any

import pytest

from tests import behind
from tests.guest import Guest
from tests.paper_form import STILLE, PaperForm, begin_paper, other, registered, wrong
from tests.running_site import Site

NAMESAKE = {"sender_name": "jevn Ola SANDVIK", "sender_known": "no_number"}
BY_NAME = {"proxy_name": "Jevn Sandvik", "proxy_known": "no_number"}
ANOTHER = {"other_of_name": "yes"}
MARK = {"signed_on_paper": "yes", "signed_by_mark": "yes"}


def begun(staff: Guest, slug: str) -> PaperForm:
    paper = begin_paper(staff, slug)
    paper.answer("address-protection", {"address_protected": "no"})
    paper.answer("subject", STILLE)
    return paper


@pytest.mark.parametrize("by", ["proxy", "nearest_relative", "parent"])
def test_whoever_has_the_sender_s_name_is_asked(site: Site, by: str) -> None:
    paper = begun(site.visitor("jevn-at-work"), "coordination")
    sender = NAMESAKE | {"sent_by": by, "authority_enclosed": "yes"}
    assert "heter det samme som deg" in wrong(paper.answer("sender", sender), "other_of_name")
    assert paper.answer("sender", sender | ANOTHER).status_code == 303
    known = sender | {"sender_known": "has_number", "sender_national_id": "04886549631"}
    assert paper.answer("sender", known).status_code == 303, "a number tells them apart"


def test_whoever_has_the_proxy_s_name_is_asked(site: Site, lun: Guest) -> None:
    for staff, asked in ((site.visitor("jevn-at-work"), True), (lun, False)):
        paper = begun(staff, "power_of_attorney")
        paper.answer("sender", {"sent_by": "self"})
        paper.answer("days", other(1))
        answer = paper.answer("proxy", BY_NAME)
        assert answer.status_code == (422 if asked else 303)
        if asked:
            assert "heter det samme som deg" in wrong(answer, "other_of_name")
            assert paper.answer("proxy", BY_NAME | ANOTHER).status_code == 303


def signature(site: Site, paper: PaperForm) -> dict[str, str]:
    return {fact.label: fact.value for one in behind.frozen(site, paper).signatures for fact in one.facts}


def test_the_witness_of_a_mark_stands_in_the_signature(site: Site, lun: Guest) -> None:
    papers: dict[str, Any] = MARK | {"witness_name": "Trygg Elvebakk"}
    paper = registered(lun, subject=STILLE, papers=papers, days=other(31))
    told = signature(site, paper)
    assert (told["Vitne"], told["Måte"]) == ("Trygg Elvebakk", "Merke, eller noen førte hånden")
    page = lun.get(paper.at_office).text
    block = page.split("Underskriften på papiret")[1].split("</section>")[0]
    assert "Trygg Elvebakk" in block
    assert "unread" not in behind.marks(site, paper)


def test_a_witness_who_cannot_be_read_is_marked(site: Site, lun: Guest) -> None:
    paper = registered(lun, subject=STILLE, papers=MARK, days=other(32))
    assert signature(site, paper)["Vitne"] == "Ikke lest av"
    assert "unread" in behind.marks(site, paper)
    plain = registered(lun, subject=STILLE, days=other(33))
    assert "Vitne" not in signature(site, plain)
    assert "unread" not in behind.marks(site, plain)
