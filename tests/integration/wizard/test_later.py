"""What is sent to a case later, and what is taken back: told on both cases, to the citizen and to the office."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

import pytest
from markupsafe import escape

from forms.situation import Situation
from forms.ties import Tie
from forms.walk import Walk
from tests import behind
from tests.draft import CONSENTS, Draft, begin, told
from tests.guest import Guest
from tests.later import (
    NEWS,
    PART,
    attach,
    begin_about,
    fill,
    post_begin,
    reference,
    sent,
    supplement,
    withdrawal,
)
from tests.later import begin as later_begin
from tests.made import READER
from tests.running_site import Site
from wizard.cases.beginning import find_draft
from wizard.cases.drafts import read_draft
from wizard.cases.tying import tie

PROTECTED = {"address_protected": "yes", "safe_contact": "letter"}


@pytest.fixture(scope="module")
def guest(site: Site) -> Guest:
    return site.visitor("stille")


@pytest.fixture
def earlier(guest: Guest) -> Draft:
    """An application that is in."""
    return sent(begin(guest).complete())


@pytest.fixture(scope="module")
def staff(site: Site) -> Guest:
    return site.visitor("lun")


def at_office(staff: Guest, draft: Draft) -> str:
    return staff.get(draft.path.replace("/sak/", "/kontor/sak/")).text


def line(page: str, of: str) -> str:
    """The part of a list that begins with a case's reference, up to the next case."""
    return page.split(of)[1].split('class="sheet case"', maxsplit=1)[0].split("<tr", maxsplit=1)[0]


def test_a_supplement_hangs_together_with_its_case_on_every_page(
    site: Site, earlier: Draft, staff: Guest
) -> None:
    later = sent(supplement(earlier))
    assert behind.events(site, earlier)[-1] == "supplemented"
    receipt = later.receipt()
    assert f'href="{earlier.path}"' in receipt
    assert "Kommunen legger dette sammen med det du har sendt før." in receipt
    page = earlier.guest.get(earlier.path).text
    assert f'href="{later.path}"' in page
    assert "Du sendte mer til saken" in page
    assert f"{later.id}" in at_office(staff, earlier)
    assert f"{earlier.id}" in at_office(staff, later)
    assert reference(earlier) in at_office(staff, later)
    assert "Jeg har vært på sykehus" in at_office(staff, later)


def test_a_case_page_offers_to_send_more_and_to_withdraw(earlier: Draft) -> None:
    page = earlier.guest.get(earlier.path).text
    assert "Send mer" in page
    assert "Trekk søknaden" in page
    later = sent(supplement(earlier))
    assert "Send mer" not in later.guest.get(later.path).text, "nothing is added to what only adds"


def test_from_the_case_page_the_case_is_chosen_already(earlier: Draft) -> None:
    draft = begin_about(earlier, "supplement")
    resumed = draft.guest.get(draft.path)
    assert resumed.headers["location"] == draft.step("address-protection")
    assert "checked" in draft.see("earlier-case").split(reference(earlier))[1].split("</label>")[0]


def test_all_withdrawn_is_told_to_both_and_nothing_is_gone(site: Site, earlier: Draft, staff: Guest) -> None:
    before = behind.frozen(site, earlier)
    later = sent(withdrawal(earlier))
    assert behind.events(site, earlier)[-1] == "withdrawn"
    assert behind.frozen(site, earlier) == before
    page = earlier.guest.get(earlier.path).text
    assert "Du har trukket søknaden" in page
    assert "Kontoret behandler ikke søknaden videre." in page
    assert "Send mer" not in page
    mine = earlier.guest.get("/larvik/mine-saker").text
    assert "Du har trukket søknaden" in mine
    receipt = later.receipt()
    assert "Kontoret behandler ikke søknaden videre." in receipt
    assert "Hvis du er uenig i svaret" not in receipt, "no answer comes"
    assert "Trukket" in line(staff.get("/larvik/kontor/").text, reference(earlier))
    assert "Trukket" in at_office(staff, earlier)
    assert f"{later.id}" in at_office(staff, earlier)


