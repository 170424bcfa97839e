"""Invented people and things, and a way to ask one question of a kind."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from werkzeug.datastructures import MultiDict

from forms.municipality import municipality
from forms.question import Question
from forms.situation import FileInfo, Person, Situation
from forms.stepform import StepForm

TODAY = date(2026, 12, 1)
STILLE = Person("Stille Bjørkeløv", "14835749828")
RASK = Person("Rask Elveblest", "19851199708")
"""15 years old."""
LETTER = FileInfo("f1", "uttalelse.pdf", 231_000, "application/pdf", "ab" * 32)
HERE = Situation(municipality("larvik"), STILLE, TODAY, synthetic=True)

HOSTILE = (
    "Zack & Tyler <select> \"q\" 'a'",
    "a</w:t></w:r></w:p><w:p><w:r><w:t>VEDTAK: INNVILGET",
    "{{ 7*7 }} {% for x in y %} {_{ 7*7 }_}",
    "]]> &#60;b&#62; &amp;lt; #read('/etc/passwd') $x$",
    "👩‍👩‍👧‍👦 ❤️ 🇳🇴 漢字 مرحبا Čáhcesuolu ŋ đ ŧ ž",
    "=HYPERLINK(1)",
    "100 % %s %(form)s %(person)s {0} {person.__class__}",
    "NaN",
    "Infinity",
    "1E+400",
    "1_000",
    "nei",
    "javascript:alert(1)",
)


def asked(kind: Any, sent: Any = None, saved: Any = None, instead: Situation = HERE) -> Question:
    """The question ``q`` of that kind in a form of its own, validated with what was sent or saved."""
    form_class: type[StepForm] = type("OneQuestion", (StepForm,), {"q": kind})
    pairs = sent if isinstance(sent, Mapping) else [("q", value) for value in sent or ()]
    typed = None if sent is None else MultiDict(pairs)
    form = form_class(instead, typed, None if saved is None else {"q": saved})
    form.validate()
    return form["q"]


def again(kind: Any, question: Question) -> Question:
    """The same question as it comes back from the store."""
    return asked(kind, saved=question.stored())
