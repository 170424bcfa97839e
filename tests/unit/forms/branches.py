"""Every branch of a journey, generated from its declaration, and what must hold at the end of each."""

import itertools
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

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
    """A third or a fifth of them, in which each value of each answer is met; ``make soak`` tries them all."""
    return next(every[::one] for one in (3, 5) if met(every[::one]) == met(every))


def met(those: Sequence[Branch]) -> list[set[str]]:
    """The values of each answer."""
    return [*map(set, zip(*those, strict=True))]


def any_walk(data: st.DataObject, journey: Journey, situation: Situation, **always: str) -> Walk:
    """A walk with whatever is drawn at each choice; ``always`` are answers that no rule lets vary."""

    def pick(question: Question, values: list[str]) -> str:
        if question.short_name in always:
            return always[question.short_name]
        return drawn(data, question, values)

    return walk_through(journey, situation, pick)


def drawn(data: st.DataObject, question: Question, values: list[str]) -> str:
    """One of the values, or some of them where several may be chosen. By a number, which is drawn soonest."""
    if len(values) == 1:
        return values[0]
    if not isinstance(question, Choices):
        return values[data.draw(place(len(values)))]
    marks = 1 + data.draw(place(2 ** len(values) - 1))
    return " ".join(value for number, value in enumerate(values) if marks >> number & 1)


@cache
def place(many: int) -> st.SearchStrategy[int]:
    return st.integers(0, many - 1)


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
    questions = asked(walk)
    wanted = [(one.say(one.label.text), one.shown(language) or OPEN) for one in questions]
    assert [(one.question, one.answer) for section in made.sections for one in section.answers] == wanted
    names = [one.name for one in questions]
    assert len(names) == len(set(names))
    titles = [section.title for section in made.sections]
    assert len(titles) == len(set(titles))
    return made
