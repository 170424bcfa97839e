"""Somebody under 18 who writes alone: where a letter is safe, and what they are told instead of being promised one."""

import re
from collections.abc import Callable
from html import unescape

import pytest

from forms.marks import MARKS
from tests import behind
from tests.at_a_time import SiteAt
from tests.documents import squeezed
from tests.draft import Draft
from tests.integration.wizard.test_child_alone import alone, office, site  # noqa: F401 -- the same site
from tests.integration.wizard.test_representation import Way, answers
from tests.later import supplement, withdrawal

FIRST, LETTER = "Vi snakker med deg først, før vi snakker med foreldrene dine.", "Svaret kommer skriftlig"
NOTHING, NO_LETTER = "Vi sender ikke noe hjem til deg.", MARKS["no_letter_home"]
AT_SCHOOL = {
    "letters_home": "no",
    "reach_at": ["school", "phone"],
    "reach_through": "Helsesykepleieren på Torstrand skole",
    "reach_phone": "40000000",
    "reach_when": "I storefri",
}


def own_pages(draft: Draft) -> list[str]:
    return [unescape(draft.receipt()), unescape(draft.guest.get(draft.path).text)]


@pytest.mark.parametrize("may_know", ["no", "unsure"])
def test_a_child_is_talked_with_first_and_gets_no_letter_home(site: SiteAt, may_know: str) -> None:  # noqa: F811
    draft = alone(site, "rask", may_know, place=AT_SCHOOL)
    assert draft.guest.get(draft.step("contact")).status_code == 303, "no address is asked for"
    assert draft.send().status_code == 303
    for page in own_pages(draft):
        assert FIRST in page
        assert NOTHING in page
        assert LETTER not in page
        assert "om de får dele" not in page, "a child of that age cannot say yes alone"
    seen = office(site, draft)
    assert seen.count(NO_LETTER) > 1, "in the list and in the case"
    words = site.made_pdf(draft)
    for told in (NO_LETTER, "Helsesykepleieren på Torstrand skole", "I storefri"):
        assert squeezed(told) in words
    assert "no_letter_home" in behind.marks(site, draft)


def test_where_a_letter_is_fine_it_is_still_talked_about_first(site: SiteAt) -> None:  # noqa: F811
    draft = alone(site, "rask", "no", place={"letters_home": "yes"})
    assert draft.send().status_code == 303
    for page in own_pages(draft):
        assert FIRST in page
        assert NOTHING not in page
        assert LETTER not in page
    assert NO_LETTER not in office(site, draft)


def test_a_child_whose_parents_may_know_is_told_as_everybody(site: SiteAt) -> None:  # noqa: F811
    draft = alone(site, "rask", "yes")
    assert draft.guest.get(draft.step("safe-place")).status_code == 303, "it is not asked"
    assert draft.send().status_code == 303
    assert all(LETTER in page and FIRST not in page for page in own_pages(draft))


def test_a_complaint_tells_both(site: SiteAt) -> None:  # noqa: F811
    draft = alone(site, "rask", "no", "appeal", place=AT_SCHOOL)
    assert draft.send().status_code == 303
    page = unescape(draft.receipt())
    assert FIRST in page
    assert "ser på saken på nytt" in page
    assert "Endrer de ikke svaret, sender de alt til Statsforvalteren." in page
    assert "Du får en kopi" not in page, "that would be a letter"


@pytest.mark.parametrize(("place", "home"), [({}, True), (AT_SCHOOL, False)])
def test_whoever_is_sixteen_may_say_it_too(site: SiteAt, place: dict[str, object], *, home: bool) -> None:  # noqa: F811
    draft = site.begin("lett", "coordination")
    draft.complete({**answers(draft, Way("lett", "self")), "safe-place": place})
    assert draft.send().status_code == 303
    for page in own_pages(draft):
        assert (LETTER in page) is home
        assert ("Vi snakker med deg først." in page) is not home
        assert FIRST not in page, "nobody asked about the parents"
    assert ("no_letter_home" in behind.marks(site, draft)) is not home


