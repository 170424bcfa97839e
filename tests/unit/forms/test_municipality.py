import shutil
from pathlib import Path

import pytest
from coloraide import Color
from pydantic import ValidationError

from forms.journeys.registry import journeys
from forms.language import Language
from forms.municipality import FOLDER, Municipality, municipalities, municipality

PLACES = list(municipalities().values())
THIRD = """
name = "Porsgrunn kommune"
colour = "#224466"
paper_address = ["Porsgrunn kommune"]
request_types = ["services_general", "not_sure"]

[office]
name = "Tjenestekontoret"

[promised_time]
nb = "Vi tar kontakt innen 14 dager."
nn = "Vi tek kontakt innan 14 dagar."
en = "We contact you within 14 days."
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(FOLDER, tmp_path / "municipalities"))


def test_larvik_and_kristiansand_are_there_in_the_order_of_their_names() -> None:
    assert list(municipalities()) == ["kristiansand", "larvik"]


def test_a_third_municipality_needs_a_file_and_no_code(folder: Path) -> None:
    (folder / "porsgrunn.toml").write_text(THIRD)
    assert list(municipalities(folder)) == ["kristiansand", "larvik", "porsgrunn"]
    third = municipality("porsgrunn", folder)
    assert third.promised_time
    assert third.promised_time.text(Language("en")) == "We contact you within 14 days."
    assert not third.proxy_policy.require_written_authorization  # of the default, below what is its own
    assert third.county_governor == "Statsforvalteren"
    assert third.office.lines(Language()) == []


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ('name = "Porsgrunn kommune"', 'name = "Porsgrunn kommune"\nmayor = "Noen"'),
        ("[office]", "[office]\nfax = 1"),
        ('"#224466"', '"blue"'),
        ('"not_sure"', '"pizza"'),
        ('name = "Tjenestekontoret"', ""),
        ('nn = "Vi tek kontakt innan 14 dagar."', ""),
    ],
)
def test_what_is_unknown_wrong_or_lacking_is_refused(folder: Path, right: str, wrong: str) -> None:
    assert right in THIRD
    (folder / "porsgrunn.toml").write_text(THIRD.replace(right, wrong))
    with pytest.raises(ValidationError):
        municipalities(folder)


@pytest.mark.parametrize("unknown", ["_default", "bergen", "../municipalities/larvik", "", "LARVIK"])
def test_an_unknown_municipality_is_a_key_error(unknown: str) -> None:
    with pytest.raises(KeyError):
        municipality(unknown)


def test_nothing_of_a_municipality_changes() -> None:
    with pytest.raises(ValidationError):
        PLACES[0].office.name = "Et annet kontor"  # type: ignore[misc]


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.id)
def test_its_colour_carries_white_text(place: Municipality) -> None:
    assert Color(place.colour).contrast("white") >= 7


def test_it_offers_journeys_that_there_are() -> None:
    assert all(set(place.journeys) <= set(journeys()) for place in PLACES)


def test_the_letterhead_tells_where_the_office_is_and_how_to_reach_it() -> None:
    lines = municipality("larvik").office.lines(Language())
    assert lines == ["Byskogveien 5, 3257 LARVIK", "Telefon 33 17 10 00, kl. 10.00–15.00"]
    assert municipality("kristiansand").office.lines(Language()) == ["Postboks 4, 4685 Nodeland"]


def test_only_kristiansand_asks_for_a_written_authorization() -> None:
    strict = [place.id for place in PLACES if place.proxy_policy.require_written_authorization]
    assert strict == ["kristiansand"]