def test_a_part_withdrawn_leaves_the_rest(site: Site, earlier: Draft, staff: Guest) -> None:
    sent(withdrawal(earlier, extent=PART))
    assert behind.events(site, earlier)[-1] == "partly_withdrawn"
    assert "Du har trukket en del av søknaden" in earlier.guest.get(earlier.path).text
    assert "En del er trukket" in line(staff.get("/larvik/kontor/").text, reference(earlier))
    address = earlier.path.replace("/sak/", "/kontor/sak/")
    staff.post(f"{address}/tatt-i-hand", page="/larvik/kontor/")
    assert "Kontoret arbeider med resten." in earlier.guest.get(earlier.path).text
    sent(withdrawal(earlier))
    assert "Du har trukket søknaden" in earlier.guest.get(earlier.path).text


def test_signed_on_paper_it_is_withdrawn_when_the_paper_has_come(either_site: Site) -> None:
    earlier = sent(begin(either_site.visitor("stille")).complete())
    staff = either_site.visitor("lun")
    later = sent(withdrawal(earlier), sign_method="paper")
    assert "withdrawn" not in behind.events(either_site, earlier)
    assert "Du har trukket" not in earlier.guest.get(earlier.path).text
    address = later.path.replace("/sak/", "/kontor/sak/")
    for _ in range(2):
        assert staff.post(f"{address}/underskrift-kommet", page="/larvik/kontor/").status_code == 303
    assert behind.events(either_site, earlier).count("withdrawn") == 1
    assert "Du har trukket søknaden" in earlier.guest.get(earlier.path).text


def test_who_withdraws_twice_is_told_and_loses_nothing(site: Site, earlier: Draft) -> None:
    again = withdrawal(earlier)
    begun = begin_about(earlier, "withdrawal")
    sent(withdrawal(earlier))
    refused = again.guest.post(f"{again.path}/send", CONSENTS, page=f"{again.path}/se-over")
    assert refused.status_code == 409
    assert "Her mangler det noe." in refused.text
    assert "Du har trukket denne før, og kontoret vet det." in again.see("earlier-case")
    assert behind.answers(site, again)["extent"]["withdrawal_extent"] == "all"
    saved = begun.answer("earlier-case", {"earlier_case": reference(earlier)})
    assert saved.status_code == 422
    assert "Du trenger ikke gjøre noe mer." in saved.text
    assert behind.events(site, earlier).count("withdrawn") == 1


def test_the_paper_that_lacked_is_seen_where_it_lacked(site: Site) -> None:
    myk = site.visitor("myk", "kristiansand")
    officer = site.visitor("klar", "kristiansand")
    lacking = sent(without_authorization(myk))
    assert "Fullmakt mangler" in at_office(officer, lacking)
    draft = begin_about(lacking, "supplement")
    assert "mangler papiret som viser" in draft.see("earlier-case")
    fill(draft, address_protection={"address_protected": "no"})
    kinds = {"supplement_kinds": "authorization"}
    attach(draft, "enclosed", "supplement_authorization", "fullmakt.pdf", kinds)
    sent(fill(draft, enclosed=kinds, message={}))
    page = at_office(officer, lacking)
    assert '<span class="ds-tag" data-color="warning">Fullmakt mangler</span>' not in page
    assert "Fullmakt er sendt etterpå" in page
    assert "Den manglet i saken. Kontroller den." in at_office(officer, draft)
    assert "fullmakt.pdf" in at_office(officer, draft)
    assert "Fullmakt er lagt ved" in line(officer.get("/kristiansand/kontor/").text, reference(draft))


def without_authorization(guest: Guest) -> Draft:
    """An application by somebody who sends the fullmakt later, where one is wanted."""
    answers = told(
        role={"submitter_role": "proxy"},
        subject={
            "subject_no_id": "has_number",
            "subject_national_id": "02894149976",
            "subject_given_name": "Stø",
            "subject_family_name": "Kvist",
        },
        representative={
            "rep_phone": "+4799999999",
            "rep_relation": "sibling",
            "rep_authority": "power_of_attorney",
            "rep_document_when": "later",
            "copy_to": ["person"],
            "rep_address": {"street": "Bjørkeveien 4", "postcode": "4610", "city": "Kristiansand"},
        },
        own_view={"subject_knows": "yes", "subject_view": "Det er greit."},
    )
    return begin(guest).complete(answers)


ATTACKS: list[Callable[[Site, Draft], str]] = [
    lambda site, _: reference(sent(begin(site.visitor("var")).complete())),
    lambda site, _: reference(sent(begin(site.visitor("stille", "kristiansand")).complete())),
    lambda site, earlier: behind.case(site, begin(earlier.guest)).reference,  # type: ignore[union-attr]  # just begun
    lambda _, __: "V-2222-2222",
    lambda _, __: "",
    lambda _, __: "unlisted",
    lambda _, earlier: f"{earlier.id}",
    lambda _, earlier: reference(earlier).lower(),
    lambda _, __: "V-2222-2222' OR 1=1 --",
]
NAMES = ["another's", "another municipality's", "a draft's", "none", "empty", "unlisted", "id", "case", "sql"]


