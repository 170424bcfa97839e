"""Codes, counters and other municipalities (A-038, A-039, A-075, A-078): what is not for one is not there."""

import re

import httpx
import pytest

from forms.language import Language
from forms.situation import Person
from tests.counter import (
    STILLE,
    Helped,
    begun,
    code_for_counter,
    code_for_phone,
    take_home,
    take_up,
)
from tests.draft import Draft, begin
from tests.guest import Guest, bare
from tests.running_site import Site
from wizard import accounts
from wizard.cases import beginning, handing_on
from wizard.cases.codes import TRIES
from wizard.cases.drafts import Reader


@pytest.fixture
def helper(site: Site) -> Guest:
    return site.visitor("fin")


@pytest.fixture
def draft(helper: Guest) -> Helped:
    return begun(helper)


PAGES = ("", "/steg/role", "/se-over", "/underskrift", "/over-til-telefon", "/kvittering", "/papir", "/hjelp")


def test_a_038_another_municipality_is_another_world(site: Site, draft: Helped) -> None:
    elsewhere, there = site.visitor("kjapp", "kristiansand"), site.visitor("trofast", "senja")
    code = code_for_counter(begin(site.visitor("stille")))
    with site.unchanged():
        for page in PAGES:
            moved = draft.path.replace("/larvik/", "/senja/")
            for guest in (draft.guest, elsewhere, there):
                assert guest.get(f"{moved}{page}").status_code in {302, 404}, page
            for guest in (elsewhere, there):
                assert guest.get(f"{draft.path}{page}").status_code in {302, 404}, page
        for place in ("kristiansand", "senja"):
            assert draft.guest.get(f"/{place}/skranke/").status_code == 404
    wrong = [take_up(elsewhere, one) for one in (code, "2222-2222")]
    assert [answer.status_code for answer in wrong] == [422, 422]
    texts = [bare(answer.text).replace(code, "").replace("2222-2222", "") for answer in wrong]
    assert texts[0] == texts[1], "a code of another municipality is none"
    assert take_up(draft.guest, code).status_code == 303, "and it is not used up by that"


def test_a_code_that_is_typed_elsewhere_leads_to_its_own_municipality(site: Site, draft: Helped) -> None:
    answer = take_home(site.visitor("stille", "senja"), code_for_phone(draft))
    assert answer.headers["location"] == f"/larvik/sak/{draft.id}"
    assert draft.guest.get(f"/senja/sak/{draft.id}").status_code in {302, 404}
    assert site.visitor("stille", "senja").get(f"/senja/sak/{draft.id}").status_code == 404


def test_a_039_a_caseworker_is_no_helper_and_a_helper_no_caseworker(site: Site, draft: Helped) -> None:
    caseworker, helper, both = site.visitor("lun"), draft.guest, site.visitor("trofast", "senja")
    sent = begin(site.visitor("stille")).complete()
    assert sent.send().status_code == 303
    with site.unchanged():
        for path in ("/larvik/skranke/", "/larvik/skranke/ny", "/larvik/skranke/kode"):
            assert caseworker.get(path).status_code == 404, path
        for path in ("/larvik/kontor/", f"/larvik/kontor/sak/{sent.id}", f"/larvik/kontor/sak/{draft.id}"):
            assert helper.get(path).status_code == 404, path
        for page in PAGES:
            assert caseworker.get(f"{draft.path}{page}").status_code in {302, 404}, page
    assert "Alle saker" not in helper.get("/larvik/skranke/").text
    for path in ("/senja/skranke/", "/senja/kontor/"):
        page = both.get(path).text
        assert ("Alle saker" in page, "Skranken" in page) == (True, True)


def test_a_colleague_at_the_same_counter_sees_nothing_of_it(site: Site, draft: Helped) -> None:
    colleague = begun(site.visitor("fin")).guest
    colleague.log_out()
    citizen = site.visitor("stille")
    with site.unchanged():
        for page in PAGES:
            assert citizen.get(f"{draft.path}{page}").status_code in {302, 404}, page
            assert draft.guest.get(f"/larvik/sak/{draft.id}{page}").status_code in {302, 404}, page
            assert colleague.get(f"{draft.path}{page}").status_code == 302, page


