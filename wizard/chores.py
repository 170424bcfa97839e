"""The day's work, of which one of the workers takes charge: so it is done once, however often they are started."""

from datetime import UTC, datetime, timedelta

from wizard.models_workers import Chore
from wizard.store import Store

DAILY = "daily"
DAY = timedelta(days=1)


class Chores:
    """The table of who does what, as the workers write it."""

    def __init__(self, store: Store, worker: str) -> None:
        self._store = store
        self._worker = worker

    def taken(self, alive: set[str]) -> bool:
        """Whether this worker shall do the day's work now: it is due, and nobody alive is at it."""
        now = datetime.now(UTC)
        with self._store.write() as db:
            chore = db.get(Chore, DAILY, with_for_update=True)
            if chore is None:  # of two that begin at once, one meets the other's row, and asks again later
                db.add(Chore(name=DAILY, taken_by=self._worker, taken_at=now, done_at=None))
                return True
            at_it = chore.taken_by in alive - {self._worker}
            if at_it or (chore.done_at and now - chore.done_at < DAY):
                return False
            chore.taken_by, chore.taken_at = self._worker, now
            return True

    def left(self, *, done: bool) -> None:
        """Say that this worker is not at it any more; where it is not done, whoever looks next does it."""
        with self._store.write() as db:
            chore = db.get(Chore, DAILY, with_for_update=True)
            if chore is None or chore.taken_by != self._worker:
                return
            chore.taken_by = None
            if done:
                chore.done_at = datetime.now(UTC)
