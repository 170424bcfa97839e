"""Every journey of every municipality in every language, filled in and blank: made, sealed and held to the standards.

Some hundred documents, each judged twice: too long for every run of the tests, so ``make soak`` runs it.
"""

from collections.abc import Callable

import page
import pytest

from docgen.contract import AnyRequest
from docgen.make import make_docx, make_pdf
from docgen.seal import SealingKey
from docgen.sealing_key import make_once
from docgen.verify import verify
from forms.language import Code
from forms.municipality import Municipality
from wizard.gallery import CODES, blank_request, offered, reading, sample_request

ALL = [(place, slug, code) for place, slug in offered() for code in CODES]
PROFILES = (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_3A)


@pytest.fixture(scope="module")
def key(tmp_path_factory: pytest.TempPathFactory) -> SealingKey:
    path = tmp_path_factory.mktemp("seal") / "seal.p12"
    make_once(path, b"x")
    return SealingKey.load(path, b"x")


@pytest.mark.parametrize("ask", [sample_request, blank_request])
@pytest.mark.parametrize(("place", "slug", "code"), ALL, ids=lambda value: getattr(value, "id", value))
def test_each_document_is_whole_and_keeps_the_standards(
    place: Municipality, slug: str, code: Code, ask: Callable[..., AnyRequest], key: SealingKey
) -> None:
    request = ask(place, slug, reading(code))
    make_docx(request)
    made = make_pdf(request, key)
    assert verify(made, [key.certificate]).genuine
    for profile in PROFILES:
        assert page.validate_pdf_bytes(made, profile=profile).failures == []
