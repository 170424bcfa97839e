"""How much an application does for an answer: statements to the database, and what it seals, opens or hashes."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import event

from tests.at_a_time import SiteAt
from wizard.tools import Tools
from wizard.vault import Vault


@dataclass
class Work:
    statements: int = 0
    secrets: int = 0


class CountingVault(Vault):
    """Counts what takes time in it."""

    work: Work

    def seal(self, plain: bytes, place: str) -> bytes:
        self.work.secrets += 1
        return super().seal(plain, place)

    def open(self, sealed: bytes, place: str) -> bytes:
        self.work.secrets += 1
        return super().open(sealed, place)

    def lookup(self, value: str, keys: int | None = None) -> bytes:
        self.work.secrets += 1
        return super().lookup(value, keys)


def watched(site: SiteAt) -> Work:
    """What the site has done since; reset it as you like."""
    tools: Tools = site.app.extensions["tools"]
    work, vault = Work(), CountingVault(tools.settings)
    vault.work = work
    site.app.extensions["tools"] = replace(tools, vault=vault)

    def count(*_: Any) -> None:
        work.statements += 1

    for engine in (tools.store.writer, tools.store.reader):
        event.listen(engine, "before_cursor_execute", count)
    return work


@contextmanager
def counted(work: Work) -> Iterator[Work]:
    """What is done inside alone."""
    before = replace(work)
    done = Work()
    yield done
    done.statements = work.statements - before.statements
    done.secrets = work.secrets - before.secrets
