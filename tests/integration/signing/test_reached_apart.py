"""A parent keeps phone and address from what the other parent reads and signs; the office reads them all the same."""

import json
from datetime import datetime
from html import unescape

import pytest

from forms.language import OSLO
from tests import behind, several
from tests.at_a_time import SiteAt
from tests.documents import squeezed
from tests.draft import Draft
from tests.integration.wizard.test_own_data import read, taken
from tests.integration.wizard.test_own_data import told as own_data
from tests.later import reference

PHONE, STREET, CHILDS = "40 00 00 00", "Storgata 5", "Lilleveien 7"
TICK = "skal ikke stå i det den andre forelderen leser"
WHERE = {"postcode": "3257", "city": "Larvik"}


def filled(site: SiteAt, *, apart: bool) -> Draft:
    rask = site.visitor("rask", "porsgrunn")
    draft = site.begin("myk", "care_services", "porsgrunn")
    reached = {"rep_phone": PHONE, "rep_address": {"street": STREET, **WHERE}, "rep_apart": apart}
    contact = {"subject_address": {"street": CHILDS, **WHERE}}
    told = several.answers_for(rask.invented, "care_services", representative=reached, contact=contact)
    draft.complete(told)
    return draft


def test_what_is_kept_apart_is_read_by_the_office_alone(site_at: SiteAt) -> None:
    draft = filled(site_at, apart=True)
    review = unescape(draft.review())
    assert PHONE in review
    assert "men ikke telefonen og adressen din" in review
    several.wait(draft)
    kjekk = site_at.visitor("kjekk", "porsgrunn")
    at = several.come(kjekk, several.code_of(several.ask(draft, "second_parent", kjekk.invented)))
    page = unescape(kjekk.get(at).text)
    assert "Rask Elveblest" in page
    several.sign(kjekk, at)
    read = (
        page
        + unescape(kjekk.get(at.removesuffix("/skriv-under")).text)
        + behind.frozen(site_at, draft).model_dump_json()
    )
    words = site_at.made_pdf(draft)
    for hidden in (PHONE, STREET, CHILDS, TICK):
        assert hidden not in read
        assert squeezed(hidden) not in words
    office = site_at.visitor("rolig", "porsgrunn")
    seen = unescape(office.get(f"/porsgrunn/kontor/sak/{draft.id}").text)
    for told in (PHONE, STREET, CHILDS, TICK):
        assert told in seen


def test_whoever_kept_it_apart_has_it_in_their_own_copy(site_at: SiteAt) -> None:
    draft = filled(site_at, apart=True)
    assert draft.send().status_code == 303
    found = taken(draft.guest)
    (case,) = [one for one in own_data(found)["cases"] if one["reference"] == reference(draft)]
    apart = json.dumps(case["for_the_office_alone"]["answers"])
    assert all(told in apart for told in (PHONE, STREET, CHILDS))
    assert PHONE not in json.dumps(case["sent"])
    assert all(told in read(found).partition("Bare for kontoret")[2] for told in (PHONE, STREET, CHILDS))


def test_what_is_not_kept_apart_stands_in_the_document(site_at: SiteAt) -> None:
    draft = filled(site_at, apart=False)
    assert "også telefonen og adressen din" in unescape(draft.review())
    assert draft.send().status_code == 303
    words = site_at.made_pdf(draft)
    assert all(squeezed(told) in words for told in (PHONE, STREET, CHILDS))
    assert squeezed(TICK) not in words, "nobody reads that it was asked"


def test_whoever_keeps_it_apart_is_told_that_papers_and_words_are_read_all_the_same(site_at: SiteAt) -> None:
    papers, words = "kan lese papirene. Se etter", "Ikke skriv telefonen eller adressen din."
    beside = "Papirene du legger ved og det du selv skriver, blir også lest."
    apart, open_to_all = filled(site_at, apart=True), filled(site_at, apart=False)
    for draft, told in ((apart, True), (open_to_all, False)):
        assert (papers in unescape(draft.see("attachments"))) is told
        assert (words in unescape(draft.see("relatives"))) is told
        assert (beside in unescape(draft.review())) is told


FIFTEEN_STILL, SIXTEEN = (datetime(2027, 5, day, 12, tzinfo=OSLO) for day in (10, 20))


@pytest.fixture
def aged(site_at: SiteAt) -> Draft:
    """Signed by the parent who ticked, while the child was 15; then it has turned 16."""
    site_at.now = FIFTEEN_STILL
    draft = filled(site_at, apart=True)
    several.wait(draft)
    site_at.later(draft, SIXTEEN)
    return draft


def test_what_is_kept_apart_stays_so_when_the_child_turns_16_meanwhile(site_at: SiteAt, aged: Draft) -> None:
    assert "men ikke telefonen og adressen din" in unescape(aged.review())
    several.wait(aged)
    rask = site_at.visitor("rask", "porsgrunn")
    at = several.come(rask, several.code_of(several.ask(aged, "young_person")))
    page = unescape(rask.get(at).text)
    several.sign(rask, at)
    read = page + behind.frozen(site_at, aged).model_dump_json()
    words = site_at.made_pdf(aged)
    for hidden in (PHONE, STREET, CHILDS):
        assert hidden not in read
        assert squeezed(hidden) not in words
    office = site_at.visitor("rolig", "porsgrunn")
    seen = unescape(office.get(f"/porsgrunn/kontor/sak/{aged.id}").text)
    assert all(told in seen for told in (PHONE, STREET, CHILDS))


def test_of_somebody_of_16_the_tick_stands_until_it_is_taken_away(aged: Draft) -> None:
    label = "skal ikke stå i det andre leser"
    assert label in unescape(aged.see("representative"))
    reached = {"rep_phone": PHONE, "rep_address": {"street": STREET, **WHERE}, "rep_authority": "none"}
    assert aged.answer("representative", reached | {"rep_apart": "yes"}).status_code == 303
    assert label in unescape(aged.see("representative"))
    assert aged.answer("representative", reached).status_code == 303
    assert label not in unescape(aged.see("representative"))
    assert "også telefonen og adressen din" in unescape(aged.review())
