"""What came on paper, to the words of its documents: in the language of the form, with the scan named in it."""

import pytest

from tests import behind
from tests.documents import docx_words, pdf_words, squeezed
from tests.integration.handover.world import until
from tests.paper_form import STILLE, PaperForm, begin_paper, registered
from tests.running_site import Site


def files(site: Site, paper: PaperForm) -> tuple[str, str]:
    until(lambda: "delivered" in behind.events(site, paper))
    pdf, docx = (paper.guest.get(f"{paper.at_office}/dokument/{kind}").content for kind in ("pdf", "docx"))
    return pdf_words(pdf), docx_words(docx)


@pytest.mark.parametrize("slug", ["coordination", "appeal", "power_of_attorney", "withdrawal"])
def test_both_files_say_what_staff_wrote_down(site: Site, slug: str) -> None:
    remarks = {"signed_on_paper": "yes", "intake_remarks": "Side 3 er fuktskadet <b> & uleselig."}
    remarks |= {"signed_by_mark": "yes", "witness_name": "Trygg Elvebakk"}
    paper = registered(site.visitor("lun"), slug, subject=STILLE, papers=remarks)
    content = behind.frozen(site, paper).content
    assert not content.declarations, "what the person declared stands on the paper"
    said = [
        "Skrevet under på papiret av",
        "Merke, eller noen førte hånden",
        "Vitne Trygg Elvebakk",
        "skjema.pdf",
        *(line for one in content.sections for a in one.answers for line in a.answer.splitlines()),
        *(fact.value for fact in content.facts),
    ]
    for words in files(site, paper):
        assert all(squeezed(line) in words for line in said)
        assert "Lun" not in words


def test_what_is_not_signed_has_lines_to_sign_on_in_the_form_s_own_language(site: Site) -> None:
    paper = begin_paper(site.visitor("lun"), language="nn").write_down(
        subject=STILLE, papers={"signed_on_paper": "no"}
    )
    assert paper.register(once_more="yes").status_code == 303
    for words in files(site, paper):
        assert squeezed("Vitne, viss nokon hjelpte til med å skrive under") in words
        assert squeezed("Er skjemaet skrive under?") in words
