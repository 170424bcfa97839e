"""P14 of domain.md: on paper alone, reserved against digital post, with a wish for a coordinator, in Porsgrunn."""

from tests import behind
from tests.documents import pdf_words, squeezed
from tests.paper_form import NEW, begin_paper, boxes, today
from tests.running_site import Site


def test_from_the_blank_form_to_a_case_that_is_answered_by_letter(site: Site) -> None:
    site.with_docgen()
    nobody = site.visitor(None, "porsgrunn")
    blank = nobody.get("/porsgrunn/skjema/helse-og-omsorg/blankett.pdf")
    assert blank.status_code == 200, "without a log-in"
    words = pdf_words(blank.content)
    for said in (
        "porsgrunn-helse-og-omsorg-nb",
        "Er det noen du ønsker som koordinator?",
        "Hvorfor akkurat denne personen?",
        "bestemmer til slutt",
        "Underskrift",
        "Vitne, hvis noen hjalp til med å skrive under",
    ):
        assert squeezed(said) in words, said

    rolig = site.visitor("rolig", "porsgrunn")
    paper = begin_paper(rolig, "care_services")
    wish = {
        "wish_name": "Trygg Elvebakk",
        "wish_why": "Hun kjenner meg fra før.",
    }
    letter = NEW | {
        "subject_address-street": "Storgata 1",
        "subject_address-postcode": "3915",
        "subject_address-city": "Porsgrunn",
        "answer_by": "letter",
    }
    days = {"came_by": "post"} | boxes("postmark", today()) | boxes("arrived", today())
    paper.write_down(subject=letter, days=days, wish=wish)
    assert paper.register(once_more="yes").status_code == 303
    content = behind.frozen(site, paper).content
    told = {one.question: one.answer for section in content.sections for one in section.answers}
    assert "Trygg Elvebakk" in told.values()
    assert "Hun kjenner meg fra før." in told.values()
    assert told["Hvordan vil personen ha svar?"] == "I brev"
    assert "Svar i brev" in rolig.get(paper.at_office).text
    assert behind.events(site, paper).count("submitted") == 1
