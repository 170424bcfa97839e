"""The finished texts that somebody meets: the guide, each form's own page, what a step tells, the form on paper."""

from collections.abc import Iterator
from datetime import date
from typing import get_args

from docgen.contract import Blank
from forms.blank import blank
from forms.guide.facts import facts
from forms.guide.nodes import Fork, Node
from forms.guide.offer import offered
from forms.guide.page import page
from forms.guide.tree import nodes
from forms.guide.way import way
from forms.journeys.registry import journeys, samples
from forms.language import Language
from forms.law.deadline import Known, appeal_deadline
from forms.law.explained import explained, how_in_time
from forms.law.rules import Channel
from forms.municipality import Municipality, municipalities
from forms.situation import Situation
from forms.walk import Walk
from tests.unit.forms.invented import TODAY

CHANNELS: tuple[Channel, ...] = get_args(Channel)
Place = tuple[str, list[str]]
ORDINARY, MOVED = date(2026, 11, 3), date(2026, 11, 27)
"""Days whose four weeks end on a working day, and in the days of Christmas."""
KNOWN = tuple(
    known
    for day in (ORDINARY, MOVED)
    for known in (
        Known(received=day),
        Known(decided=day),
        Known(received=day, knew_enough=day),
        Known(received=day, reasons_asked=day),
        Known(received=day, reasons_asked=day, reasons_received=day),
        Known(),
    )
)
"""All that can be known of an answer."""


def met(language: Language) -> Iterator[Place]:
    """Each page with its texts in that language, in every municipality that has it."""
    yield "deadline", list(_deadlines(language))
    for place in municipalities().values():
        for node in nodes():
            yield f"{place.id}, guide {node.id}", list(_guide(node, place, language))
        for one in offered(place, place.journeys):
            shown = page(one, place, language, TODAY)
            texts = [shown.does, shown.lead, *shown.for_whom, *shown.at_hand, shown.deadline]
            slug = one.journey.slug
            yield f"{place.id}, the page of {slug}", [*texts, *shown.special, *shown.follows]
            yield f"{place.id}, {slug} on paper", list(_paper(blank(one.journey, place, language).blank))
            yield from _told(place, slug, language)


def _deadlines(language: Language) -> Iterator[str]:
    for known in KNOWN:
        deadline = appeal_deadline(known, TODAY)
        yield explained(deadline, language)
        yield from (how_in_time(channel, TODAY, language) for channel in CHANNELS)


def _guide(node: Node, place: Municipality, language: Language) -> Iterator[str]:
    if isinstance(node, Fork):
        values = facts(place, language, TODAY)
        answers = [text for answer in node.answers for text in (answer.text, answer.hint)]
        yield from (language.text(text, **values) for text in (node.title, node.lead, *answers) if text)
        return
    here = way(node, place, language, TODAY)
    yield from (here.title, *here.says, here.deadline, *here.special)
    for door in here.doors:
        yield language.text(door.does)


def _paper(form: Blank) -> Iterator[str]:
    yield from (form.title, *form.guidance)
    for section in form.sections:
        yield from (section.title, section.condition, *section.lead)
        for question in section.questions:
            yield from (question.condition, question.question, question.hint)
    yield from (form.signing.title, *form.signing.lead, *form.signing.declarations)


def _told(place: Municipality, slug: str, language: Language) -> Iterator[Place]:
    """What the steps' pages tell before they ask, to each of the invented people."""
    for sample in samples(slug):
        situation = Situation(place, sample.submitter, sample.today, language, sample.answers, synthetic=True)
        walk = Walk(journeys()[slug], situation)
        for step in walk.path:
            yield f"{place.id}, {slug}/{step.slug} told {sample.name}", list(step.told(walk.now))
