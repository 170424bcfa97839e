"""How something was confirmed at the counter stands in both files, which keep their standards (PDF/A-3a, PDF/UA-1)."""

from datetime import UTC, datetime

import pytest

from docgen.contract import DocumentRequest
from docgen.make import make_docx, make_pdf
from docgen.seal import SealingKey
from docgen.verify import verify
from forms.language import Language
from forms.signatures import AtCounter, counter_hand_signature, counter_signature
from forms.situation import Person
from tests.documents import docx_words, pdf_words, squeezed
from tests.integration.docgen.test_standards import failures
from tests.unit.docgen.asking import sample

PERSON = Person("Varm Myrstrand", "04886549631")
AT = datetime(2026, 12, 1, 11, tzinfo=UTC)
BY = "Fin Strandeng, Servicesenteret"
WAYS = {
    "drawn": AtCounter(BY, "Tegnet på skjermen i skranken", "Pass", drawing_sha256="ab" * 32),
    "name": AtCounter(BY, "Navnet skrevet", "Førerkort", typed_name="Varm M."),
    "paper": AtCounter(BY, "På papir", "Pass"),
    "said": AtCounter(BY, "Sagt", why_unsigned="Ringte fra sykehuset.", known_by="Vi kjenner personen"),
}


def signed(way: str) -> DocumentRequest:
    content = sample().content
    seen, language = WAYS[way], Language()
    if way == "paper":
        signature = counter_hand_signature(PERSON, "", seen, content.sha256(), language, protected=False)
    else:
        signature = counter_signature(PERSON, "", seen, AT, content.sha256(), language)
    return DocumentRequest(contract=1, content=content, signatures=[signature], receipt=sample().receipt)


@pytest.mark.parametrize("way", WAYS)
def test_both_files_tell_how_it_was_confirmed_and_who_saw_it(way: str, key: SealingKey) -> None:
    request = signed(way)
    made = make_pdf(request, key)
    assert failures(made) == []
    assert verify(made, [key.certificate]).genuine
    told = [fact.value for fact in request.signatures[0].facts] + [
        f.label for f in request.signatures[0].facts
    ]
    assert BY in told
    assert "Svarene er lest opp, og personen er enig" in told
    for words in (pdf_words(made), docx_words(make_docx(request))):
        assert [one for one in told if squeezed(one) not in words] == []


def test_who_cannot_write_has_a_line_for_a_mark_and_a_guided_hand_one_for_its_witness() -> None:
    lines = [fact.label for fact in signed("paper").signatures[0].facts if not fact.value]
    assert lines == [
        "Sted",
        "Dato",
        "Underskrift",
        "Merke, hvis personen ikke kan skrive navnet sitt",
        "Vitne, hvis noen hjalp til med å skrive under",
    ]
