"""A body is sent to its step: it is stored as it was typed, or refused with all of it still there; never in between."""

from collections import Counter
from http.client import OK, SEE_OTHER, UNPROCESSABLE_ENTITY
from urllib.parse import unquote_plus

import httpx

from docgen.contract import printable
from tests.integration.any_form.forms import (
    STRANGE,
    Page,
    Step,
    kept_rows,
    kept_words,
    octets,
    page,
    put_back,
    same_line,
)

KIND = {"Content-Type": "application/x-www-form-urlencoded"}
REFUSED = "ds-error-summary"
Body = list[tuple[str, str]]


def answered(step: Step, body: Body) -> None:
    """By the button."""
    before = kept_rows(step)
    answer = sent(step, step.draft.step(step.slug), body)
    if answer.status_code == UNPROCESSABLE_ENTITY:
        assert kept_rows(step) == before, "refused, and yet something is stored"
        assert REFUSED in answer.text
        compare(body, page(answer.text))
        return
    assert answer.status_code == SEE_OTHER, (answer.status_code, answer.text[:2000])
    assert sent_twice(step, body) == set(), "of two answers one was taken"
    after_it(step, body, before)


def sent_twice(step: Step, body: Body) -> set[str]:
    """The inputs of questions with one answer that were sent more than once, and are asked."""
    twice = {name for name, times in Counter(name for name, _ in body).items() if times > 1}
    return twice & step.asked(body) & {*step.page.lines, *step.page.texts}


def saved_while_typing(step: Step, body: Body) -> None:
    """By the page itself."""
    before = kept_rows(step)
    answer = sent(step, f"{step.draft.step(step.slug)}/autolagring", body)
    if answer.status_code != OK:
        assert kept_rows(step) == before, "refused, and yet something is stored"
        assert answer.status_code in {413, UNPROCESSABLE_ENTITY}, answer.status_code
        return
    after_it(step, body, before)


def sent(step: Step, address: str, body: Body) -> httpx.Response:
    return step.draft.guest.http.post(address, content=octets(step, body), headers=KIND)


def after_it(step: Step, body: Body, before: list[dict[str, object]]) -> None:
    """What is shown again of the questions that were asked; then all is as it was, for the next body."""
    shown = step.draft.guest.get(step.draft.step(step.slug))
    kept = kept_words(step)
    if kept_rows(step) != before:
        put_back(step, before)
    assert STRANGE not in kept, "stored, though the step does not ask it"
    asked = step.asked(body)
    if shown.status_code == OK:  # else an answer of this step leads on to others first
        compare([(name, raw) for name, raw in body if name in asked], page(shown.text))


def compare(body: Body, shown: Page) -> None:
    """Each input that was sent once shows what was typed; those of a row move up where an empty row is dropped."""
    times = Counter(name for name, _ in body)
    for name, raw in body:
        typed = unquote_plus(raw, errors="replace")
        if name in shown.options:
            chosen = [value for other, value in body if other == name]
            if times[name] == 1 and chosen[0] and chosen[0] in shown.options[name]:
                assert chosen[0] in shown.chosen[name], (name, typed, shown.chosen[name])
        elif times[name] == 1 and name in shown.texts:
            assert printable(typed).strip() == shown.texts[name].strip(), (name, typed)
        elif times[name] == 1 and name in shown.lines:
            assert same_line(typed, shown.lines[name]), (name, typed, shown.lines[name])