def test_a_child_that_hides_it_must_say_whether_letters_may_come(site: SiteAt) -> None:  # noqa: F811
    draft = site.begin("rask", "coordination")
    told = dict(answers(draft, Way("rask", "self")))
    told["young"] = {"parents_may_know": "no", "parents_why": ""}
    draft.fill(told, until="safe-place")
    answer = draft.answer("safe-place", {})
    assert answer.status_code == 422
    assert "Velg om vi kan sende brev hjem til deg." in unescape(answer.text)
    answer = draft.answer("safe-place", {"letters_home": "no"})
    assert "Velg minst én måte vi kan ta kontakt på." in unescape(answer.text)
    assert draft.answer("safe-place", {"letters_home": "no", "reach_at": "school"}).status_code == 422


def test_where_an_address_is_protected_no_address_is_asked_and_the_safe_way_counts(site: SiteAt) -> None:  # noqa: F811
    draft = site.begin("rask", "coordination")
    told = dict(answers(draft, Way("rask", "self")))
    told["address-protection"] = {"address_protected": "yes", "safe_contact": "letter"}
    told["young"] = {"parents_may_know": "no", "parents_why": ""}
    draft.complete(told)
    for slug in ("safe-place", "contact"):
        assert draft.guest.get(draft.step(slug)).status_code == 303
    assert draft.send().status_code == 303
    for page in own_pages(draft):
        assert FIRST in page
        assert "Vi tar bare kontakt på den måten du ba om." in page
        assert LETTER not in page


def test_no_municipality_s_own_promise_of_a_letter_is_told(site: SiteAt) -> None:  # noqa: F811
    draft = site.begin("rask", "care_services", "porsgrunn")
    told = dict(answers(draft, Way("rask", "self")))
    told["young"] = {"parents_may_know": "no", "parents_why": ""}
    draft.complete({**told, "safe-place": AT_SCHOOL})
    assert draft.send().status_code == 303
    assert all(FIRST in page and "i brev" not in page for page in own_pages(draft))


@pytest.mark.parametrize("later", [supplement, withdrawal])
def test_what_a_child_asked_for_holds_for_what_it_sends_to_the_case_later(
    site: SiteAt,  # noqa: F811
    later: Callable[[Draft], Draft],
) -> None:
    earlier = alone(site, "rask", "no", place=AT_SCHOOL)
    assert earlier.send().status_code == 303
    draft = later(earlier)
    assert draft.send().status_code == 303
    assert {"no_letter_home", "parents_not_told"} <= set(behind.marks(site, draft))
    page = unescape(draft.receipt())
    assert FIRST in page
    assert NOTHING in page
    words = site.made_pdf(draft)
    assert squeezed(NO_LETTER) in words
    assert squeezed(MARKS["parents_not_told"]) in words
    assert NO_LETTER in unescape(site.visitor("lun").get(f"/larvik/kontor/sak/{draft.id}").text)


@pytest.mark.parametrize("home", ["yes", "no"])
def test_the_review_says_that_nobody_gets_letters_where_none_may_come(site: SiteAt, home: str) -> None:  # noqa: F811
    draft = alone(site, "rask", "no", place=AT_SCHOOL if home == "no" else {"letters_home": "yes"})
    told = re.search(r"<dt>Får brevene</dt>\s*<dd>([^<]*)</dd>", unescape(draft.review()))
    assert told
    assert ("Ingen får brev hjem." in told[1]) is (home == "no")
    assert ("Den det gjelder" in told[1]) is (home == "yes")


def test_what_nobody_asked_for_is_not_said_of_what_comes_later(site: SiteAt) -> None:  # noqa: F811
    earlier = alone(site, "rask", "yes")
    assert earlier.send().status_code == 303
    draft = supplement(earlier)
    assert draft.send().status_code == 303
    assert not {"no_letter_home", "parents_not_told"} & set(behind.marks(site, draft))
    page = unescape(draft.receipt())
    assert FIRST not in page
    assert NOTHING not in page
