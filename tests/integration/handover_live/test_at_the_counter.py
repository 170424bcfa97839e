"""P11: somebody who cannot write is helped at the counter, from the first page to the paper that they sign."""

from forms.situation import Person
from tests import behind
from tests.counter import NUMBER, begun
from tests.documents import docx_words, pdf_words, squeezed
from tests.draft import told
from tests.integration.handover.world import until
from tests.running_site import Site

ON_PAPER = {"told_use": "yes", "read_back": "yes", "way": "paper", "identity": "passport"}


def test_p11_who_cannot_write_signs_on_paper_with_a_guided_hand_and_a_witness(site: Site) -> None:
    helper = site.visitor("kjapp", "kristiansand")
    draft = begun(helper, Person("Varm Myrstrand", NUMBER))
    draft.complete(told(you={"subject_given_name": "Varm", "subject_family_name": "Myrstrand"}))
    answer = helper.post(f"{draft.path}/underskrift", ON_PAPER)
    assert answer.headers["location"] == f"{draft.path}/kvittering"
    until(lambda: "delivered" in behind.events(site, draft))
    pdf, docx = (helper.get(f"{draft.path}/dokument/{kind}").content for kind in ("pdf", "docx"))
    for words in (pdf_words(pdf), docx_words(docx)):
        for said in (
            "Varm Myrstrand, den det gjelder",
            "Innbyggertorg, KS, ",
            "Kjapp Solvik, Innbyggertorg",
            "Vitne, hvis noen hjalp til med å skrive under",
        ):
            assert squeezed(said) in words, said
        assert squeezed("ansatt som hjelper til") not in words, "staff represent nobody"
    assert behind.marks(site, draft) == []
    case = behind.case(site, draft)
    assert case
    assert case.author_id is None, "the citizen is the author, and nobody else"
