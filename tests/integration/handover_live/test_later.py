"""What is sent later and taken back comes to the office as sealed documents that say what was sent, and which files."""

import pytest

from tests import behind
from tests.documents import docx_words, pdf_words, squeezed
from tests.draft import Draft, begin
from tests.integration.handover.world import until
from tests.later import NEWS, PART, attach, begin_about, fill, reference, sent, withdrawal
from tests.running_site import Site


@pytest.fixture(scope="module")
def earlier(site: Site) -> Draft:
    return sent(begin(site.visitor("stille")).complete())


def words(site: Site, draft: Draft) -> list[str]:
    """What both documents say, as the office gets them."""
    until(lambda: "delivered" in behind.events(site, draft))
    officer = site.visitor("lun")
    at = draft.path.replace("/sak/", "/kontor/sak/")
    files = {kind: officer.get(f"{at}/dokument/{kind}").content for kind in ("pdf", "docx")}
    return [pdf_words(files["pdf"]), docx_words(files["docx"])]


def test_a_supplement_lists_what_was_sent_and_to_which_case(site: Site, earlier: Draft) -> None:
    draft = fill(begin_about(earlier, "supplement"), address_protection={"address_protected": "no"})
    kinds = {**NEWS, "supplement_kinds": ["papers", "news"]}
    attach(draft, "enclosed", "supplement_papers", "uttalelse fra lege.pdf", kinds)
    sent(fill(draft, enclosed=kinds, message={"supplement_message": "Se side to."}))
    for text in words(site, draft):
        for said in (
            "Ettersending til en sak",
            reference(earlier),
            "uttalelse fra lege.pdf",
            NEWS["supplement_news"],
            "Se side to.",
            "Stille Bjørkeløv",
        ):
            assert squeezed(said) in text
        assert "Skrevetunderav" in text


def test_a_withdrawal_says_what_is_taken_back_and_what_remains(site: Site, earlier: Draft) -> None:
    draft = sent(withdrawal(earlier, extent=PART))
    for text in words(site, draft):
        for said in (
            "Trekke en søknad eller klage",
            reference(earlier),
            "Bare en del",
            PART["withdrawal_part"],
            PART["withdrawal_remains"],
        ):
            assert squeezed(said) in text
