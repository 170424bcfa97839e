"""What domain.md 4.5 says of a protected address: in pages, lists, notices, documents and the names of files."""

import re
from collections.abc import Iterator
from html import unescape

import pytest

from tests import behind, powers
from tests.at_a_time import SiteAt
from tests.draft import Draft, begin
from tests.guest import Guest
from tests.integration.wizard.test_representation import Way, answers
from tests.later import attach, begin_about, fill, reference, sent
from tests.running_site import Site

BLOCK = re.compile(r"sperret|skjermet|protected|adressesperre|fortrolig", re.IGNORECASE)
PLACES = re.compile(r"subject_address|gp_|workplace|subject_phone|subject_email|Skogveien")
SAFELY = "Vi tar bare kontakt på den måten du ba om."


@pytest.fixture
def site_at(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SiteAt]:
    with SiteAt(tmp_path_factory.mktemp("hidden")) as site:
        yield site


@pytest.fixture
def hidden(site: Site) -> Draft:
    return sent(begin(site.visitor("var")).complete(powers.hidden()))


def main(guest: Guest, path: str) -> str:
    """What a page says itself, without the municipality's own help at its side."""
    found = re.search(r"<main.*?</main>", guest.get(path).text, re.DOTALL)
    assert found
    return unescape(found[0])


def test_neither_lists_nor_receipt_nor_case_page_say_that_there_is_a_block(hidden: Draft) -> None:
    """Somebody may look over a shoulder, or live with whoever one hides from."""
    guest = hidden.guest
    for path in ("/larvik/mine-saker", hidden.path, f"{hidden.path}/kvittering"):
        assert not BLOCK.search(main(guest, path)), path


def test_the_receipt_says_that_only_the_safe_way_is_used(site: Site, hidden: Draft) -> None:
    assert SAFELY in hidden.receipt()
    assert SAFELY in main(hidden.guest, hidden.path)
    open_to_all = sent(begin(site.visitor("stille")).complete())
    assert SAFELY not in open_to_all.receipt()


def test_for_staff_without_the_permission_it_is_as_if_it_were_not_there(site: Site, hidden: Draft) -> None:
    lun, mild = site.visitor("lun"), site.visitor("mild")
    at_office = hidden.path.replace("/sak/", "/kontor/sak/")
    assert str(hidden.id) not in lun.get("/larvik/kontor/").text
    for asked in (reference(hidden), "Skogly", "Bjørkeløv"):
        sought = lun.post("/larvik/kontor/sok", {"asked": asked}, page="/larvik/kontor/")
        assert str(hidden.id) not in sought.text
    nowhere = f"/larvik/kontor/sak/{hidden.id.hex[::-1][:8]}-0000-4000-8000-000000000000"
    for ending in ("", "/dokument/pdf", f"/vedlegg/{hidden.id}"):
        assert lun.get(at_office + ending).status_code == lun.get(nowhere + ending).status_code == 404
    for verb in ("tatt-i-hand", "gi-slipp", "underskrift-kommet"):
        with site.unchanged():
            assert lun.post(f"{at_office}/{verb}", page="/larvik/kontor/").status_code == 404
    line = next(one for one in mild.get("/larvik/kontor/").text.split("<tr") if str(hidden.id) in one)
    assert not BLOCK.search(line), "not even among those who may see it is it read over a shoulder"
    assert "Begrens hvem som får se saken." in mild.get(at_office).text


def test_what_was_sent_before_hides_from_then_on_since_the_address_stands_in_it(site: Site) -> None:
    """Domain 4.5, rule 4: nobody who sees the new case as hidden finds the place in an older one."""
    var, lun, mild = site.visitor("var"), site.visitor("lun"), site.visitor("mild")
    before = sent(begin(var).complete())
    at_office = before.path.replace("/sak/", "/kontor/sak/")
    assert str(before.id) in lun.get("/larvik/kontor/").text
    sent(begin(var).complete(powers.hidden()))
    assert str(before.id) not in lun.get("/larvik/kontor/").text
    assert lun.get(at_office).status_code == 404
    assert mild.get(at_office).status_code == 200


