"""What a number leads to when it is added: the like has come already, or a colleague was faster."""

from tests import powers
from tests.draft import Draft
from tests.guest import Guest
from tests.integration.paper_intake.test_another_municipality import SENT_BACK
from tests.integration.paper_intake.test_power_on_paper import BY_NAME, NOBODY, add, begins, power
from tests.paper_form import PaperForm, other, wrong
from tests.running_site import Site

STILLE, MYK = "14835749828", "21868449893"
LIKE = "Et slikt skjema fra den samme personen har alt kommet."


def own(guest: Guest, paper: PaperForm) -> Draft:
    return Draft(guest, f"/larvik/sak/{paper.id}", "power_of_attorney")


def late(staff: Guest, paper: PaperForm, **typed: str) -> int:
    """From a page that was shown while the number was missing yet."""
    at = paper.at_office
    return staff.post(f"{at}/nummer/legg-til", {"number_seen": "shown"} | typed, page=at).status_code


def test_the_same_power_once_more_is_seen_before_it_holds_twice(site: Site) -> None:
    lun, stille, myk = (site.visitor(one) for one in ("lun", "stille", "myk"))
    first = power(lun, days=other(70))
    again = power(lun, subject=NOBODY, proxy=BY_NAME, days=other(70))
    both = {"owner_number": STILLE, "proxy_number": MYK}
    page = lun.get(f"{again.at_office}/nummer").text
    assert LIKE not in page
    assert "once_more" not in page
    refused = add(lun, again, **both, once_more="")
    assert wrong(refused, "once_more")
    assert LIKE in refused.text
    assert first.reference in refused.text
    assert not begins(myk, own(stille, again))
    assert add(lun, again, **both).status_code == 303
    assert begins(myk, own(stille, again))
    assert powers.revocation(own(stille, first)).send().status_code == 303
    assert "en annen fullmakt" in stille.get(f"/larvik/sak/{first.id}").text


def test_whoever_comes_second_is_told_that_their_number_is_not_used(site: Site) -> None:
    lun, mild, kjekk = (site.visitor(one) for one in ("lun", "mild", "kjekk"))
    paper = power(lun, subject=NOBODY, proxy=BY_NAME, days=other(71))
    both = {"owner_number": STILLE, "proxy_number": MYK}
    assert add(lun, paper, **both).status_code == 303
    assert "Nummeret er lagt til." in lun.get(paper.at_office).text
    with site.unchanged():
        assert late(mild, paper, owner_number=kjekk.invented.national_id) == 303
    told = mild.get(paper.at_office).text
    assert "En kollega hadde lagt til nummeret alt." in told
    assert "Nummeret er lagt til." not in told


def test_a_paper_of_another_municipality_asks_for_no_number(site: Site) -> None:
    lun = site.visitor("lun")
    paper = power(lun, subject=NOBODY, proxy=BY_NAME, days=other(72), papers=SENT_BACK)
    assert "mangler." not in lun.get(paper.at_office).text
    assert lun.get(f"{paper.at_office}/nummer").headers["location"] == paper.at_office
    with site.unchanged():
        assert late(lun, paper, owner_number=STILLE, proxy_number=MYK) == 303
    assert "Nummeret er lagt til." not in lun.get(paper.at_office).text
