"""Statements of SQL, compiled once for all engines of a process: a test of its own has engines of its own.

SQLAlchemy compiles a statement once for an engine, some two milliseconds for each of ours. What comes of it depends on
the kind of database alone, which is the same one for all tests.
"""

from functools import cache
from typing import Any

from sqlalchemy import Engine
from sqlalchemy.util import LRUCache

STATEMENTS = 3000
"""More than there are."""


class _Kept(LRUCache[Any, Any]):
    """By the statement and what else an engine asks by, but for which engine's dialect it is."""

    def get(self, key: Any, default: Any = None) -> Any:
        return super().get(key[1:], default)

    def __setitem__(self, key: Any, value: Any) -> None:
        super().__setitem__(key[1:], value)


@cache
def _of(kind: str) -> _Kept:  # noqa: ARG001 -- by it they are told apart
    return _Kept(STATEMENTS)


def _ignore(engine: Engine, made: Any) -> None:
    """The one that an engine makes for itself."""


def _kept(engine: Engine) -> _Kept:
    return _of(f"{engine.dialect.name} {engine.dialect.driver}")


Engine._compiled_cache = property(_kept, _ignore)  # type: ignore[assignment] # noqa: SLF001 -- it takes no other way
