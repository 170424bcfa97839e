"""Each municipality's data, its letterheads, and the words that are outdated."""

from typing import Any

import pytest

from forms.journeys.registry import journey
from forms.language import Code
from forms.municipality import Municipality, municipalities
from tests.told_of import PLACES, STEERS, facts, foreign
from wizard.gallery import CODES, reading, sample_request

ALL = list(municipalities().values())
TYPED: Any = {"facts": True, "points": True, "sections": {"__all__": {"answers": {"__all__": {"answer"}}}}}
"""What people wrote themselves: they may name whom they like."""


def test_every_key_of_the_data_is_told_somewhere_or_steers_something() -> None:
    keys = {key for place in ALL for key, _ in facts(place, reading("nb"))}
    assert keys - PLACES.keys() - STEERS.keys() == set()
    assert PLACES.keys() & STEERS.keys() == set()
    never_said = {"privacy.page", "privacy.officer"}
    assert (PLACES.keys() | STEERS.keys()) - keys == never_said


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("place", ALL, ids=lambda place: place.id)
def test_each_letterhead_is_the_municipalitys_own(place: Municipality, code: Code) -> None:
    language = reading(code)
    for slug in place.journeys:
        request = sample_request(place, slug, language)
        head = request.content.letterhead
        assert (head.municipality, head.colour) == (place.name, place.colour)
        if journey(slug).kind == "form":
            said = "\n".join((head.office, *head.lines))
            own = {text for key, text in facts(place, language) if "letterhead" in PLACES.get(key, ())}
            assert {text for text in own - {place.name} if text not in said} == set()
        ours = request.content.model_dump_json(exclude=TYPED)
        assert [text for text in foreign(place, ALL, language) if text in ours] == []
