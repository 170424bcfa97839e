from dataclasses import replace

import pytest

from forms.municipality import Municipality, municipalities
from tests.unit.forms.coordination.walking import walked
from tests.unit.forms.invented import HERE

ALL = list(municipalities().values())


@pytest.mark.parametrize("place", ALL, ids=lambda place: place.id)
def test_whoever_wishes_for_a_coordinator_is_told_what_one_is_there(place: Municipality) -> None:
    step = walked(HERE, request_types="coordinator").step("coordinator")
    assert step
    told = list(step.told(replace(HERE, municipality=place)))
    assert told == [one.nb for one in place.about_coordinator]


def test_kristiansand_says_that_it_is_no_new_service_and_porsgrunn_who_decides() -> None:
    said = {place.id: " ".join(one.nb for one in place.about_coordinator) for place in ALL}
    assert "ingen ny tjeneste" in said["kristiansand"]
    assert "bestemmer til slutt" in said["porsgrunn"]
    for promised in (
        "én kontaktperson",
        "ansvarsgruppe og samarbeidsmøter",
        "«Veiledende tildelingskriterier»",
    ):
        assert promised in said["porsgrunn"]
    assert said["larvik"] == ""
