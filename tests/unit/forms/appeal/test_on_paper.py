"""On paper nothing is counted and no next page comes: what the pages tell stands in the form itself."""

import pypdfium2
import pytest

from docgen.make import settled
from forms.blank import blank
from forms.journeys.registry import journey
from forms.language import Language
from forms.municipality import municipality
from tests.unit.forms.service_complaint.test_every_branch import OPEN_PLACE


def printed(slug: str, place: str) -> str:
    return blank(journey(slug), municipality(place), Language()).model_dump_json()


def test_how_long_one_has_to_complain() -> None:
    assert "Du har fire uker på deg til å klage" in printed("appeal", "larvik")


def test_the_complaint_itself_comes_before_who_when_and_how() -> None:
    request = blank(journey("appeal"), municipality("kristiansand"), Language())
    titles = [section.title for section in request.blank.sections]
    assert titles[:6] == [
        "Før du klager",
        "Det du klager på",
        "Hvem som har saken",
        "Det klagen handler om",
        "Det du vil ha endret",
        "Mens du venter",
    ]
    apart = request.blank.apart
    assert apart
    titles = [section.title for section in apart.sections[1:]] + titles  # what the office alone reads
    assert sorted(titles[:-1]) == sorted(step.title for step in journey("appeal").steps)
    assert any("Hva er du uenig i?" in page for page in pages(settled(request)[1])[:3])


def pages(made: bytes) -> list[str]:
    with pypdfium2.PdfDocument(made) as document:
        return [page.get_textpage().get_text_range() for page in document]


def test_when_what_is_on_paper_must_be_handed_in() -> None:
    said = printed("appeal", "larvik")
    assert "Sender du klagen i posten, må du levere den til posten senest siste dag." in said
    assert "må du sende den på nytt innen 1 uke etter at du fikk vite det." in said
    assert "Kom svaret fra NAV eller barnevernet, står fristen i brevet." in said


def test_whom_to_ask_where_the_municipality_asks_if_it_was_understood() -> None:
    assert "spørre saksbehandleren som har skrevet under" in printed("appeal", "kristiansand")
    assert "Forstår du svaret du fikk?" not in printed("appeal", "larvik")


@pytest.mark.parametrize(("place", "told"), [("namsos", True), ("larvik", False)])
def test_that_it_goes_to_the_department_that_answered(place: str, told: bool) -> None:  # noqa: FBT001 -- pytest gives it by name
    assert ("Klagen blir sendt til den avdelingen som svarte." in printed("appeal", place)) is told


def test_whom_else_to_tell_of_grave_harm() -> None:
    assert "Da kan du også melde fra direkte til: Statsforvalteren i Trøndelag" in printed(
        "service_complaint", "namsos"
    )


def test_whoever_wants_to_be_anonymous_can_be_so_on_paper() -> None:
    language, complaint = Language(), journey("service_complaint")
    assert "Vil du være anonym?" in blank(complaint, OPEN_PLACE, language).model_dump_json()
    assert "Vil du være anonym?" not in blank(complaint, municipality("larvik"), language).model_dump_json()
