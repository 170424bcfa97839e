"""A printed form asks what the municipality asks on its pages, and nothing that it does not."""

import pytest

from forms.blank import blank
from forms.language import Language
from forms.municipality import municipalities
from tests.unit.forms.care_services.walking import CARE_SERVICES, at


def printed(place: str) -> str:
    made = blank(CARE_SERVICES, at(place).municipality, Language()).blank
    return "\n".join(
        [section.title for section in made.sections]
        + [question.model_dump_json() for section in made.sections for question in section.questions]
    )


def test_porsgrunns_names_no_service_and_takes_a_wish() -> None:
    form = printed("porsgrunn")
    assert "jemmesykepleie" not in form
    assert "Støttekontakt" not in form
    assert "Ønske om koordinator" in form
    assert "Støttekontakt" in printed("senja")
    assert "Ønske om koordinator" not in printed("senja")


@pytest.mark.parametrize("place", sorted(municipalities()))
def test_a_yes_to_the_help_is_printed_where_it_belongs_to_the_form(place: str) -> None:
    assert ("Ja til hjelp" in printed(place)) is (place == "namsos")
    one_form = municipalities()[place].one_form
    assert ("Å få hjelpen til å henge sammen" in printed(place)) is one_form
    assert ("Hva gjelder søknaden?" in printed(place)) is not one_form


def test_porsgrunns_one_form_asks_for_plan_and_coordinator_on_paper_too() -> None:
    form = printed("porsgrunn")
    for said in (
        "Kryss av for alt du søker om.",
        "Barnekoordinator",
        "Hvorfor trenger barnet og familien en barnekoordinator?",
        "Vil du ha en skriftlig plan?",
        "Svar hvis du søker om plan eller koordinator, eller er usikker.",
    ):
        assert said in whole("porsgrunn")
        assert said not in whole("senja")
    assert "Kommunen finner ut hvilken hjelp som passer." in form


def whole(place: str) -> str:
    return blank(CARE_SERVICES, at(place).municipality, Language()).model_dump_json()
