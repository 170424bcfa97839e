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
    assert "Å få hjelpen til å henge sammen" not in printed(place)
    assert "Hva gjelder søknaden?" in printed(place)
