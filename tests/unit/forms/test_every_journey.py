"""What holds of every journey that there is, walked by each value of each choice that its declaration offers."""

from collections import deque
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from typing import get_args

import pytest

from docgen.contract import Content
from forms import naming
from forms.blocks.age_group import fits
from forms.document import content
from forms.fields.choice import Choice
from forms.fields.dateparts import DateParts
from forms.fields.identity_number import IdentityNumber
from forms.journey import Journey, Step
from forms.journeys.registry import journeys, samples
from forms.municipality import RequestType, municipalities
from forms.question import Question
from forms.situation import SentCase, Situation
from forms.unsaid import always
from forms.validators import ages
from forms.walk import Walk
from tests.unit.forms.branches import asked, assert_whole, declared
from tests.unit.forms.filling import Pick, first, walk_through
from tests.unit.forms.invented import HERE, RASK

EVERY = [pytest.param(one, id=one.slug) for one in journeys().values()]
NAMINGS = {text for name, text in vars(naming).items() if name.isupper()}
STEPS = [
    pytest.param(one, step, id=f"{one.slug}-{step.slug}") for one in journeys().values() for step in one.steps
]
SENT_BEFORE = tuple(
    SentCase(f"V-2222-22{number:02}", one.slug, date(2026, 11, 3), title=one.title, naming=one.naming)
    for number, one in enumerate(journeys().values(), start=10)
)
"""One of each, for the journeys that look back."""

ALL_ASKED = {"request_types": list(get_args(RequestType)), "coordinator_wish": True}

Wanted = dict[str, str]
NUMBERS = ("17882099989", "19851199708", "08820999828", "30873649816")
"""Of somebody of 6, 15, 17 and 90."""
LONG_AGO, TWO_MONTHS = ("days", "long ago"), timedelta(days=60)


def options(walk: Walk) -> Iterator[tuple[str, str]]:
    """Each value that the walk's choices offer, with its question's name; people of two ages, days of two kinds."""
    for question in asked(walk):
        if isinstance(question, IdentityNumber):
            yield from ((question.short_name, number) for number in fitting(question))
        elif isinstance(question, Choice) and not question.settled:
            yield from ((question.short_name, option.value) for option in question.choices)
        elif isinstance(question, DateParts):
            yield LONG_AGO


def fitting(question: IdentityNumber) -> list[str]:
    """Numbers of people as old as was told before."""
    here = question.form.situation
    return [number for number in NUMBERS if any(fits(here, one) for one in ages(number, here.today))] or list(
        NUMBERS
    )


def pick(wanted: Wanted) -> Pick:
    """The wanted values, else the first; days are of today, or where that is wanted all long ago."""
    usual = first(wanted)

    def picked(question: Question, values: list[str]) -> str:
        if isinstance(question, DateParts) and LONG_AGO[0] in wanted:
            day: date = min(question.latest, max(question.earliest, HERE.today - TWO_MONTHS))
            return day.isoformat()
        if isinstance(question, IdentityNumber) and wanted.get(question.short_name) not in fitting(question):
            return fitting(question)[0]
        return usual(question, values)

    return picked


@cache
def covering(slug: str) -> tuple[Walk, ...]:
    """Whole walks in which every value that can be reached is chosen at least once.

    Each new value is chosen on the walk on which it was first seen, so that what it opens is walked too.
    """
    journey = journeys()[slug]
    seen, waiting, walks = set[tuple[str, str]](), deque[Wanted]([{}]), [*by_child(journey)]
    while waiting:
        wanted = waiting.popleft()
        walks.append(walk_through(journey, here(journey), pick(wanted)))
        new = [option for option in options(walks[-1]) if option not in seen]
        seen.update(new)
        waiting.extend({**wanted, name: value} for name, value in dict.fromkeys(new))
    return tuple(walks)


def by_child(journey: Journey) -> Iterator[Walk]:
    """Somebody of 15 fills in for themselves, where the journey lets them."""
    if any(step.slug == "young" for step in journey.steps):
        writer = replace(here(journey), submitter=RASK)
        for known in ("yes", "no", "unsure"):
            for home in ("yes", "no"):
                told = {"submitter_role": "self", "parents_may_know": known, "letters_home": home}
                told["reach_at"] = "school health_centre phone adult"
                yield walk_through(journey, writer, first(told))


def here(journey: Journey) -> Situation:
    """A municipality that offers it and asks all that any may ask; what looks back finds one of each."""
    found = next(one for one in municipalities().values() if journey.slug in one.journeys)
    everything = found.model_copy(update=ALL_ASKED)
    return replace(HERE, municipality=everything, sent=SENT_BEFORE if journey.looks_back else ())


