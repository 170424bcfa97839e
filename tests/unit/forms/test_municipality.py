import shutil
from pathlib import Path

import pytest
from coloraide import Color
from pydantic import ValidationError

from forms.journeys.registry import journeys
from forms.language import Language
from forms.municipality import FOLDER, Municipality, municipalities, municipality

PLACES = list(municipalities().values())
SIXTH = """
name = "Øyvik kommune"
website = "oyvik.kommune.no"
colour = "#224466"
paper_address = ["Øyvik kommune"]
request_types = ["services_general", "not_sure"]
sources = ["oyvik.example"]
checked = 2026-11-22

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


def test_the_five_are_there_in_the_order_of_their_names() -> None:
    assert list(municipalities()) == ["kristiansand", "larvik", "namsos", "porsgrunn", "senja"]


def test_a_sixth_municipality_needs_a_file_and_no_code(folder: Path) -> None:
    (folder / "oyvik.toml").write_text(SIXTH, encoding="utf-8")
    assert list(municipalities(folder))[-1] == "oyvik"
    sixth = municipality("oyvik", folder)
    assert sixth.promised_time
    assert sixth.promised_time.text(Language("en")) == "We contact you within 14 days."
    assert not sixth.proxy_policy.require_written_authorization  # of the default, below what is its own
    assert sixth.county_governor == "Statsforvalteren"
    assert sixth.office.lines(Language()) == []


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ('name = "Øyvik kommune"', 'name = "Øyvik kommune"\nmayor = "Noen"'),
        ("[office]", "[office]\nfax = 1"),
        ('"#224466"', '"blue"'),
        ('"not_sure"', '"pizza"'),
        ('name = "Tjenestekontoret"', ""),
        ('nn = "Vi tek kontakt innan 14 dagar."', ""),
        ("checked = 2026-11-22", ""),
        ("[office]", 'stale = [{ key = "office.phone", reason = "old" }]\n[office]'),
        ("[office]", 'stale = [{ key = "helpers.places", reason = "old" }]\n[office]'),
        ("[office]", 'notification = { send_to = "coordinating_unit" }\n[office]'),
        ("[office]", 'appeal = { help_to_write = ["Nobody"] }\n[office]'),
    ],
)
def test_what_is_unknown_wrong_or_lacking_is_refused(folder: Path, right: str, wrong: str) -> None:
    assert right in SIXTH
    (folder / "oyvik.toml").write_text(SIXTH.replace(right, wrong), encoding="utf-8")
    with pytest.raises(ValidationError):
        municipalities(folder)


@pytest.mark.parametrize("unknown", ["_default", "oyvik", "../municipalities/larvik", "", "LARVIK"])
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


def test_each_offers_what_its_page_offers() -> None:
    offering = {slug: {place.id for place in PLACES if slug in place.journeys} for slug in journeys()}
    some = {
        "coordination": {"kristiansand", "larvik", "namsos", "senja"},
        "care_services": {"namsos", "porsgrunn", "senja"},
        "notification": {"larvik", "namsos", "senja"},
    }
    assert offering == {slug: some.get(slug, set(municipalities())) for slug in journeys()}


def test_the_letterhead_tells_where_the_office_is_and_how_to_reach_it() -> None:
    lines = municipality("larvik").office.lines(Language())
    assert lines == ["Byskogveien 5, 3257 LARVIK", "Telefon 33 17 10 00, kl. 10.00–15.00"]
    assert municipality("kristiansand").office.lines(Language()) == [
        "Postboks 4, 4685 Nodeland",
        "Telefon 38 07 50 00, kl. 08.00–15.30",
    ]


def test_an_e_mail_address_never_stands_without_its_warning() -> None:
    lines = municipality("namsos").office.lines(Language())
    assert lines[-1] == "E-post postmottak@namsos.kommune.no (ikke skriv om helse her)"


def test_paper_is_posted_where_the_post_finds_it_and_handed_in_where_there_is_a_door() -> None:
    ways = {place.id: (place.takes_post, place.counter) for place in PLACES}
    assert ways == {
        "kristiansand": (True, None),
        "larvik": (True, None),
        "namsos": (True, "Abel Meyers gate 10, 3. et."),
        "porsgrunn": (False, None),
        "senja": (True, None),
    }


def test_what_comes_from_an_old_source_is_there_and_marked_as_old() -> None:
    assert [place.id for place in PLACES if place.doubtful] == ["kristiansand", "porsgrunn"]
    kristiansand, larvik = municipality("kristiansand"), municipality("larvik")
    assert kristiansand.office.phone == "38 07 50 00"
    assert kristiansand.helpers[0].places == ("Nodeland", "Tangvall", "Rådhuskvartalet")
    assert larvik.post_box == "Postboks 2020, 3255 Larvik"
    old = {place.id: {one.key for one in place.stale} for place in PLACES if place.stale}
    assert old["kristiansand"] == {
        "office.phone",
        "office.phone_hours",
        "office.phone_note",
        "helpers.places",
    }
    assert old["larvik"] == {"post_box"}


def test_paper_goes_to_no_post_box_that_is_old_or_lacks_its_postcode() -> None:
    for place in ("larvik", "senja"):
        assert "Postboks" not in " ".join(municipality(place).paper_address)
    assert municipality("senja").office.postal_address == "Postboks 600"


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.id)
def test_every_municipality_has_a_governor_and_a_colour_of_its_own(place: Municipality) -> None:
    assert place.county_governor.startswith("Statsforvalteren i ")
    assert [other.id for other in PLACES if other.colour == place.colour] == [place.id]


def test_only_kristiansand_asks_for_a_written_authorization() -> None:
    strict = [place.id for place in PLACES if place.proxy_policy.require_written_authorization]
    assert strict == ["kristiansand"]


def test_where_complaints_and_notifications_go_and_who_helps() -> None:
    by_id = municipalities()
    assert [one.id for one in PLACES if one.appeal.send_to == "answering_department"] == ["namsos"]
    assert [one.id for one in PLACES if one.appeal.ask_understood] == ["kristiansand"]
    assert by_id["larvik"].appeal.help_to_write == ["Tjenestekontoret", "Servicesenteret"]
    assert by_id["kristiansand"].appeal.help_to_write == ["Innbyggertorg"]
    assert by_id["namsos"].service_complaint.send_to == ["municipality", "coordinator"]
    assert [one.id for one in PLACES if one.notification.copy_to == "Brukerkontoret"] == ["namsos"]
    assert [one.id for one in PLACES if "follow_up_team" in one.notification.types] == ["senja"]


def test_who_may_speak_for_another_differs() -> None:
    assert [one.id for one in PLACES if one.proxy_policy.relative_may_describe] == ["porsgrunn"]
    assert [one.id for one in PLACES if one.proxy_policy.accept_relative_when_unable] == ["namsos"]
    assert [one.id for one in PLACES if one.describe_need_only or one.coordinator_wish] == ["porsgrunn"]
    assert [one.id for one in PLACES if one.applying.paper_only_if_not_digital] == ["namsos"]


def test_senjas_letters_go_to_the_unit_that_handles_and_its_coordinating_unit_is_another() -> None:
    senja = municipality("senja")
    assert senja.office.name == "Tildelingsenheten"
    assert senja.coordinating_unit
    assert senja.coordinating_unit.name == "Koordinerende enhet"
    assert [one.id for one in PLACES if one.coordinating_unit] == ["senja"]


def test_what_no_source_says_is_left_out() -> None:
    said = "\n".join(file.read_text(encoding="utf-8") for file in FOLDER.glob("*.toml"))
    assert "Postboks 600, 9" not in said
