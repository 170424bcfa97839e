"""F-07, F-10: a docgen that is away is asked now and then, and found out when it is back, by a clock of the test."""

from contextlib import suppress
from dataclasses import dataclass, field

import pytest

from docgen.contract import PDF, DocumentRequest, Refused, Unavailable
from tests.unit.docgen.asking import sample
from wizard.breaker import LONGEST_SECONDS, OPENS_AFTER, Breaker

HOUR = 3600


@dataclass
class Docgen:
    """Answers with what it is told to; and notes when it was asked."""

    trouble: Exception | None = None
    now: float = 0.0
    asked: list[float] = field(default_factory=list)

    def make(self, _: DocumentRequest, __: str) -> bytes:
        self.asked.append(self.now)
        if self.trouble:
            raise self.trouble
        return b"%PDF"


AWAY = Unavailable(away=True)


@pytest.fixture
def docgen() -> Docgen:
    return Docgen(AWAY)


@pytest.fixture
def breaker(docgen: Docgen) -> Breaker:
    return Breaker(docgen, 5.0, lambda: docgen.now)


def ask(breaker: Breaker, times: int = 1) -> None:
    for _ in range(times):
        with suppress(Unavailable, Refused):
            breaker.make(sample(), PDF)


def test_f_07_a_docgen_that_is_away_for_six_hours_is_asked_now_and_then_and_not_by_2000(
    docgen: Docgen, breaker: Breaker
) -> None:
    while docgen.now < 6 * HOUR:
        ask(breaker, 3)
        docgen.now += 2.0
    assert 6 * HOUR / LONGEST_SECONDS / 2 < len(docgen.asked) < 6 * HOUR / LONGEST_SECONDS + 20
    docgen.trouble, before = None, docgen.now
    while not breaker.has_returned():
        ask(breaker)
        docgen.now += 1
    assert docgen.now - before <= LONGEST_SECONDS + 2
    assert not breaker.is_open
    asked = len(docgen.asked)
    ask(breaker, 10)
    assert len(docgen.asked) == asked + 10


def test_f_10_one_asks_while_the_others_are_put_off(docgen: Docgen, breaker: Breaker) -> None:
    ask(breaker, OPENS_AFTER)
    assert breaker.is_open
    with pytest.raises(Unavailable) as trouble:
        breaker.make(sample(), PDF)
    assert trouble.value.retry_after == 5
    docgen.now += 5
    assert breaker.is_due()
    ask(breaker, 10)
    assert len(docgen.asked) == OPENS_AFTER + 1


def test_f_11_the_wait_that_docgen_asks_for_holds_for_all(docgen: Docgen, breaker: Breaker) -> None:
    docgen.trouble = Unavailable(120, away=True)
    ask(breaker, OPENS_AFTER)
    docgen.now = 119
    ask(breaker)
    assert len(docgen.asked) == OPENS_AFTER
    docgen.now = 120
    ask(breaker)
    assert len(docgen.asked) == OPENS_AFTER + 1


@pytest.mark.parametrize("trouble", [Unavailable(), Refused("422: nei")], ids=str)
def test_f_08_failing_on_one_case_keeps_nobody_else_from_asking(docgen: Docgen, trouble: Exception) -> None:
    docgen.trouble = trouble
    breaker = Breaker(docgen, 5.0, lambda: docgen.now)
    ask(breaker, OPENS_AFTER * 2)
    assert len(docgen.asked) == OPENS_AFTER * 2
    assert not breaker.is_open
