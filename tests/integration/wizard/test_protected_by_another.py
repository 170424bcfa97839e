"""What one tells of a protected address hides what others have sent about the same person, and nobody tells them."""

from collections.abc import Iterator
from html import unescape

import pytest
from sqlalchemy import select, update

from tests import behind
from tests.at_a_time import SiteAt
from tests.documents import squeezed
from tests.draft import Draft
from tests.integration.wizard.test_representation import Way, answers
from tests.later import begin_about, fill, sent, supplement
from wizard import process
from wizard.models import Submission

HIDES = {"address_protected": "yes", "safe_contact": "phone", "safe_contact_phone": "40000000"}
ALONE = {"parents_may_know": "no", "parents_why": ""}
RASK, SIX = "19851199708", "17882099989"


@pytest.fixture
def site_at(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SiteAt]:
    with SiteAt(tmp_path_factory.mktemp("another")) as site:
        yield site


def mothers(site: SiteAt, about: str = RASK, *, hides: bool = False) -> Draft:
    draft = site.begin("myk", "coordination")
    told = dict(answers(draft, Way("myk", "parent", about, "parental_responsibility", "agrees")))
    if hides:
        told["address-protection"] = HIDES
        for slug in ("contact", "gp", "decision-contact"):
            told.pop(slug, None)
    return sent(draft.complete(told))


def childs(site: SiteAt, *, hides: bool) -> Draft:
    draft = site.begin("rask", "coordination")
    told = dict(answers(draft, Way("rask", "self"))) | {"young": ALONE, "safe-place": {"letters_home": "yes"}}
    return sent(draft.complete(told | ({"address-protection": HIDES} if hides else {})))


def listed(site: SiteAt, staff: str, draft: Draft) -> bool:
    guest = site.visitor(staff)
    return str(draft.id) in guest.get("/larvik/kontor/").text


def at_office(site: SiteAt, staff: str, draft: Draft) -> int:
    return site.visitor(staff).get(draft.path.replace("/sak/", "/kontor/sak/")).status_code


def test_a_child_that_hides_hides_what_its_mother_sent_about_it(site_at: SiteAt) -> None:
    before = mothers(site_at)
    assert listed(site_at, "lun", before)
    childs(site_at, hides=True)
    assert not listed(site_at, "lun", before)
    assert at_office(site_at, "lun", before) == 404
    assert at_office(site_at, "mild", before) == 200


def test_a_mother_who_hides_with_the_child_hides_what_it_sent_itself(site_at: SiteAt) -> None:
    before = childs(site_at, hides=False)
    assert listed(site_at, "lun", before)
    mothers(site_at, hides=True)
    assert not listed(site_at, "lun", before)


def test_what_is_about_somebody_else_is_hidden_by_neither(site_at: SiteAt) -> None:
    other = mothers(site_at, SIX)
    childs(site_at, hides=True)
    assert listed(site_at, "lun", other)


def test_whom_another_hides_is_told_nothing_of_it(site_at: SiteAt) -> None:
    """Rule 2: neither the questions, nor the document, nor the receipt of what is sent to it later gives it away."""
    before = mothers(site_at)
    childs(site_at, hides=True)
    draft = begin_about(before, "supplement")
    assert "address_protected" in unescape(draft.see("address-protection")), "as if nobody had told it"
    fill(draft, address_protection={"address_protected": "no"})
    assert "Se godt etter at papirene" not in unescape(draft.see("enclosed"))
    later = sent(supplement(before))
    assert squeezed("Begrens hvem som får se") not in site_at.made_pdf(later)
    assert str(before.id) in before.guest.get("/larvik/mine-saker").text
    assert not listed(site_at, "lun", later), "what belongs to it is kept from the same eyes"
    assert listed(site_at, "mild", later)


def test_who_hides_themselves_later_is_known_to_have_told_it(site_at: SiteAt) -> None:
    before = mothers(site_at)
    childs(site_at, hides=True)
    mothers(site_at, hides=True)
    draft = begin_about(before, "supplement")
    assert draft.guest.get(draft.step("address-protection")).status_code == 303, "she has said it herself"


def test_what_was_sent_before_the_upgrade_is_found_too(site_at: SiteAt) -> None:
    before = mothers(site_at)
    with site_at.tools() as tools, tools.store.write() as db:
        db.execute(update(Submission).values(subject_lookup=None))
    process.fill_in(site_at.settings())
    with site_at.tools() as tools, tools.store.read() as db:
        assert all(db.scalars(select(Submission.subject_lookup)))
    childs(site_at, hides=True)
    assert not listed(site_at, "lun", before)
    assert behind.submissions(site_at, before) == 1
