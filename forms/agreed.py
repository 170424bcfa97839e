"""The very text that somebody agreed to, with its version and its hash: what shows later what the yes was to."""

import hashlib
from collections.abc import Iterable, Iterator

from forms.fields.choice import Choice
from forms.question import Question
from forms.walk import Walk

VERSION = "2026-11-27"
"""The day of the words. Whoever changes the words of a step that somebody says yes in, changes it: a test tells."""


def agreed(walk: Walk, steps: Iterable[str]) -> tuple[str, ...]:
    """What stood on those steps and was answered there, and what was declared, in the language it was read in."""
    wanted = set(steps)
    return tuple(line for line in _lines(walk, wanted) if line)


def sha256(text: Iterable[str]) -> str:
    """Of the lines in UTF-8, parted by a newline."""
    return hashlib.sha256("\n".join(text).encode()).hexdigest()


def _lines(walk: Walk, wanted: set[str]) -> Iterator[str]:
    language = walk.now.language
    for step in walk.path:
        if step.slug in wanted:
            yield language.text(step.title)
            yield language.text(step.lead) if step.lead else ""
            yield from step.told(walk.now)
            for row in walk.rows(step):
                yield row.label
                yield row.question.say(row.question.description) if row.question.description else ""
                yield from row.text.splitlines()
                yield from _explained(row.question)
    yield language.text(walk.journey.declares.sentence)


def _explained(question: Question) -> Iterator[str]:
    """What stood beside the answers that were chosen."""
    if isinstance(question, Choice):
        chosen = question.data if isinstance(question.data, list) else [question.data]
        for option in question.choices:
            if option.value in chosen and option.hint:
                yield question.say(option.hint)