@pytest.mark.parametrize("journey", EVERY)
def test_every_value_of_every_choice_ends_in_a_whole_document(journey: Journey) -> None:
    for walk in covering(journey.slug):
        made = assert_whole(walk)
        rows = [(row.label, row.text) for step in walk.printed for row in walk.printed_rows(step)]
        assert [label for label, _ in rows] == [one.say(one.label.text) for one in asked(walk)]
        assert said(made) >= {text for _, text in rows if text}


def said(made: Content) -> set[str]:
    return {one.answer for section in made.sections for one in section.answers}


@pytest.mark.parametrize("journey", EVERY)
def test_the_covering_walks_reach_every_step_and_leave_out_no_value(journey: Journey) -> None:
    walks = covering(journey.slug)
    reached = {step.slug for walk in walks for step in walk.path}
    assert reached == {step.slug for step in journey.steps}
    offered = {pair for walk in walks for pair in options(walk)} - {LONG_AGO}
    chosen = {pair for walk in walks for pair in chosen_on(walk)}
    assert offered <= chosen


def chosen_on(walk: Walk) -> Iterator[tuple[str, str]]:
    for question in asked(walk):
        if isinstance(question, Choice | IdentityNumber):
            values = question.data if isinstance(question.data, list) else [question.data]
            yield from ((question.short_name, str(value)) for value in values)


@pytest.mark.parametrize("journey", EVERY)
def test_what_is_walked_blindly_in_every_municipality_is_whole(journey: Journey) -> None:
    for place in municipalities().values():
        if journey.slug in place.journeys:
            assert_whole(walk_through(journey, replace(HERE, municipality=place), first({})))


@pytest.mark.parametrize("journey", EVERY)
def test_everybody_in_the_samples_comes_through_in_every_municipality(journey: Journey) -> None:
    assert samples(journey.slug)
    for place in municipalities().values():
        for one in samples(journey.slug) if journey.slug in place.journeys else ():
            walk = Walk(
                journey, Situation(place, one.submitter, one.today, answers=one.answers, synthetic=True)
            )
            assert walk.first_unanswered() is None or walk.first_unanswered() not in walk.told
            assert [step.slug for step in walk.unsound()] == []
            assert content(walk, "V-1").sections


@pytest.mark.parametrize("journey", EVERY)
def test_what_comes_first_in_a_document_is_among_the_steps(journey: Journey) -> None:
    assert {*journey.foremost, *journey.first_on_paper} <= {step.slug for step in journey.steps}


@pytest.mark.parametrize("journey", EVERY)
def test_a_journey_is_told_of_before_it_is_begun(journey: Journey) -> None:
    assert journey.title
    assert journey.lead.endswith(".")
    assert journey.path
    assert journey.path == journey.path.lower().strip("/")
    assert journey.naming in NAMINGS
    assert journey.steps[0].part, "the first step begins the first part"
    assert any(journey.slug in one.journeys for one in municipalities().values())


def test_every_journey_has_an_address_of_its_own() -> None:
    paths = [one.path for one in journeys().values()]
    assert len(paths) == len(set(paths))
    assert all(slug == one.slug for slug, one in journeys().items())


@pytest.mark.parametrize("journey", EVERY)
def test_steps_have_slugs_and_titles_of_their_own(journey: Journey) -> None:
    for words in ([step.slug for step in journey.steps], [step.title for step in journey.steps]):
        assert len(words) == len(set(words)), words


@pytest.mark.parametrize(("journey", "step"), STEPS)
def test_a_condition_is_told_on_paper_and_what_is_for_all_has_none(journey: Journey, step: Step) -> None:
    by_condition = step.when is not always and not step.settled_on_paper
    assert bool(step.only_if) == by_condition, f"{journey.slug}: {step.slug}"


@pytest.mark.parametrize("journey", EVERY)
def test_every_question_can_be_read_and_answered(journey: Journey) -> None:
    for question in declared(journey):
        assert question.label.text, question.name
        assert not question.missing or question.missing.endswith("."), question.name
        assert question.when is None or depends_soundly(question), question.name


def depends_soundly(question: Question) -> bool:
    """It comes after the one that it hangs on, and by values which that one offers."""
    names = [one.name for one in question.form]
    parent = question.form[question.when.question] if question.when else question
    offers = {option.value for option in parent.choices} if isinstance(parent, Choice) else set()
    return names.index(parent.name) < names.index(question.name) and set(question.when.values) <= offers  # type: ignore[union-attr]