def test_names_of_files_and_addresses_tell_nothing(site_at: SiteAt) -> None:
    draft = site_at.begin("var", "coordination")
    draft.complete(powers.hidden())
    assert draft.send().status_code == 303
    words = site_at.made_pdf(draft)
    answer = draft.guest.get(f"{draft.path}/dokument/pdf")
    assert answer.headers["content-disposition"] == f"attachment; filename={reference(draft)}.pdf"
    assert not PLACES.search(words)
    assert "Sted" not in behind.frozen(site_at, draft).canonical().decode()


def test_signed_on_paper_there_is_no_line_for_the_place(site_at: SiteAt) -> None:
    draft = site_at.begin("var", "coordination")
    draft.complete(powers.hidden())
    assert draft.send(sign_method="paper").status_code == 303
    labels = [fact.label for one in behind.frozen(site_at, draft).signatures for fact in one.facts]
    assert "Underskrift" in labels
    assert "Sted" not in labels


@pytest.mark.parametrize("answer", ["yes", "not_digital"])
def test_a_parent_who_hides_with_the_child_is_asked_for_no_place_of_either(
    site_at: SiteAt, answer: str
) -> None:
    """Also where only the other one has a block (rule 6): it is asked of both at once."""
    way = Way("myk", "parent", "17882099989", "parental_responsibility", "no_contact")
    draft = site_at.begin(way.person, "coordination")
    told = dict(answers(draft, way))
    told["address-protection"] = {"address_protected": answer, "safe_contact": "attendance"}
    for slug in ("contact", "gp", "decision-contact"):
        told.pop(slug, None)
    draft.complete(told)
    review = unescape(draft.review())
    for asked in ("Adressen til barnet", "Adressen din", "Telefonen din", "Fastlege"):
        assert asked not in review
    assert draft.send().status_code == 303
    frozen = behind.frozen(site_at, draft).canonical().decode()
    assert "Gate rep_address" not in frozen
    assert "Gate subject_address" not in frozen
    assert "other_parent" in behind.marks(site_at, draft)


def test_a_notifier_is_asked_for_no_address_of_whom_it_is_about(site_at: SiteAt) -> None:
    way = Way("vaken", "health_worker", "08820999828", group="from_16", form=("notification", "namsos"))
    draft = site_at.begin(way.person, *way.form)
    draft.complete(answers(draft, way))
    assert "subject_address" not in draft.see("subject")
    assert "bare hvis du vet at det er trygt å ringe" in unescape(draft.see("subject"))
    assert "address" not in "".join(behind.answers(site_at, draft).get("subject", {}))


def test_papers_may_show_an_address_and_every_page_that_asks_for_them_says_so(site: Site) -> None:
    """Rule 5, also where the case that the papers belong to is the one that hides."""
    var = site.visitor("var")
    earlier = sent(begin(var).complete(powers.hidden()))
    later = fill(begin_about(earlier, "supplement"))
    page = unescape(later.see("enclosed"))
    assert page.count("Se godt etter at papirene ikke viser adresse") == 2
    attach(later, "enclosed", "supplement_papers", "brev.pdf", {"supplement_kinds": "papers"})
    fill(later, enclosed={"supplement_kinds": "papers"}, message={})
    sent(later)
    lun = site.visitor("lun")
    assert str(later.id) not in lun.get("/larvik/kontor/").text, (
        "what belongs to it is kept from the same eyes"
    )


def test_a_proxy_hears_neither_of_a_case_that_hides_nor_of_why(site: Site) -> None:
    var, myk = site.visitor("var"), site.visitor("myk")
    power = sent(powers.given(var, myk))
    case = sent(begin(var).complete(powers.hidden()))
    page = powers.page(myk)
    assert str(power.id) in page
    assert reference(case) not in page
    assert not BLOCK.search(main(myk, "/larvik/handle-for"))
