"""What a storm has left behind: held against every receipt that was given, and told in one table."""

import sqlite3
import uuid
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from statistics import linear_regression, median
from typing import NamedTuple

from sqlalchemy import select

from tests.soak.senders import Senders
from tests.soak.storming import Storm
from wizard.cases.handing_over import CaseStore
from wizard.models import CaseEvent, Document, Submission
from wizard.unreconciled import unreconciled

MUST_BE_0 = (
    "acknowledged, but missing",
    "undelivered after rest",
    "doubled: events, documents, hand-overs",
    "unreconciled (with every file read)",
    "database damaged",
    "given up by who sent",
)
FEW = 4
"""Samples of the memory, below which no slope is told."""


class Outcome(NamedTuple):
    """The figures of one storm by their names, and the memory of its programs."""

    figures: dict[str, str]
    weights: dict[str, list[tuple[float, float]]]

    @property
    def amiss(self) -> dict[str, str]:
        return {name: self.figures[name] for name in MUST_BE_0 if self.figures[name] != "0"}


def outcome(site: Storm, senders: Senders, rest: float) -> Outcome:
    found = list(_lost(site, senders)), len(CaseStore(site.own).unfinished()), _doubled(site)
    amiss = [
        len(found[0]),
        found[1],
        found[2],
        sum(unreconciled(site.own, bytes_too=True).values()),
        int(not _whole(site)),
        len(senders.given_up),
    ]
    figures = {
        "storm, seconds": f"{senders.seconds:.0f}",
        "submissions a second": f"{len(senders.acknowledged) / senders.seconds:.1f}",
        "acknowledged": str(len(senders.acknowledged)),
        "tries without a receipt, tried again": str(senders.again),
        "killed": str(site.keeper.kills.total()),
        "of them": ", ".join(f"{times} {name}" for name, times in sorted(site.keeper.kills.items())),
        "rest until all was delivered, seconds": f"{rest:.0f}",
    }
    return Outcome(figures | dict(zip(MUST_BE_0, map(str, amiss), strict=True)), dict(site.keeper.weights))


def _lost(site: Storm, senders: Senders) -> Iterator[uuid.UUID]:
    with site.own.store.read() as db:
        yield from senders.acknowledged - set(db.scalars(select(Submission.case_id)))


def _doubled(site: Storm) -> int:
    """What is there more than once, or, of the documents, another number of times than once each."""
    with site.own.store.read() as db:
        events = Counter(db.execute(select(CaseEvent.case_id, CaseEvent.kind)).all())
        documents = Counter(db.execute(select(Document.case_id, Document.format)).all())
    once = {"submitted", "signed", "documents_made", "delivered"}
    more = [one for one, times in events.items() if times > 1 and one[1] in once]
    return len(more) + sum(times - 1 for times in documents.values())


def _whole(site: Storm) -> bool:
    if site.own.store.writer.dialect.name != "sqlite":
        return True
    with closing(sqlite3.connect(str(site.own.store.writer.url.database))) as db:
        return db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def table(outcomes: dict[str, Outcome], about: str) -> str:
    """In Markdown, a column for each database."""
    names = list(next(iter(outcomes.values())).figures)
    lines = [
        "# The last storm",
        "",
        about,
        "",
        f"| | {' | '.join(outcomes)} |",
        f"|---|{'---|' * len(outcomes)}",
    ]
    lines += [f"| {name} | {' | '.join(one.figures[name] for one in outcomes.values())} |" for name in names]
    lines += [
        "",
        "| memory | processes weighed | median, MB | most, MB | slope, MB a minute |",
        "|---|---|---|---|---|",
    ]
    for database, one in outcomes.items():
        lines += [
            f"| {database}: {name} | {_memory(weights)} |" for name, weights in sorted(one.weights.items())
        ]
    return "\n".join([*lines, ""])


def _memory(weights: list[tuple[float, float]]) -> str:
    of = [weight for _, weight in weights]
    times = [at / 60 for at, _ in weights]
    slope = f"{linear_regression(times, of).slope:+.1f}" if len(set(times)) >= FEW else "too short"
    return f"{len(of)} | {median(of):.0f} | {max(of):.0f} | {slope}"
