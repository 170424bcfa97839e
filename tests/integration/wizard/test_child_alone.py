"""A child who writes alone, and the child's own voice at 7, 12 and 16: from the first page to document and office."""

from collections.abc import Iterator, Mapping
from html import unescape

import pytest

from forms.marks import MARKS
from tests import behind
from tests.at_a_time import SiteAt
from tests.documents import squeezed
from tests.draft import Draft
from tests.integration.wizard.test_representation import Way, answers

CHILD_WRITES, NOT_YET = MARKS["child_writes"], MARKS["parents_not_told"]
OWN_VIEW = {"subject_knows": "yes", "subject_view": ""}
SIX, SEVEN, FIFTEEN, SEVENTEEN = "17882099989", "2019-03-01", "19851199708", "08820999828"


@pytest.fixture
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SiteAt]:
    with SiteAt(tmp_path_factory.mktemp("alone")) as site:
        yield site


def alone(
    site: SiteAt,
    person: str,
    may_know: str,
    journey: str = "coordination",
    place: Mapping[str, object] = {"letters_home": "yes"},
) -> Draft:
    draft = site.begin(person, journey)
    told = dict(answers(draft, Way(person, "self")))
    told["young"] = {"parents_may_know": may_know, "parents_why": "Jeg er redd hjemme." * (may_know != "yes")}
    told["safe-place"] = place
    return draft.complete(told)


def office(site: SiteAt, draft: Draft) -> str:
    guest = site.visitor("lun")
    return unescape(guest.get("/larvik/kontor/").text + guest.get(f"/larvik/kontor/sak/{draft.id}").text)


@pytest.mark.parametrize("person", ["glad", "rask"])
@pytest.mark.parametrize("journey", ["coordination", "appeal"])
def test_a_child_may_write_alone_and_is_talked_with_first(site: SiteAt, person: str, journey: str) -> None:
    draft = alone(site, person, "no", journey)
    page = unescape(draft.see("young"))
    assert "snakker med deg først" in page
    assert draft.send().status_code == 303
    words = site.made_pdf(draft)
    assert squeezed(CHILD_WRITES) in words
    assert squeezed(NOT_YET) in words
    assert {"child_writes", "parents_not_told"} <= set(behind.marks(site, draft))
    assert NOT_YET in office(site, draft)


def test_what_the_child_allows_is_not_marked(site: SiteAt) -> None:
    draft = alone(site, "rask", "yes")
    assert draft.send().status_code == 303
    assert CHILD_WRITES in office(site, draft)
    assert NOT_YET not in office(site, draft)


def test_nothing_of_it_is_the_parents_to_find(site: SiteAt) -> None:
    draft = alone(site, "rask", "no")
    assert draft.send().status_code == 303
    myk = site.visitor("myk")
    assert str(draft.id) not in myk.get("/larvik/mine-saker").text
    for path in (draft.path, f"{draft.path}/kvittering", f"{draft.path}/dokument/pdf"):
        assert myk.get(path).status_code == 404
    child = draft.guest.get("/larvik/mine-saker").text
    assert "foreldre" not in child, "the list may be seen by whoever sits beside"


def test_from_sixteen_nobody_is_asked_about_the_parents(site: SiteAt) -> None:
    draft = site.begin("lett", "coordination")
    draft.complete(answers(draft, Way("lett", "self")))
    assert draft.guest.get(draft.step("young")).status_code == 303
    assert "Foreldrene dine trenger ikke si ja." in unescape(draft.review())
    assert draft.send().status_code == 303
    assert not {"child_writes", "parents_not_told"} & set(behind.marks(site, draft))


@pytest.mark.parametrize(
    ("about", "asked"), [(SIX, False), (SEVEN, True), (FIFTEEN, True), (SEVENTEEN, True)]
)
def test_the_child_s_own_view_must_be_told_from_seven_on(site: SiteAt, about: str, *, asked: bool) -> None:
    way = Way("myk", "parent", about, "parental_responsibility", "agrees")
    draft = site.begin("myk", "coordination")
    told = dict(answers(draft, way._replace(about=SIX if "-" in about else about)))
    if "-" in about:
        told["subject"] = {**told["subject"], "subject_no_id": "no_number", "subject_birth_date": about}
    draft.fill(told, until="own-view")
    answer = draft.answer("own-view", OWN_VIEW)
    assert (answer.status_code == 422) is asked, answer.text


def test_of_a_child_of_twelve_it_is_said_that_it_may_be_party(site: SiteAt) -> None:
    for about, said in ((FIFTEEN, True), (SIX, False)):
        way = Way("myk", "parent", about, "parental_responsibility", "agrees")
        draft = site.begin("myk", "coordination")
        draft.complete(answers(draft, way))
        assert ("har egne rettigheter" in unescape(draft.see("own-view"))) is said
        assert draft.send().status_code == 303
        assert (squeezed("Barn fra 12 år har egne rettigheter") in site.made_pdf(draft)) is said
