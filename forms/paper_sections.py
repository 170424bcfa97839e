"""The steps of a journey as a form on paper prints them: each question with its condition in words."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import takewhile

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
                lead=[one for one in (" ".join(step.told_on_paper(situation)) or text(step.lead),) if one],
                questions=questions,
            )


def _questions(step: Step, situation: Situation, asked: Asked) -> Iterator[BlankQuestion]:
    form = step.form(situation)
    above: list[tuple[Question, str]] = []
    for question in form:
        condition = question.when.in_words(form) if question.when else ""
        if (condition or question.when is None) and asked(step, question):
            condition = _short(question, above) or condition
            yield _printed(question, condition)
            above.append((question, condition))


def _short(question: Question, above: list[tuple[Question, str]]) -> str:
    """As short a condition as leaves no doubt which answer is meant; empty where it takes the whole sentence."""
    when = question.when
    if not when or not above:
        return ""
    if above[-1][0].when == when:
        return above[-1][1]
    asked = question.form[when.question]
    if above[-1][0] is asked and isinstance(asked, YesNo) and len(when.values) == 1:
        return question.say(IF[when.values[0]])
    return asked.when_answered(when.values, near=True) if _just_asked(asked, above) else ""


def _just_asked(asked: Question, above: list[tuple[Question, str]]) -> bool:
    """Whether everything between hangs on that question too, and on nothing else."""
    between = takewhile(lambda one: one[0] is not asked, reversed(above))
    stands_here = any(one is asked for one, _ in above)
    return stands_here and all(one.when and one.when.question == asked.short_name for one, _ in between)


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
