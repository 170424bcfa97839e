"""By what the workers know of each other who is alive, and who of them has died or is frozen.

No clock of another machine is believed: a worker is lost when whoever watches has seen no new beat of it for so long,
by the watcher's own clock that never jumps.
"""

import random
import time
from collections.abc import Callable, Iterable
from datetime import UTC, datetime

from sqlalchemy import delete, select, update

from wizard.models_workers import Worker
from wizard.store import Store

FIRST_BEATS = 2**30


class Heartbeats:
    """The table of the workers, as they write and read it."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def beat(self, worker: str) -> None:
        """Say that this worker is alive."""
        now = datetime.now(UTC)
        with self._store.write() as db:
            row = db.scalar(
                update(Worker)
                .where(Worker.id == worker)
                .values(beats=Worker.beats + 1, seen_at=now)
                .returning(Worker.id)
            )
            if row is None:  # a first beat is another number than a former row's, should there have been one
                first = random.SystemRandom().randrange(FIRST_BEATS)
                db.add(Worker(id=worker, beats=first, seen_at=now))

    def beats(self) -> dict[str, int]:
        """The last beat of each worker that has not stopped in order."""
        with self._store.read() as db:
            return {row.id: row.beats for row in db.scalars(select(Worker))}

    def seen(self) -> dict[str, datetime]:
        """When each worker last beat, by its own clock: for whoever tells how the site is."""
        with self._store.read() as db:
            return {row.id: row.seen_at for row in db.scalars(select(Worker))}

    def bury(self, worker: str, beats: int | None) -> bool:
        """Whether it is this caller who takes over from a lost worker: of several that try, one does.

        False where it has beaten since, or another took over. One without a row has nobody to ask, and is taken over.
        """
        if beats is None:
            return True
        with self._store.write() as db:
            gone = delete(Worker).where(Worker.id == worker, Worker.beats == beats).returning(Worker.id)
            return db.scalar(gone) is not None

    def leave(self, worker: str) -> None:
        """Say that this worker stops in order."""
        with self._store.write() as db:
            db.execute(delete(Worker).where(Worker.id == worker))


class Watch:
    """What one worker has seen of the others' beats."""

    def __init__(self, lost_seconds: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._lost_seconds = lost_seconds
        self._clock = clock
        self._changed: dict[str, tuple[int | None, float]] = {}

    def lost(self, workers: Iterable[str], beats: dict[str, int]) -> set[str]:
        """Those that have not beaten for the time; one that has no row counts from when it was missed."""
        now, seen = self._clock(), {}
        for worker in workers:
            beat = beats.get(worker)
            before = self._changed.get(worker)
            seen[worker] = before if before and before[0] == beat else (beat, now)
        self._changed = seen
        return {worker for worker, (_, since) in seen.items() if now - since >= self._lost_seconds}
