"""Every row of the matrix, from the first page over HTTP to the words of the sealed PDF."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from html import unescape
from itertools import cycle
from typing import NamedTuple

import pytest

from forms.blocks.circumstances import EXPECTED
from forms.fields.files import Files
from forms.language import OSLO, Language
from forms.marks import MARKS, lacks_paper, mark_told
from forms.representation.matrix import MATRIX, row
from forms.representation.told import standing
from forms.situation import Answers, Person
from forms.walk import Walk
from tests import behind
from tests.at_a_time import SiteAt
from tests.documents import squeezed
from tests.draft import Draft
from tests.unit.forms.filling import fill, first
from tests.unit.forms.representation.test_matrix import FIFTEEN, NINETY, SEVENTEEN, SIX
from wizard.providers import invented

NB = Language()
COORDINATION, NOTIFICATION = ("coordination", "larvik"), ("notification", "namsos")
CHOSEN = {
    "address_protected": "no",
    "request_types": "coordinator",
    "rep_document_when": "later",
    "staff_assistance": "no",
    "capacity_note": "yes",
    "subject_consents": "yes_oral",
}


class Way(NamedTuple):
    """Who logs in, in what role, about whom, and by what right."""

    person: str
    role: str
    about: str = NINETY
    right: str = ""
    other_parent: str = ""
    group: str = ""
    marks: tuple[str, ...] = ()
    form: tuple[str, str] = COORDINATION


WAYS = {
    "child_under_12": Way("glad", "self", marks=("child_writes", "parents_not_told")),
    "child_12_15": Way("rask", "self", marks=("child_writes", "parents_not_told")),
    "young_person": Way("lett", "self"),
    "self": Way("stille", "self"),
    "parent_of_expected": Way("myk", "parent", EXPECTED, "parental_responsibility"),
    "parent_0_11": Way(
        "myk", "parent", SIX, "parental_responsibility", "no_contact", marks=("other_parent",)
    ),
    "parents_0_11": Way("myk", "parent", SIX, "parental_responsibility", "agrees"),
    "parent_12_15": Way("myk", "parent", FIFTEEN, "parental_responsibility", "sole"),
    "parents_12_15": Way("myk", "parent", FIFTEEN, "parental_responsibility", "agrees"),
    "parent_16_17": Way("myk", "parent", SEVENTEEN, "parental_responsibility"),
    "parent_without_responsibility": Way("myk", "parent", SIX, "none", "informed"),
    "child_welfare_0_15": Way("vaken", "child_welfare", SIX, "child_welfare"),
    "child_welfare_16_17": Way("vaken", "child_welfare", SEVENTEEN, "child_welfare"),
    "child_welfare_of_expected": Way("vaken", "child_welfare", EXPECTED, "child_welfare"),
    "child_welfare_asks_0_11": Way("vaken", "child_welfare", SIX, "none"),
    "child_welfare_asks_12_15": Way("vaken", "child_welfare", FIFTEEN, "none"),
    "child_welfare_asks": Way("vaken", "child_welfare", SEVENTEEN, "none"),
    "guardian_of_child": Way("jevn", "verge", SIX, "guardianship"),
    "guardian_of_child_12_15": Way("jevn", "verge", FIFTEEN, "guardianship"),
    "guardian_of_young_person": Way("jevn", "verge", SEVENTEEN, "guardianship"),
    "guardian_of_economy": Way("jevn", "verge", NINETY, "guardianship", marks=("guardian_scope",)),
    "proxy_for_parents": Way("jevn", "proxy", FIFTEEN, "power_of_attorney"),
    "lasting_power_of_child": Way("jevn", "future_proxy", SIX, "lasting_power_of_attorney"),
    "lasting_power_of_young_person": Way("jevn", "future_proxy", SEVENTEEN, "lasting_power_of_attorney"),
    "relative_accepted": Way("jevn", "nearest_relative", NINETY, "none", form=("coordination", "namsos")),
    "health_worker_of_expected": Way("vaken", "health_worker", EXPECTED, "none"),
    "health_worker_0_11": Way("vaken", "health_worker", SIX, "none"),
    "health_worker_12_15": Way("vaken", "health_worker", FIFTEEN, "none"),
    "partner_of_expected": Way("vaken", "partner", EXPECTED, "none"),
    "partner_0_11": Way("vaken", "partner", SIX, "none"),
    "partner_12_15": Way("vaken", "partner", FIFTEEN, "none"),
    "staff_assisting_of_expected": Way("vaken", "staff_assisting", EXPECTED),
    "staff_assisting_0_11": Way("vaken", "staff_assisting", SIX),
    "staff_assisting_12_15": Way("vaken", "staff_assisting", FIFTEEN),
    "guardian": Way("jevn", "verge", NINETY, "guardianship", marks=("guardian_scope",)),
    "proxy": Way("jevn", "proxy", NINETY, "power_of_attorney"),
    "lawyer": Way("jevn", "proxy", NINETY, "lawyer"),
    "lasting_power": Way("jevn", "future_proxy", NINETY, "lasting_power_of_attorney"),
    "relative": Way("jevn", "nearest_relative", NINETY, "none"),
    "relative_of_child": Way("jevn", "nearest_relative", SIX, "none"),
    "relative_of_young_person": Way("jevn", "nearest_relative", SEVENTEEN, "none"),
    "health_worker": Way("vaken", "health_worker", SEVENTEEN, group="from_16", form=NOTIFICATION),
    "partner": Way("vaken", "partner", SEVENTEEN, "none"),
    "staff_assisting": Way("vaken", "staff_assisting"),
}
PROMISED = {
    "proxy": "no_authorization",
    "lawyer": "no_authorization",
    "guardian": "no_authorization guardianship",
    "guardian_of_economy": "no_authorization guardianship",
    "guardian_of_child_12_15": "no_authorization guardianship",
    "guardian_of_young_person": "no_authorization guardianship",
    "proxy_for_parents": "no_authorization",
    "guardian_of_child": "no_authorization guardianship",
    "lasting_power": "no_authorization lasting_power_of_attorney",
    "child_welfare_0_15": "no_authorization child_welfare",
    "child_welfare_16_17": "no_authorization child_welfare",
}
"""Who acts by a paper, and promises it for later: it is marked everywhere."""
OF_KRISTIANSAND = {
    "relative",
    "parent_16_17",
    "relative_of_child",
    "relative_of_young_person",
    "parent_without_responsibility",
}
"""Where a written authorization is wanted, these lack one until it comes."""


@pytest.fixture
def site_at(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SiteAt]:
    with SiteAt(tmp_path_factory.mktemp("acting")) as site:
        yield site


def answers(draft: Draft, way: Way) -> Answers:
    """What is saved step by step, with the first choice wherever the way does not say which."""
    wanted = CHOSEN | {"submitter_role": way.role, "subject_age": "younger", "parents_may_know": "no"}
    scope = "economy" if way is WAYS["guardian_of_economy"] else "not_sure"
    wanted |= {"guardian_scope": scope} if way.role == "verge" else {}
    wanted |= {"subject_no_id": EXPECTED} if way.about == EXPECTED else {"subject_national_id": way.about}
    more = {"rep_authority": way.right, "other_parent": way.other_parent, "subject_age_group": way.group}
    pick = first(wanted | {name: value for name, value in more.items() if value})
    walk: Walk = draft.walk({})
    while step := walk.first_unanswered():
        form = fill(walk, step, pick)
        assert not any(isinstance(one, Files) and one.missing for one in form.questions())
        assert form.validate(), (step.slug, form.faults())
        saved = {**walk.situation.answers, step.slug: form.stored()}
        walk = replace(walk, situation=walk.situation.with_answers(saved))
    return walk.situation.answers


def sent(site: SiteAt, way: Way, place: str = "", *, reads: bool = False) -> tuple[Draft, Walk]:
    slug, usual = way.form
    draft = site.begin(way.person, slug, place or usual)
    told = answers(draft, way)
    draft.complete(told, reads=reads)
    return draft, draft.walk(told)


def test_the_ways_are_the_rows() -> None:
    assert WAYS.keys() == {one.key for one in MATRIX}


@pytest.mark.parametrize("key", WAYS)
def test_each_row_goes_from_the_first_page_to_the_sealed_document(site_at: SiteAt, key: str) -> None:
    way = WAYS[key]
    draft, walk = sent(site_at, way, reads=True)
    found = row(walk.now)
    assert found
    assert found.key == key
    review, told = unescape(draft.review()), standing(walk.now)
    for said in [*told.warnings, *(value for _, value in told.rows)] if told else ():
        assert said in review
    method = "paper" if way.role == "staff_assisting" else "electronic"
    assert draft.send(sign_method=method).status_code == 303
    words = site_at.made_pdf(draft)
    assert squeezed(draft.guest.invented.name) in words
    if way.role not in {"self", "staff_assisting"} and way.form != NOTIFICATION:
        assert squeezed(f"Handler som {NB.text(found.who)}") in words
    office = unescape(office_list(site_at, draft))
    for mark in way.marks:
        assert MARKS[mark] in office


def office_list(site: SiteAt, draft: Draft) -> str:
    staff = next(one.key for one in invented() if one.staff_of == draft.guest.municipality)
    return site.visitor(staff, draft.guest.municipality).get(f"{draft.guest.at}/kontor/").text


@pytest.mark.parametrize("key", [one for one, way in WAYS.items() if way.form == COORDINATION])
def test_what_lacks_is_marked_and_stops_nothing(site_at: SiteAt, key: str) -> None:
    draft, walk = sent(site_at, WAYS[key], "kristiansand")
    method = "paper" if WAYS[key].role == "staff_assisting" else "electronic"
    assert draft.send(sign_method=method).status_code == 303
    lacks = "no_authorization" if key in OF_KRISTIANSAND else PROMISED.get(key, "")
    assert lacks_paper(walk.marks) == lacks
    if lacks:
        assert mark_told(lacks, NB) in office_list(site_at, draft)


PLACES = ("larvik", "senja", "kristiansand", "porsgrunn", "namsos")


@pytest.mark.parametrize(("key", "place"), [*zip(PROMISED, cycle(PLACES))])
def test_a_paper_that_was_promised_is_marked_everywhere(site_at: SiteAt, key: str, place: str) -> None:
    """Each paper in one municipality after the other; ``make soak`` tries each in all of them."""
    marked_everywhere(site_at, key, place)


def marked_everywhere(site_at: SiteAt, key: str, place: str) -> None:
    """Anybody may say that they have it: on form, list, receipt and the office's page, with the way to send it."""
    way = WAYS[key]
    if place == "porsgrunn":
        way = way._replace(form=("care_services", place))
    draft, _ = sent(site_at, way, place)
    assert draft.send().status_code == 303
    said = mark_told(PROMISED[key], NB)
    assert said in unescape(office_list(site_at, draft))
    facts = {fact.label: fact.value for fact in behind.frozen(site_at, draft).content.facts}
    assert facts[said] == "Blir sendt etterpå."
    assert "har kommet." in facts["Svaret"]
    receipt = unescape(draft.receipt())
    assert (said if " " in PROMISED[key] else "Fullmakten mangler") in receipt
    assert 'value="supplement"' in receipt