def test_a_helper_has_no_cases_of_their_own_by_that_log_in(site: Site, helper: Guest) -> None:
    with site.unchanged():
        assert helper.get("/larvik/mine-saker").status_code == 302
        answer = helper.post("/larvik/begynn", {"journey": "coordination"}, page="/larvik/skranke/")
        assert answer.status_code == 302
        assert helper.get("/larvik/kode").status_code == 302


def test_a_helper_never_deletes_and_never_takes_the_case_over(site: Site, draft: Helped) -> None:
    with site.unchanged():
        assert draft.guest.get(f"{draft.path}/slett").status_code == 302, "that needs the owner's log-in"
        for page, code in (("slett", 302), ("hjelp", 404)):
            answer = draft.guest.post(f"{draft.path}/{page}", {"sure": "yes"}, page="/larvik/skranke/")
            assert answer.status_code == code, page


def test_a_helper_sees_none_of_the_owners_other_cases(site: Site, helper: Guest) -> None:
    earlier = begin(site.visitor("stille")).complete()
    assert earlier.send().status_code == 303
    found = re.search(r"V-\w{4}-\w{4}", earlier.receipt())
    assert found
    draft = begun(helper, slug="supplement")
    first = helper.get(draft.path, follow_redirects=True).text
    assert found[0] not in first
    own = Draft(site.visitor("stille"), f"/larvik/sak/{draft.id}", "supplement")
    assert found[0] in own.guest.get(own.path, follow_redirects=True).text


def guess(helper: Guest, number: int) -> httpx.Response:
    return take_up(helper, f"2222-22{number:02}".replace("0", "3").replace("1", "4"))


def test_a_075_a_helper_who_guesses_is_stopped(site: Site) -> None:
    helper = site.visitor("kry", "porsgrunn")
    owner = begin(site.visitor("stille", "porsgrunn"), "care_services")
    code = code_for_counter(owner)
    for number in range(TRIES):
        assert guess(helper, number).status_code == 422
    answer = take_up(helper, code)
    assert (answer.status_code, "Du har prøvd for mange ganger." in answer.text) == (429, True)


def test_an_old_code_is_over_when_a_new_one_is_made_and_when_it_is_sent(site: Site, helper: Guest) -> None:
    own = begin(site.visitor("stille"))
    old, new = code_for_counter(own), code_for_counter(own)
    assert "Koden gjelder ikke lenger." in take_up(helper, old).text
    own.complete()
    assert own.send().status_code == 303
    answer = take_up(helper, new)
    assert (answer.status_code, "Saken er sendt inn allerede." in answer.text) == (409, True)


def test_a_helper_who_is_the_citizen_is_stopped_at_the_code_too(site: Site, helper: Guest) -> None:
    """The same person has an account at home and one at work."""
    own = Person(helper.invented.name, helper.invented.national_id)
    with site.tools() as tools:
        at_home = accounts.visitor(tools, accounts.log_in(tools, own, level="demo"))
        assert at_home
        case_id = beginning.begin(tools, at_home.account_id, "larvik", "coordination")
        reader = Reader(own, Language(), account_id=at_home.account_id)
        code = handing_on.code_for_counter(tools, case_id, reader)
    answer = take_up(helper, code)
    assert (answer.status_code, "Dette er din egen sak." in answer.text) == (422, True)
    assert case_id.hex not in helper.get("/larvik/skranke/").text.replace("-", "")


def test_a_078_no_number_in_any_address_or_title(site: Site, draft: Helped) -> None:
    walk, addresses, titles = draft.fill(), set(), set()
    for step in walk.path:
        page = draft.guest.get(draft.step(step.slug))
        title = re.search("<title>(.*?)</title>", page.text, re.DOTALL)
        assert title
        titles.add(title[1])
        addresses |= {str(page.url), *re.findall(r'(?:href|action|src|hx-[a-z]+)="([^"]*)"', page.text)}
    number, name = STILLE.national_id, STILLE.name.split()[0]
    assert name in draft.guest.get(f"{draft.path}/se-over").text, "it is known there, and could be told"
    told = [*addresses, *titles, site.logs()]
    assert str(draft.id) in site.logs()
    assert len(titles) > 1
    assert [one for one in told if number in one or f"{number[:6]} {number[6:]}" in one] == []
    assert [one for one in (*addresses, *titles) if name in one] == []
