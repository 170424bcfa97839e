"""A number that did not stand on the paper is taken only for whom the paper names, and nothing else moves by it."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tests import behind, consents, powers
from tests.at_a_time import SiteAt
from tests.draft import Draft, begin, told
from tests.guest import Guest
from tests.integration.paper_intake.test_consent_on_paper import CHILD, PARENT, consent, lacking
from tests.integration.paper_intake.test_consent_on_paper import NOBODY as NOBODY_SAYS_YES
from tests.integration.paper_intake.test_power_on_paper import BY_NAME, NOBODY, SLUG, add, begins, power
from tests.integration.signing.test_name_mended import says
from tests.paper_form import PaperForm, begin_paper, boxes, other, registered, today, wrong
from tests.running_site import Site

STILLE, MYK = "14835749828", "21868449893"
BORN = date(1957, 3, 14)
"""Stille."""
SEEN = {"number_seen": "known", "once_more": "yes"}


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
    not_yet, page = "når kontoret har fødselsnummeret til fullmektigen", f"/larvik/sak/{paper.id}"
    assert not_yet in stille.get(page).text
    assert add(lun, paper, proxy_number=MYK).status_code == 303
    assert not_yet not in stille.get(page).text
    assert begins(myk, own(stille, paper))


def test_a_child_s_own_number_is_never_its_parent_s(site: Site, lun: Guest) -> None:
    parent = {"sent_by": "parent", "sender_name": PARENT["sender_name"], "sender_known": "no_number"}
    paper = consent(lun, subject=CHILD, sender=parent, days=other(44))
    with site.unchanged():
        refused = add(lun, paper, owner_number=CHILD["subject_national_id"])
        assert "nummeret til den det gjelder" in wrong(refused, "owner_number")
    assert set(lacking(site, paper).values()) == {"number"}


def test_what_was_taken_back_before_its_number_was_known_never_comes_into_force(
    site: Site, lun: Guest
) -> None:
    paper = power(lun, subject=NOBODY, proxy=BY_NAME, days=other(45))
    assert powers.end_at_office(lun, own(lun, paper), heard="on_paper").status_code == 303
    with site.unchanged():
        both = {"owner_number": STILLE, "proxy_number": MYK} | SEEN
        at = paper.at_office
        assert lun.post(f"{at}/nummer/legg-til", both, page=at).headers["location"] == at
    assert not begins(site.visitor("myk"), own(site.visitor("stille"), paper))
    assert "mangler." not in lun.get(paper.at_office).text


RASK = {"subject_given_name": "Rask", "subject_family_name": "Elveblest"}


def test_a_child_s_own_yes_does_not_hold_by_its_number(site: Site, lun: Guest) -> None:
    paper = consent(lun, subject=NOBODY_SAYS_YES | RASK, days=other(46))
    assert add(lun, paper, owner_number=CHILD["subject_national_id"]).status_code == 303
    assert set(lacking(site, paper).values()) == {"parents"}
    assert not any(one.confirmed_at for one in consents.rows(site, paper))


def test_a_parent_s_yes_for_somebody_of_no_age_waits_for_the_number(either_site: Site) -> None:
    site = either_site
    lun, _ = site.visitor("lun"), site.visitor("stille")
    paper = consent(lun, subject=NOBODY_SAYS_YES | RASK, sender=PARENT, days=other(47))
    assert set(lacking(site, paper).values()) == {"unread"}
    assert "til den samtykket gjelder, mangler." in lun.get(paper.at_office).text
    with site.unchanged():
        assert "et annet navn" in wrong(add(lun, paper, subject_number=STILLE), "subject_number")
        assert wrong(add(lun, paper, subject_number=""), "subject_number")
    rask = site.visitor("rask")
    assert add(lun, paper, subject_number=rask.invented.national_id).status_code == 303
    assert all(one.confirmed_at for one in consents.rows(site, paper))
    assert "Myk Havgløtt" in consents.page(rask)
    assert "mangler." not in lun.get(paper.at_office).text


def test_a_grown_up_says_yes_themselves_whatever_a_parent_signed(site: Site, lun: Guest) -> None:
    paper = consent(lun, subject=NOBODY_SAYS_YES, sender=PARENT, days=other(48))
    assert add(lun, paper, subject_number=STILLE).status_code == 303
    assert set(lacking(site, paper).values()) == {"own_consent"}
    assert not any(one.confirmed_at for one in consents.rows(site, paper))


def test_what_was_sent_before_is_hidden_once_the_number_of_a_protected_address_is_known(site: Site) -> None:
    lun, mild, sterk = (site.visitor(one) for one in ("lun", "mild", "sterk"))
    before = begin(sterk).complete(told())
    assert before.send().status_code == 303
    at = f"/larvik/kontor/sak/{before.id}"
    assert lun.get(at).status_code == 200
    named = {"subject_no_id": "no_number", "subject_given_name": "Sterk", "subject_family_name": "Sommerregn"}
    hidden = {"address_protected": "yes", "safe_contact": "unsaid"}
    paper = power(mild, subject=named, address_protection=hidden, days=other(49))
    assert lun.get(paper.at_office).status_code == 404
    assert add(mild, paper, owner_number=sterk.invented.national_id, proxy_number=MYK).status_code == 303
    assert lun.get(at).status_code == 404
    assert mild.get(at).status_code == 200


def wrong_number(staff: Guest, paper: PaperForm, whose: str) -> int:
    return press_wrong(staff, paper, whose, shown_by(staff, paper, whose))


def shown_by(staff: Guest, paper: PaperForm, whose: str) -> str:
    """By which event the number on the office's page was added."""
    page = staff.get(paper.at_office).text
    found = re.search(rf'name="whose" value="{whose}".*?name="shown" value="(\d+)"', page, re.DOTALL)
    return found[1] if found else "0"


