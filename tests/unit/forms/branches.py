"""Every branch of a journey, generated from its declaration, and what must hold at the end of each."""

import itertools
from collections.abc import Iterator, Mapping, Sequence

from hypothesis import strategies as st

from docgen.contract import Content
from forms.document import OPEN, content
from forms.fields.choices import Choices
from forms.journey import Journey
from forms.question import Question
from forms.situation import Situation
from forms.stepform import StepForm
from forms.walk import Walk
from tests.unit.forms.filling import first, walk_through
from tests.unit.forms.invented import HERE

Branch = tuple[str, ...]
"""An answer to each question that decides where the path goes."""
Steering = Mapping[str, Sequence[str]]
"""The answers that decide where the path goes, by question; several of a multiple choice with spaces between."""


def branches(
    journey: Journey, situation: Situation, steering: Steering, *, few: bool = False
) -> Iterator[Walk]:
    """A whole walk for each combination of these answers, or ``some``; one not offered becomes the first that is."""
    ways = [*itertools.product(*steering.values())]
    for values in some(ways) if few else ways:
        yield walk_through(journey, situation, first(dict(zip(steering, values, strict=True))))


def some(every: Sequence[Branch]) -> Sequence[Branch]:
    """A third of them, in which each value of each answer is met; ``make soak`` tries them all."""
    chosen = every[::3]
    assert [*map(set, zip(*chosen, strict=True))] == [*map(set, zip(*every, strict=True))]
    return chosen


def any_walk(data: st.DataObject, journey: Journey, situation: Situation, **always: str) -> Walk:
    """A walk with whatever is drawn at each choice; ``always`` are answers that no rule lets vary."""

    def pick(question: Question, values: list[str]) -> str:
        if question.short_name in always:
            return always[question.short_name]
        if isinstance(question, Choices):
            return " ".join(data.draw(st.lists(st.sampled_from(values), min_size=1, unique=True)))
        return data.draw(st.sampled_from(values)) if len(values) > 1 else values[0]

    return walk_through(journey, situation, pick)


def asked(walk: Walk) -> list[Question]:
    questions = (question for step in walk.printed for question in walk.form(step).questions())
    return [question for question in questions if not question.kept_back]


def declared(journey: Journey) -> Iterator[Question]:
    """As the forms declare them, before anything is dropped after the situation."""
    for step in journey.steps:
        whole: type[StepForm] = type(
            "Whole", (step.form,), {"arrange": lambda *_: None, "rearrange": lambda _: None}
        )
        yield from whole(HERE)


def assert_whole(walk: Walk) -> Content:
    """All holds, and each question that is asked stands in the content once, in its order, and nothing else does."""
    assert walk.unsound() == ()
    made = content(walk, "V-1")
    language = walk.now.language
    wanted = [(one.say(one.label.text), one.shown(language) or OPEN) for one in asked(walk)]
    assert [(one.question, one.answer) for section in made.sections for one in section.answers] == wanted
    names = [one.name for one in asked(walk)]
    assert len(names) == len(set(names))
    titles = [section.title for section in made.sections]
    assert len(titles) == len(set(titles))
    return made
