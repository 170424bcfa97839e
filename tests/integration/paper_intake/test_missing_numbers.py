"""A number that did not stand on the paper is taken only for whom the paper names, and nothing else moves by it."""

import httpx
import pytest

from tests import powers
from tests.draft import Draft, begin, told
from tests.guest import Guest
from tests.integration.paper_intake.test_consent_on_paper import CHILD, PARENT, consent, lacking
from tests.integration.paper_intake.test_consent_on_paper import NOBODY as NOBODY_SAYS_YES
from tests.integration.paper_intake.test_power_on_paper import BY_NAME, NOBODY, SLUG, add, begins, power
from tests.paper_form import PaperForm, other, registered, wrong
from tests.running_site import Site

STILLE, MYK = "14835749828", "21868449893"


def own(guest: Guest, paper: PaperForm) -> Draft:
    return Draft(guest, f"/larvik/sak/{paper.id}", SLUG)


@pytest.mark.parametrize("slug", ["coordination", "consent", "power_of_attorney"])
def test_nothing_that_came_otherwise_can_be_given_to_somebody_by_a_number(site: Site, slug: str) -> None:
    lun, stille, kjekk = (site.visitor(one) for one in ("lun", "stille", "kjekk"))
    sent = begin(stille, slug).complete(told(slug))
    assert sent.send().status_code == 303
    on_paper = registered(lun, "coordination", subject=NOBODY, days=other(40))
    for case in (sent.id, on_paper.id):
        at = f"/larvik/kontor/sak/{case}"
        assert lun.get(f"{at}/nummer").headers["location"] == at
        with site.unchanged():
            typed = {"owner_number": kjekk.invented.national_id, "number_seen": "known"}
            assert lun.post(f"{at}/nummer/legg-til", typed, page=at).status_code == 303
    assert kjekk.get(sent.path).status_code == 404
    assert stille.get(f"/larvik/sak/{sent.id}").status_code == 200


def test_a_number_that_is_known_must_fit_the_name_on_the_paper(site: Site) -> None:
    lun, stille, myk, kjekk = (site.visitor(one) for one in ("lun", "stille", "myk", "kjekk"))
    paper = power(lun, subject=NOBODY, proxy=BY_NAME, days=other(41))
    theirs = kjekk.invented.national_id
    with site.unchanged():
        refused = add(lun, paper, owner_number=theirs, proxy_number=MYK)
        assert "et annet navn" in wrong(refused, "owner_number")
        assert "Kjekk" not in refused.text
        as_proxy = add(lun, paper, owner_number=STILLE, proxy_number=theirs)
        assert "et annet navn" in wrong(as_proxy, "proxy_number"), "of one family, and another"
    assert add(lun, paper, owner_number=STILLE, proxy_number=MYK).status_code == 303
    assert begins(myk, own(stille, paper))


def test_nobody_adds_their_own_number(site: Site) -> None:
    jevn = site.visitor("jevn-at-work")
    named = {"subject_given_name": "Jevn", "subject_family_name": "Sandvik"}
    giving = power(site.visitor("lun"), subject=NOBODY | named, proxy=BY_NAME, days=other(42))
    consenting = consent(site.visitor("lun"), subject=NOBODY_SAYS_YES | named, days=other(42))
    for paper in (giving, consenting):
        with site.unchanged():
            refused = add(jevn, paper, owner_number=jevn.invented.national_id)
            assert "deg selv" in wrong(refused, "owner_number")


def test_the_proxy_s_number_may_wait_when_the_giver_s_is_added(site: Site, lun: Guest) -> None:
    paper = power(lun, subject=NOBODY, proxy=BY_NAME, days=other(43))
    assert add(lun, paper, owner_number=STILLE, proxy_number="").status_code == 303
    stille, myk = site.visitor("stille"), site.visitor("myk")
    assert paper.reference in stille.get("/larvik/mine-saker").text
    assert add(lun, paper, proxy_number=MYK).status_code == 303
    assert begins(myk, own(stille, paper))


def test_a_child_s_own_number_is_never_its_parent_s(site: Site, lun: Guest) -> None:
    parent = {"sent_by": "parent", "sender_name": PARENT["sender_name"], "sender_known": "no_number"}
    paper = consent(lun, subject=CHILD, sender=parent, days=other(44))
    with site.unchanged():
        refused = add(lun, paper, owner_number=CHILD["subject_national_id"])
        assert "nummeret til den det gjelder" in wrong(refused, "owner_number")
    assert set(lacking(site, paper).values()) == {"number"}


def end(staff: Guest, case: Draft, **told: str) -> httpx.Response:
    at = f"/larvik/kontor/sak/{case.id}"
    assert "Noen trekker fullmakten" in staff.get(at).text
    heard = {"heard": "said", "identity_checked": "called_back"} | told
    return staff.post(f"{at}/fullmakt-trukket/skriv-ned", heard, page=f"{at}/fullmakt-trukket")


def test_the_office_ends_a_power_on_its_giver_s_word(either_site: Site) -> None:
    site = either_site
    lun, stille, myk = (site.visitor(one) for one in ("lun", "stille", "myk"))
    sent = powers.given(stille, myk)
    assert sent.send().status_code == 303
    draft = powers.filled_in(powers.begin_for(site, myk, sent))
    with site.unchanged():
        assert wrong(end(lun, sent, identity_checked=""), "identity_checked")
    assert end(lun, sent).status_code == 303
    assert draft.send().status_code != 303, "checked on every write"
    assert not begins(myk, sent)
    assert "Kontoret skrev ned at fullmakten er trukket" in stille.get(f"/larvik/sak/{sent.id}").text
    page = lun.get(f"/larvik/kontor/sak/{sent.id}").text
    assert "Trukket" in page
    assert "Noen trekker fullmakten" not in page
    with site.unchanged():
        at = f"/larvik/kontor/sak/{sent.id}"
        assert lun.post(f"{at}/fullmakt-trukket/skriv-ned", {"heard": "said"}, page=at).status_code == 303


def test_what_was_taken_back_before_its_number_was_known_never_comes_into_force(
    site: Site, lun: Guest
) -> None:
    paper = power(lun, subject=NOBODY, proxy=BY_NAME, days=other(45))
    assert end(lun, own(lun, paper), heard="on_paper").status_code == 303
    with site.unchanged():
        both = {"owner_number": STILLE, "proxy_number": MYK, "number_seen": "known"}
        at = paper.at_office
        assert lun.post(f"{at}/nummer/legg-til", both, page=at).headers["location"] == at
    assert not begins(site.visitor("myk"), own(site.visitor("stille"), paper))
    assert "mangler." not in lun.get(paper.at_office).text