def press_wrong(staff: Guest, paper: PaperForm, whose: str, shown: str) -> int:
    at = paper.at_office
    return staff.post(f"{at}/nummer/feil", {"whose": whose, "shown": shown}, page=at).status_code


def test_what_a_wrong_number_gave_ends_at_once_and_the_right_one_gives_it(either_site: Site) -> None:
    site = either_site
    lun, stille, myk = (site.visitor(one) for one in ("lun", "stille", "myk"))
    paper = power(lun, subject=NOBODY, proxy=BY_NAME, days=other(50))
    both = {"owner_number": STILLE, "proxy_number": MYK}
    assert add(lun, paper, **both).status_code == 303
    page = lun.get(paper.at_office).text
    assert "148357 49828" in page
    assert "218684 49893" in page
    draft = powers.filled_in(powers.begin_for(site, myk, own(stille, paper)))
    assert wrong_number(lun, paper, "proxy") == 303
    assert draft.send().status_code != 303
    assert not begins(myk, own(stille, paper))
    assert "tok bort et fødselsnummer" in stille.get(f"/larvik/sak/{paper.id}").text
    assert add(lun, paper, proxy_number=MYK).status_code == 303
    assert begins(myk, own(stille, paper))
    assert wrong_number(lun, paper, "owner") == 303
    assert stille.get(f"/larvik/sak/{paper.id}").status_code == 404
    assert not begins(myk, own(stille, paper))
    page = lun.get(paper.at_office).text
    assert "Fødselsnummeret til den som gir fullmakten, mangler." in page
    assert "148357 49828" not in page
    assert page.count("Lun Fjelltone tok bort et fødselsnummer som var feil, ") == 3
    with site.unchanged():
        assert wrong_number(lun, paper, "owner") == 303, "twice is once"
        assert wrong_number(lun, paper, "nobody") == 303
    assert add(lun, paper, **both).status_code == 303
    assert begins(myk, own(stille, paper))
    assert behind.events(site, paper).count("number_wrong") == 3


def withdrawals(owner: Guest) -> int:
    return owner.get("/larvik/mine-saker").text.count("Trekke et samtykke")


def test_a_consent_waits_again_when_the_number_was_wrong(either_site: Site) -> None:
    site = either_site
    lun, stille = site.visitor("lun"), site.visitor("stille")
    taken_back = withdrawals(stille)
    paper = consent(lun, subject=NOBODY_SAYS_YES, days=other(51))
    plan = consents.part_ids(site, paper, "plan")
    assert consents.take_down(lun, own(lun, paper), plan, **boxes("said_on", today())).status_code == 303
    assert add(lun, paper, owner_number=STILLE).status_code == 303
    assert wrong_number(lun, paper, "owner") == 303
    assert not any(one.confirmed_at for one in consents.rows(site, paper) if not one.ended_at)
    assert paper.reference not in consents.page(stille)
    assert withdrawals(stille) == taken_back
    assert add(lun, paper, owner_number=STILLE).status_code == 303
    assert all(one.confirmed_at for one in consents.rows(site, paper))


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[SiteAt]:
    """Where nobody has been yet."""
    with SiteAt(tmp_path) as site:
        yield site


