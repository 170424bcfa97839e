"""The texts that somebody reads together: a page, a step, a document, a municipality's own sentences."""

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from babel.messages.extract import extract_from_file

from docgen.contract import Content
from forms import document
from forms.fields.choice import Choice
from forms.fields.rows import Rows
from forms.journey import Step
from forms.journeys.registry import journeys, samples
from forms.language import Code, Language
from forms.municipality import municipality
from forms.paper_intake.journey import paper_journey
from forms.paper_intake.registering import RegisterForm
from forms.paper_intake.which import WhichForm
from forms.question import Question
from forms.situation import Situation
from forms.stepform import StepForm
from forms.walk import Walk
from tests.unit.forms.invented import HERE
from tests.unit.forms.test_texts import blank_row
from tests.unit.house.files import HOUSE, tracked
from tests.unit.plain.met_on_the_way import met
from wizard.gallery import reading

Places = Mapping[str, list[str]]
CODES: tuple[Code, ...] = ("nb", "nn", "en")


@cache
def places() -> Places:
    """Every place by its name, with its texts in one language each."""
    found: dict[str, list[str]] = {}
    source = (*_templates(), *_steps())
    for code in CODES:
        language = reading(code)
        for name, texts in source:
            found[f"{name} ({code})"] = [language.text(text) for text in texts if text]
        found |= {f"{name} ({code})": texts for name, texts in _documents(language)}
        found |= {f"{name} ({code})": texts for name, texts in _data(code)}
        found |= {f"{name} ({code})": texts for name, texts in met(language)}
    return found


def _templates() -> Iterator[tuple[str, list[str]]]:
    for path in tracked(".html"):
        messages = extract_from_file("jinja2", path, options={"encoding": "utf-8"})
        yield str(path.relative_to(HOUSE)), [str(message) for _, message, *_ in messages]


def _steps() -> Iterator[tuple[str, list[str]]]:
    for journey in journeys().values():
        for step in journey.steps:
            yield f"{journey.slug}/{step.slug}", [step.title, step.lead, step.only_if, *_asked(step)]
        for step in paper_journey(journey.slug).steps:
            yield f"{journey.slug}/{step.slug}, on paper", [step.title, step.lead, *_asked(step)]
    for name, form in (("which", WhichForm), ("register", RegisterForm)):
        yield f"paper intake/{name}", list(_asked(Step(name, "", form)))


def _asked(step: Step) -> Iterator[str]:
    """What the step's form asks, before anything is dropped after the situation."""
    whole: type[StepForm] = type(
        "Whole", (step.form,), {"arrange": lambda *_: None, "rearrange": lambda _: None}
    )
    for question in whole(HERE):
        yield from _texts(question)


def _texts(question: Question) -> Iterator[str]:
    yield from (question.label.text, question.description, question.missing)
    if isinstance(question, Choice):
        for option in question.choices:
            yield from (option.label, option.hint)
    if isinstance(question, Rows):
        yield question.row_title
        for field in blank_row(question):
            yield from _texts(field)


def _documents(language: Language) -> Iterator[tuple[str, list[str]]]:
    for slug, journey in journeys().items():
        sample = samples(slug)[0]
        situation = Situation(
            municipality("larvik"), sample.submitter, sample.today, language, sample.answers, synthetic=True
        )
        yield f"{slug}, its document", list(_own_words(document.content(Walk(journey, situation), "V-1")))


def _own_words(made: Content) -> Iterator[str]:
    """What the document says itself, not what its writer answered."""
    yield made.title
    yield from (text for fact in made.facts for text in (fact.label, fact.value))
    yield from made.points
    for section in made.sections:
        yield section.title
        yield from (one.question for one in section.answers)
    yield from made.declarations
    yield from (str(value) for value in made.labels.model_dump().values())


def _data(code: Code) -> Iterator[tuple[str, list[str]]]:
    for path in (*HOUSE.glob("forms/municipalities/*.toml"), HOUSE / "wizard" / "demo_people.toml"):
        yield path.name, list(sentences_of(tomllib.loads(path.read_text("utf-8")), code))


def sentences_of(entry: Any, code: Code = "nb") -> Iterator[str]:
    """Every sentence of a file of data in one language, but for the names of laws."""
    if isinstance(entry, dict):
        yield from (
            [entry[code]]
            if code in entry
            else (
                text for key, one in entry.items() if key != "legal_basis" for text in sentences_of(one, code)
            )
        )
    elif isinstance(entry, list):
        for one in entry:
            yield from sentences_of(one, code)
