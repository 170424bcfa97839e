"""What must hold of every walk that came to its end, whatever journey it is."""

from collections.abc import Iterator
from dataclasses import replace

from docgen.contract import Content
from forms.document import OPEN
from forms.journey import Journey
from forms.question import Question
from forms.signing import SignForm
from forms.situation import Situation
from forms.stepform import StepForm
from forms.unsaid import always
from forms.walk import Walk
from tests.unit.forms.invented import HERE


def questions(walk: Walk) -> list[Question]:
    return [question for step in walk.path for question in walk.form(step).questions()]


def assert_whole(walk: Walk, made: Content) -> None:
    """Each question that is asked stands in the content once, in the walk's order, and nothing else does.

    But for what is for the office alone.
    """
    assert walk.unsound() == ()
    printed = [row.question for step in walk.path for row in walk.printed_rows(step)]
    asked = [(q.say(q.label.text), q.shown(walk.now.language) or OPEN) for q in printed]
    assert [(one.question, one.answer) for section in made.sections for one in section.answers] == asked
    names = [question.name for question in questions(walk)]
    assert len(names) == len(set(names))


def declared(journey: Journey) -> Iterator[Question]:
    """As the forms declare them, before anything is dropped after the situation."""
    forms: list[type] = [*(step.form for step in journey.steps), SignForm]
    for form_class in forms:
        whole: type[StepForm] = type(
            "Whole", (form_class,), {"arrange": lambda *_: None, "rearrange": lambda _: None}
        )
        yield from whole(HERE)


def assert_declared_soundly(journey: Journey) -> None:
    """Whoever reads a question can answer it, and what depends on another comes after it."""
    for question in declared(journey):
        assert question.label.text, question.name
        assert not question.missing or question.missing.endswith("."), question.name
        if question.when is not None:
            names = [other.name for other in question.form]
            assert names.index(question.when.question) < names.index(question.name)
            parent = question.form[question.when.question]
            assert set(question.when.values) <= {option.value for option in parent.choices}  # type: ignore[attr-defined]


def told(walk: Walk, slug: str) -> list[str]:
    """What a step's page tells before it asks."""
    step = walk.step(slug)
    assert step
    return list(step.told(walk.now))


def facts(made: Content) -> dict[str, str]:
    return {fact.label: fact.value for fact in made.facts}


def assert_printable(journey: Journey, here: Situation) -> None:
    """On paper every text is finished, and every step that is not everybody's says whose it is."""
    paper = replace(here, on_paper=True, naming=journey.naming)
    for step in journey.steps:
        assert step.when is always or step.only_if or step.settled_on_paper, step.slug
        for question in step.form(paper):
            texts = [question.label.text, question.description, question.missing]
            texts += [text for option in getattr(question, "choices", ()) for text in option[1:]]
            assert not [said for said in map(question.say, texts) if "%" in said]
