"""What came on paper and belongs to an earlier case: tied by its reference, and to nobody else's."""

from datetime import timedelta

from tests import behind
from tests.guest import Guest
from tests.paper_form import NEW, STILLE, begin_paper, boxes, registered, today, wrong
from tests.running_site import Site


def test_papers_that_belong_to_an_earlier_case_are_tied_to_it(site: Site, lun: Guest) -> None:
    first = registered(lun, subject=STILLE)
    paper = begin_paper(lun, "supplement").write_down(
        subject=STILLE, earlier={"earlier_reference": first.reference.lower()}
    )
    assert first.reference in paper.see("earlier"), "what the person has sent is told"
    assert paper.register(once_more="yes").status_code == 303
    assert behind.events(site, first)[-1] == "supplemented"
    assert first.reference in lun.get(paper.at_office).text


def test_a_reference_of_somebody_else_ties_to_nothing(lun: Guest) -> None:
    others = registered(
        lun, subject=NEW, days={"came_by": "by_hand"} | boxes("arrived", today() - timedelta(3))
    )
    paper = begin_paper(lun, "supplement")
    paper.answer("address-protection", {"address_protected": "no"})
    paper.answer("subject", STILLE)
    paper.answer("sender", {"sent_by": "self"})
    paper.answer("days", {"came_by": "by_hand"} | boxes("arrived", today()))
    answer = paper.answer("earlier", {"earlier_reference": others.reference})
    assert "finner ingen slik sak" in wrong(answer, "earlier_reference")


def test_what_is_taken_back_without_a_signature_is_so_when_it_is_signed(site: Site, lun: Guest) -> None:
    first = registered(
        lun, subject=STILLE, days={"came_by": "by_hand"} | boxes("arrived", today() - timedelta(4))
    )
    earlier = {"earlier_reference": first.reference, "withdraw_extent": "all"}
    back = registered(lun, "withdrawal", subject=STILLE, earlier=earlier, papers={"signed_on_paper": "no"})
    assert "withdrawn" not in behind.events(site, first)
    assert lun.post(f"{back.at_office}/underskrift-kommet", page=back.at_office).status_code == 303
    assert behind.events(site, first)[-1] == "withdrawn"
    page = site.visitor("stille").get(f"/larvik/sak/{first.id}").text
    assert "Lun Fjelltone" not in page
