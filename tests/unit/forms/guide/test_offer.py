"""What a municipality offers is grouped, found by its word, and told about."""

from datetime import date

import pytest

from forms.guide.about import ABOUT
from forms.guide.offer import GROUPS, by_word, groups, offered
from forms.guide.page import page
from forms.journeys.registry import journeys
from forms.language import Code
from forms.municipality import Municipality, municipalities
from tests.unit.forms.guide.agreed import WORDS
from wizard.gallery import CODES, reading

EVERYWHERE = pytest.mark.parametrize("place", municipalities().values(), ids=lambda place: place.id)


def test_every_journey_has_the_word_that_others_link_to() -> None:
    assert {journey.slug: journey.path for journey in journeys().values()}.items() <= WORDS.items()


def test_every_journey_is_in_one_group_and_told_about() -> None:
    grouped = [slug for _, slugs in GROUPS for slug in slugs]
    assert sorted(grouped) == sorted(WORDS)
    assert ABOUT.keys() == WORDS.keys()


def test_every_journey_says_what_it_is_for() -> None:
    assert [journey.slug for journey in journeys().values() if not journey.lead] == []


@EVERYWHERE
def test_all_that_is_offered_is_shown_once(place: Municipality) -> None:
    shown = [one.journey.slug for group in groups(place) for one in group.offered]
    assert sorted(shown) == sorted({*place.journeys} & journeys().keys())
    assert all(group.offered for group in groups(place))


@EVERYWHERE
def test_a_journey_is_found_by_its_word_where_it_is_offered(place: Municipality) -> None:
    for journey in journeys().values():
        found = by_word(place, journey.path)
        assert (found is not None) == (journey.slug in place.journeys)
    assert by_word(place, "") is None
    assert by_word(place.model_copy(update={"journeys": []}), "koordinator-og-plan") is None


def test_the_time_to_set_aside_grows_with_the_steps() -> None:
    place = next(iter(municipalities().values()))
    (found,) = offered(place, ["coordination"])
    assert found.minutes % 5 == 0
    assert len(found.journey.steps) < found.minutes <= len(found.journey.steps) + 5


@EVERYWHERE
@pytest.mark.parametrize("code", CODES)
def test_a_journeys_page_is_filled_in(place: Municipality, code: Code) -> None:
    for one in offered(place, [*WORDS]):
        told = page(one, place, reading(code), date(2026, 12, 1))
        assert told.for_whom
        assert told.at_hand
        assert told.follows
        assert told.goes_to
        texts = (told.does, told.lead, *told.for_whom, *told.at_hand, *told.special, *told.follows)
        assert not [text for text in texts if "%" in text or not text]
        assert bool(told.deadline) == (one.journey.sort == "appeal")