def test_a_child_that_turns_sixteen_while_it_reads_over_decides_alone(site_at: SiteAt) -> None:
    """At midnight in Oslo the question about the parents is gone, and what is signed is new."""
    site_at.now = datetime(2027, 5, 18, 23, 50, tzinfo=OSLO)
    draft, _ = sent(site_at, WAYS["child_12_15"])
    shown = draft.guest.told(f"{draft.path}/send").controls
    site_at.now = datetime(2027, 5, 19, 0, 5, tzinfo=OSLO)
    consents = {"info_read": "yes", "declaration": "yes", "sign_method": "electronic"}
    answer = draft.guest.submit(f"{draft.path}/send", [*(shown | consents).items()])
    assert answer.status_code == 409
    assert "Svarene er endret siden du leste dem" in unescape(answer.text)
    draft.today = site_at.now.date()
    assert draft.send().status_code == 303
    assert "child_writes" not in draft.walk({}).marks
    assert squeezed(MARKS["child_writes"]) not in site_at.made_pdf(draft)


def test_the_submitter_of_a_row_is_who_is_logged_in() -> None:
    numbers = {one.key: one.national_id for one in invented()}
    people = {key: Person(key, numbers[way.person]) for key, way in WAYS.items()}
    assert people["child_12_15"].national_id == FIFTEEN
    assert people["young_person"].national_id == SEVENTEEN
