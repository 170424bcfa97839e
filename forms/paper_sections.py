"""The steps of a journey as a form on paper prints them: each question with its condition in words."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from docgen.contract import BlankQuestion, BlankSection, printable
from forms.fields.yesno import NO, YES, YesNo
from forms.journey import Step
from forms.language import N_
from forms.question import Question
from forms.situation import Situation

IF = {YES: N_("Hvis ja:"), NO: N_("Hvis nei:")}
Asked = Callable[[Step, Question], bool]
"""Whether a question of a step stands on this sheet."""


def text_of(situation: Situation, source: str) -> str:
    """The source text in the reader's language, with what the form is called."""
    language = situation.language
    return language.text(source, form=language.text(situation.naming))


def sections(steps: Iterable[Step], situation: Situation, asked: Asked) -> Iterator[BlankSection]:
    """Each step that has a question on this sheet."""
    text = partial(text_of, situation)
    for step in steps:
        questions = list(_questions(step, situation, asked))
        if questions:
            yield BlankSection(
                title=text(step.title),
                condition=text(step.only_if),
                lead=[*([text(step.lead)] if step.lead else []), *step.told_on_paper(situation)],
                questions=questions,
            )


def _questions(step: Step, situation: Situation, asked: Asked) -> Iterator[BlankQuestion]:
    form = step.form(situation)
    above: tuple[Question, str] | None = None
    for question in form:
        condition = question.when.in_words(form) if question.when else ""
        if (condition or question.when is None) and asked(step, question):
            condition = _short(question, above) or condition
            yield _printed(question, condition)
            above = question, condition


def _short(question: Question, above: tuple[Question, str] | None) -> str:
    """The condition of the question right above where it is the same, or "if yes" right under a yes or no."""
    when = question.when
    if not when or not above:
        return ""
    if above[0].when == when:
        return above[1]
    follows = above[0] is question.form[when.question] and isinstance(above[0], YesNo)
    return question.say(IF[when.values[0]]) if follows and len(when.values) == 1 else ""


def _printed(question: Question, condition: str) -> BlankQuestion:
    stands = question.on_paper()
    return BlankQuestion(
        condition=printable(condition),
        question=_capital(printable(stands.question)),
        hint=printable(stands.hint),
        room=stands.room,
    )


def _capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]