def test_a_number_that_nobody_has_been_here_with_is_marked_until_they_log_in_by_that_name(
    empty: SiteAt,
) -> None:
    lun = empty.visitor("lun")
    right = power(lun, subject=NOBODY, proxy=BY_NAME)
    family = NOBODY | {"subject_given_name": "Kari", "subject_family_name": "Havgløtt"}
    strange = power(lun, subject=family, proxy=BY_NAME)
    kjekk = "12887900106"
    assert add(lun, right, owner_number=STILLE, proxy_number=MYK).status_code == 303
    assert add(lun, strange, owner_number=kjekk, proxy_number=MYK).status_code == 303
    assert "name_unchecked" in behind.marks(empty, right)
    empty.visitor("stille")
    empty.visitor("myk")
    assert "name_unchecked" not in behind.marks(empty, right)
    assert begins(empty.visitor("myk"), own(empty.visitor("stille"), right))
    stranger = empty.visitor("kjekk")
    assert "other_than_log_in" in behind.marks(empty, strange)
    assert stranger.get(f"/larvik/sak/{strange.id}").status_code == 404
    assert not begins(empty.visitor("myk"), own(stranger, strange))


def test_whoever_mends_their_name_has_nothing_more_by_a_number_of_the_earlier_one(empty: SiteAt) -> None:
    paper = power(empty.visitor("lun"), subject=NOBODY, proxy=BY_NAME)
    assert add(empty.visitor("lun"), paper, owner_number=STILLE, proxy_number=MYK).status_code == 303
    giver = empty.visitor("stille")
    says(empty, giver, giver.invented.name)
    assert own(giver, paper).receipt()
    assert giver.post("/larvik/navn", {"full_name": "Stilla Bjørkeløv"}).status_code == 303
    assert "other_than_log_in" in behind.marks(empty, paper)
    assert giver.get(f"/larvik/sak/{paper.id}").status_code == 404


def test_a_power_without_a_number_is_taken_back_on_paper_by_its_reference(either_site: Site) -> None:
    site = either_site
    lun, stille, myk = (site.visitor(one) for one in ("lun", "stille", "myk"))
    number = {"subject_no_id": "has_number", "subject_national_id": STILLE}
    for subject, day in ((NOBODY, 52), (NOBODY | number, 53)):
        paper = power(lun, subject=NOBODY, proxy=BY_NAME, days=other(day))
        earlier = {"earlier_reference": paper.reference, "withdraw_extent": "all"}
        registered(lun, "power_of_attorney_revocation", subject=subject, earlier=earlier, days=other(day))
        assert behind.events(site, paper)[-1] == "withdrawn"
        at, both = paper.at_office, {"owner_number": STILLE, "proxy_number": MYK} | SEEN
        assert lun.post(f"{at}/nummer/legg-til", both, page=at).status_code == 303
        assert not begins(myk, own(stille, paper))


def test_a_power_of_somebody_of_another_name_is_not_found_by_its_reference(lun: Guest) -> None:
    paper = power(lun, subject=NOBODY, proxy=BY_NAME, days=other(54))
    back = begin_paper(lun, "power_of_attorney_revocation")
    back.answer("address-protection", {"address_protected": "no"})
    back.answer("subject", NOBODY | {"subject_given_name": "Var"})
    back.answer("sender", {"sent_by": "self"})
    back.answer("days", other(54))
    answer = back.answer("earlier", {"earlier_reference": paper.reference, "withdraw_extent": "all"})
    assert "finner ingen slik sak" in wrong(answer, "earlier_reference")


def test_a_number_must_fit_the_birth_date_on_the_paper(site: Site, lun: Guest) -> None:
    born = boxes("subject_birth_date", date(1957, 3, 15))
    paper = power(lun, subject=NOBODY | born, proxy=BY_NAME, days=other(70))
    with site.unchanged():
        refused = add(lun, paper, owner_number=STILLE, proxy_number=MYK)
        assert "fødselsdatoen på papiret" in wrong(refused, "owner_number")
    fits = power(lun, subject=NOBODY | boxes("subject_birth_date", BORN), proxy=BY_NAME, days=other(71))
    assert add(lun, fits, owner_number=STILLE, proxy_number=MYK).status_code == 303
