"""Runs what may write to the standard error stream past Python, and drops what it wrote if it panicked."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from tempfile import TemporaryFile
from typing import TypeVar

STANDARD_ERROR = 2
Given = TypeVar("Given")


class Panicked(Exception):  # noqa: N818 - reads as what happened
    """Rust gave up in the middle of a call; carries nothing of its message, which may hold text of a request."""


def hushed(call: Callable[[], Given]) -> Given:
    """What the call gives or raises; where Rust panicked, ``Panicked``.

    A panic is no ``Exception`` in Python, so that nothing on the way would tell it as an error, and Rust has written
    its message to the stream by then. One call at a time: the stream is the whole process's.
    """
    try:
        with _held_back():
            return call()
    except (Exception, KeyboardInterrupt, SystemExit, GeneratorExit):
        raise
    except BaseException:  # noqa: BLE001, S110 - PyO3's panic has no other name in Python, and is told below
        pass
    raise Panicked  # here, so that the panic and its message are not the context


@contextmanager
def _held_back() -> Iterator[None]:
    """What anybody writes meanwhile is written afterwards, but for what was written when Rust panicked."""
    stream = os.dup(STANDARD_ERROR)
    with TemporaryFile() as held, os.fdopen(stream, "wb") as real:
        os.dup2(held.fileno(), STANDARD_ERROR)
        tell = False
        try:
            yield
            tell = True
        except (Exception, KeyboardInterrupt, SystemExit, GeneratorExit):
            tell = True
            raise
        finally:
            os.dup2(stream, STANDARD_ERROR)
            held.seek(0)
            with suppress(OSError):
                real.write(held.read() if tell else b"")
                real.flush()
