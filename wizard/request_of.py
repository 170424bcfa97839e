"""Which request is worked on here: its number stands in each line of the log, and goes along to docgen."""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from dbos import DBOS
from structlog.contextvars import bind_contextvars, bound_contextvars, clear_contextvars, get_contextvars

from docgen.contract import LENGTH, LETTERS


def drawn() -> str:
    """A new one: short enough to be read out on the phone."""
    return "".join(secrets.choice(LETTERS) for _ in range(LENGTH))


def begin(number: str) -> None:
    """From here on this thread works on that request, and on nothing from before."""
    clear_contextvars()
    bind_contextvars(request=number)


def current() -> str:
    """Empty where no request is worked on."""
    found: str = get_contextvars().get("request", "")
    return found


@contextmanager
def of_hand_over(first: str) -> Iterator[None]:
    """What is done inside is done for the request by which the case was sent: ``first`` is its first attempt's name.

    Called inside a step: there DBOS writes nothing down of what it is asked, so that the steps of work begun before
    stay the same. Without a number, where it cannot be told, the work goes on.
    """
    number = ""
    with suppress(Exception):
        found = DBOS.get_workflow_status(first)
        number = str(((found and found.attributes) or {}).get("request", ""))
    with bound_contextvars(**({"request": number} if number else {})):
        yield
