"""F-03, F-04, F-22: a worker that fails or freezes at each point of a hand-over; test_durability.py kills it there."""

import signal
import uuid

import pytest

from tests.faults.striking import armed, frozen, strike, waking
from tests.integration.handover.test_durability import POINTS
from tests.integration.handover.world import World, until

STRUCK = (*POINTS, "blob_unfinished", "document_uncommitted")
PUTS_OFF = "enqueued_again"


def handed_over_once(world: World, case_id: uuid.UUID) -> None:
    until(lambda: world.delivered(case_id))
    until(lambda: world.store.unfinished() == [])
    told = [kind for kind in world.events(case_id) if kind != "handover_delayed"]
    assert told == ["documents_made", "delivered"]
    assert world.documents(case_id).keys() == {"docx", "pdf"}


@pytest.mark.parametrize("way", ["exception", "pause"])
def test_f_03_f_04_a_worker_that_fails_or_freezes_for_a_moment_at_every_point_hands_over_once(
    world: World, way: str
) -> None:
    armed(world)
    world.environment |= {"VEIVISER_RETRY_LONGEST_SECONDS": "0.2", "VEIVISER_RECONCILE_SECONDS": "0.2"}
    world.start_small_docgen()
    marks = [strike(world, point, way) for point in STRUCK]
    if way == "exception":  # else it has nothing to put off
        marks.append(strike(world, PUTS_OFF, way))
    case_id = world.submit()
    with waking(world):
        world.start_worker()
        until(lambda: not any(mark.exists() for mark in marks))
        handed_over_once(world, case_id)


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
@pytest.mark.parametrize("point", ["kept_make_docx"])
def test_f_22_a_worker_that_freezes_for_long_wakes_up_to_work_that_is_done(world: World, point: str) -> None:
    """At every point on each database in ``make soak``, but where it holds the database itself."""
    done_by_another(world, point)


def done_by_another(world: World, point: str) -> None:
    armed(world)
    world.start_small_docgen()
    strike(world, point, "pause")
    case_id = world.submit()
    world.start_worker(name="frozen")
    until(lambda: any(frozen(world)))
    world.start_worker(name="other")
    until(lambda: world.delivered(case_id))
    documents = world.documents(case_id)
    for process in frozen(world):
        process.send_signal(signal.SIGCONT)
    world.submit()
    until(lambda: world.store.unfinished() == [])
    assert world.documents(case_id) == documents
    assert sorted(world.events(case_id)) == ["delivered", "documents_made"]