@pytest.mark.parametrize("attack", ATTACKS, ids=NAMES)
@pytest.mark.parametrize("journey", ["supplement", "withdrawal"])
def test_no_other_case_can_be_pointed_at(
    site: Site, earlier: Draft, attack: Callable[[Site, Draft], str], journey: str
) -> None:
    forged = attack(site, earlier)
    draft = begin_about(earlier, journey)
    with site.unchanged():
        assert post_begin(earlier.guest, journey, about=forged).status_code == 404
        if forged not in {"", "unlisted"}:
            refused = draft.answer("earlier-case", {"earlier_case": forged})
            assert refused.status_code == 422
            assert escape("Velg et av svarene som står her.") in refused.text


def test_a_notice_that_only_adds_cannot_be_withdrawn_or_added_to(site: Site, earlier: Draft) -> None:
    later = sent(supplement(earlier))
    with site.unchanged():
        for journey in ("supplement", "withdrawal", "coordination"):
            assert post_begin(later.guest, journey, about=reference(later)).status_code == 404


def test_what_belongs_to_a_restricted_case_is_seen_by_those_who_may(site: Site, staff: Guest) -> None:
    var = site.visitor("var")
    hidden = sent(begin(var).complete(told(address_protection=PROTECTED)))
    draft = begin_about(hidden, "supplement")
    assert draft.guest.get(draft.path).headers["location"] == draft.step("enclosed"), "it is known already"
    later = sent(fill(draft, enclosed=NEWS, message={}))
    mild = site.visitor("mild")
    for one in (hidden, later):
        assert staff.get(one.path.replace("/sak/", "/kontor/sak/")).status_code == 404
        assert reference(one) not in staff.get("/larvik/kontor/").text
    assert f"{later.id}" in at_office(mild, hidden)


def test_an_address_that_became_protected_hides_the_earlier_case_too(either_site: Site) -> None:
    staff = either_site.visitor("lun")
    earlier = sent(begin(either_site.visitor("stille")).complete())
    first = sent(supplement(earlier))
    assert staff.get(first.path.replace("/sak/", "/kontor/sak/")).status_code == 200
    later = sent(supplement(earlier, address_protection=PROTECTED))
    for one in (earlier, first, later):
        assert staff.get(one.path.replace("/sak/", "/kontor/sak/")).status_code == 404
    assert f"{first.id}" in at_office(either_site.visitor("mild"), earlier)


def lie(forged: str, _: Situation) -> Tie:
    """As if the choice let in any reference."""
    return Tie((forged,), ("supplemented",))


def test_whatever_the_answers_say_another_owners_case_is_never_tied(either_site: Site) -> None:
    others = reference(sent(begin(either_site.visitor("var")).complete()))
    elsewhere = reference(sent(begin(either_site.visitor("stille", "kristiansand")).complete()))
    draft = later_begin(either_site.visitor("stille"), "supplement")
    unsent = behind.case(either_site, draft)
    assert unsent
    for forged in (others, elsewhere, unsent.reference):
        with either_site.tools() as tools, tools.store.write() as db:
            row = find_draft(db.connection(), draft.id)
            read = read_draft(db.connection(), tools, row, READER)
            lying = replace(read.walk.journey, tie=partial(lie, forged))
            lied = replace(read, walk=Walk(lying, read.walk.situation))
            assert tie(db, lied, tools.clock(), signed=True) is None


def test_a_case_that_is_not_ones_own_is_told_of_in_words_and_tied_to_none(site: Site, staff: Guest) -> None:
    aile = site.visitor("aile")
    other = site.visitor("var")
    known = reference(sent(begin(other).complete()))
    words = f"Søknaden {known}, som moren min sendte."
    draft = fill(
        later_begin(aile, "supplement"),
        earlier_case={"earlier_case_text": words},
        role={"submitter_role": "self"},
        address_protection={"address_protected": "no"},
        you={"subject_given_name": "Áile", "subject_family_name": "Ŧoal"},
        enclosed=NEWS,
        message={},
    )
    page = at_office(staff, sent(draft))
    assert words.replace(known, f'<span class="whole">{known}</span>') in page
    assert "Hører til</h2>" not in page
