"""What first-time users stumbled over in single answers, and how a walk counts its parts."""

from dataclasses import replace

from forms.fields.address import Address
from forms.guide.search import search
from forms.journeys.consent.sharing import asks_back
from forms.journeys.registry import journey
from forms.municipality import municipality
from forms.walk import Walk
from tests.unit.forms.invented import HERE, asked
from tests.unit.forms.later.earlier import APPLIED, LOOKING_BACK


def test_a_text_in_place_of_the_postcode_is_told_as_that() -> None:
    sent = {"q-street": "Bjørkeveien 4", "q-postcode": "tretti to femti sju", "q-city": "Larvik"}
    assert asked(Address("Adressen din"), sent).errors == [
        "Skriv postnummeret med fire siffer, for eksempel 3257."
    ]


def test_one_service_alone_on_both_sides_is_asked_about_and_stops_nobody() -> None:
    def told(*services: list[str]) -> list[str]:
        sharing = dict(zip(("share_from", "share_to"), services, strict=True))
        return list(asks_back(replace(HERE, answers={"sharing": sharing})))

    (sentence,) = told(["home_care"], ["home_care"])
    assert sentence.startswith("Du har bare valgt Hjemmetjenesten på begge sider.")
    assert told(["home_care", "gp"], ["home_care", "gp"]) == []
    assert told(["home_care"], ["gp"]) == []


def test_parts_without_a_step_for_this_person_are_not_counted() -> None:
    for slug in ("supplement", "withdrawal"):
        chosen = {"earlier-case": {"earlier_case": APPLIED.reference}}
        walk = Walk(journey(slug), replace(LOOKING_BACK, answers=chosen))
        numbers = [walk.part(step) for step in walk.path]
        assert set(numbers) == set(range(len(walk.parts)))
        assert "Hvem det gjelder" not in walk.parts or slug == "supplement"


def test_a_word_that_is_meant_as_it_stands_leads_to_nothing_that_only_resembles_it() -> None:
    for place in ("larvik", "namsos"):
        found = search("mamma trenger hjelp", municipality(place))
        assert not found.nothing
        assert "81" not in [end.id for end in found.ends], "NAV"
    assert "81" in [end.id for end in search("hjelpemidler", municipality("larvik")).ends]
