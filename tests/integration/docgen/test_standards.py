import io
from collections.abc import Callable

import page
import pikepdf
import pypdfium2
import pytest

from docgen.contract import AnyRequest
from docgen.make import make_pdf
from docgen.pdf import pdf
from docgen.seal import SealingKey
from docgen.shown import TICK, shown
from docgen.verify import verify
from docgen.words import words
from forms.journeys.registry import journeys
from forms.language import Code
from forms.municipality import Municipality, municipalities
from tests.unit.docgen.asking import KINDS, any_sample, asking, blank_sample, sample
from tests.unit.docgen.hostile import HOSTILE
from wizard.gallery import CODES, blank_request, reading, sample_request

PROFILES = (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_3A)


def failures(made: bytes) -> list[str]:
    return [
        str(found)
        for profile in PROFILES
        for found in page.validate_pdf_bytes(made, profile=profile).failures
    ]


@pytest.mark.parametrize("kind", KINDS)
def test_each_sealed_sample_keeps_pdf_a_3a_and_pdf_ua_1_and_is_genuine(kind: str, key: SealingKey) -> None:
    made = make_pdf(any_sample(kind), key)
    assert failures(made) == []
    assert verify(made, [key.certificate]).genuine


OFFERED = [
    (slug, code, places[number % len(places)], (sample_request, blank_request)[(order + number) % 2])
    for order, slug in enumerate(sorted(journeys()))
    if (places := [one for one in municipalities().values() if slug in one.journeys])
    for number, code in enumerate(CODES)
]
"""Each journey in each language, filled in and blank by turns, in one municipality after the other.

All of them are in tests/soak.
"""


@pytest.mark.parametrize(
    ("slug", "code", "place", "ask"), OFFERED, ids=lambda value: getattr(value, "id", value)
)
def test_each_journey_in_each_language_keeps_the_standards(
    slug: str, code: Code, place: Municipality, ask: Callable[..., AnyRequest], key: SealingKey
) -> None:
    made = make_pdf(ask(place, slug, reading(code)), key)
    assert failures(made) == []
    assert verify(made, [key.certificate]).genuine


def test_a_box_to_tick_is_a_letter_that_is_read_aloud(key: SealingKey) -> None:
    with pypdfium2.PdfDocument(make_pdf(blank_sample(), key)) as document:
        text = "".join(one.get_textpage().get_text_bounded() for one in document)
    assert text.count(TICK) == sum(word == TICK for word in words(shown(blank_sample()))) > 10


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_no_text_breaks_the_standards(text: str, key: SealingKey) -> None:
    assert failures(make_pdf(asking(text, "slutt"), key)) == []


def test_a_stream_that_ends_with_a_carriage_return_does_not_break_the_standards(key: SealingKey) -> None:
    """About one document in twenty has such a stream; the keyword moved up a byte shows that it was mended."""
    asked = (asking(f"Svar {'a' * number}") for number in range(400))
    mended = next(one for one in asked if b">>stream\n" in pdf(one, shown(one)))
    assert failures(make_pdf(mended, key)) == []


def test_the_pdf_is_tagged_titled_and_in_its_language(key: SealingKey) -> None:
    with pikepdf.open(
        io.BytesIO(make_pdf(asking("Ja", language="nn", title="Søknad om & koordinator"), key))
    ) as made:
        assert str(made.Root.Lang) == "nn-NO"
        assert made.Root.MarkInfo.Marked
        assert made.Root.ViewerPreferences.DisplayDocTitle
        assert str(made.docinfo.Title) == "Søknad om & koordinator"


def test_an_answer_makes_no_heading(key: SealingKey) -> None:
    def headings(answer: str) -> int:
        with pikepdf.open(io.BytesIO(make_pdf(asking(answer), key))) as made:
            kinds = [
                str(item.S) for item in made.objects if isinstance(item, pikepdf.Dictionary) and "/S" in item
            ]
            return sum(kind in {"/H1", "/H2", "/H3"} for kind in kinds)

    assert headings(HOSTILE["A-015 Typst"]) == headings("Ja") > 0


def test_no_answer_is_in_the_metadata(key: SealingKey) -> None:
    with pikepdf.open(io.BytesIO(make_pdf(sample(), key))) as made:
        metadata = made.Root.Metadata.read_bytes() + str(dict(made.docinfo)).encode()
    assert b"Fjellvik" not in metadata
    assert b"188119" not in metadata


def test_the_request_is_attached_byte_for_byte(key: SealingKey) -> None:
    with pikepdf.open(io.BytesIO(make_pdf(sample(), key))) as made:
        assert made.attachments["request.json"].get_file().read_bytes() == sample().canonical()
