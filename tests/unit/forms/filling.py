"""Fills in a journey as a person would: step by step, each question with the answer that a chooser picks."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from typing import Any

from werkzeug.datastructures import MultiDict

from forms.fields.address import Address
from forms.fields.choice import Choice
from forms.fields.choices import Choices
from forms.fields.dateparts import DateParts
from forms.fields.declaration import Declaration
from forms.fields.email import Email
from forms.fields.files import Files
from forms.fields.fixed import Fixed
from forms.fields.identity_number import IdentityNumber
from forms.fields.longtext import LongText
from forms.fields.organisation_number import OrganisationNumber
from forms.fields.phone import Phone
from forms.fields.rows import Rows
from forms.fields.text import Text
from forms.journey import Journey, Step
from forms.question import Question
from forms.situation import Situation
from forms.stepform import StepForm
from forms.walk import Walk
from tests.unit.forms.invented import LETTER

Typed = MultiDict[str, Any]
Pick = Callable[[Question, list[str]], str]
"""Picks one of a choice's values."""

ALWAYS = {Phone: "33 17 10 00", Email: "navn@eksempel.no", Declaration: "yes"}


def first(wanted: dict[str, str]) -> Pick:
    """The wanted value of a question, else its first one. What is not offered to choose cannot be wanted."""

    def pick(question: Question, values: list[str]) -> str:
        value = wanted.get(question.short_name, values[0])
        offered = isinstance(question, Choice)
        return values[0] if offered and not set(value.split()) <= set(values) else value

    return pick


def value(question: Question, pick: Pick) -> list[tuple[str, str]]:
    """What is sent for one question: values by what follows its name."""
    sent: dict[str, str] = {}
    match question:
        case Files() | Fixed() | Rows():
            pass
        case Choices():
            picked = pick(question, [option.value for option in question.choices])
            return [(question.name, one) for one in picked.split()]
        case Choice():
            sent = {"": pick(question, [option.value for option in question.choices])}
        case DateParts():
            today = min(question.latest, max(question.earliest, question.form.situation.today))
            year, month, day = (pick(question, [today.isoformat()]) or "--").split("-")
            sent = {"-day": day, "-month": month, "-year": year}
        case Address():
            sent = {"-street": f"Gate {question.name}", "-postcode": "3257", "-city": "Larvik"}
        case IdentityNumber():
            sent = {"": pick(question, ["17882099989"])}
        case OrganisationNumber():
            sent = {"": pick(question, ["986252932"])}
        case Phone() | Email() | Declaration():
            left_open = isinstance(question, Declaration) and not question.missing
            sent = {"": pick(question, ["", "yes"]) if left_open else ALWAYS[type(question)]}
        case Text():
            proposed = "" if isinstance(question, LongText) else question.default
            told = pick(question, [proposed or f"Svar på {question.short_name}"])
            sent = {"": told[: question.max_length]}
    return [(f"{question.name}{part}", text) for part, text in sent.items()]


def fill(walk: Walk, step: Step, pick: Pick) -> StepForm:
    """The step's form with every question answered that turns out to be asked.

    A question that hangs on one before it is answered in the same round, whatever the form as a whole makes of both.
    """
    typed: Typed = MultiDict()
    answered: set[str] = set()
    while True:
        form, new = walk.form(step, typed), False
        for question in form:
            if question.name in answered or not question.asked():
                continue
            answered.add(question.name)
            new = True
            for name, text in value(question, pick):
                typed.add(name, text)
            question.process(typed)
        if not new:
            return form


def walk_through(journey: Journey, situation: Situation, pick: Pick) -> Walk:
    """The walk with every step on its path saved. Fails where a step cannot be saved, or the path has no end."""
    received = {name: (LETTER,) for step in journey.steps for name in files_of(step.form)}
    walk = Walk(journey, replace(situation, files={**received, **situation.files}))
    for _ in journey.steps:
        step = walk.first_unanswered()
        if step is None:
            return walk
        form = fill(walk, step, pick)
        assert form.validate(), (step.slug, form.faults())
        answers = {**walk.situation.answers, step.slug: form.stored()}
        walk = replace(walk, situation=walk.situation.with_answers(answers))
    assert walk.first_unanswered() is None
    return walk


@cache
def files_of(form: type[StepForm]) -> list[str]:
    """The names of its questions for files, asked or not."""
    return [name for name in dir(form) if getattr(getattr(form, name), "field_class", None) is Files]
