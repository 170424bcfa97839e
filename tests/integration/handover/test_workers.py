"""Workers come, go, freeze and die at random; every case is handed over, with one set of documents."""

import random
import signal
import time

import pytest

from tests.integration.handover.world import World, until


def test_a_worker_that_is_told_to_stop_ends_its_step_and_exits_cleanly(world: World) -> None:
    world.start_small_docgen()
    world.docgen_is(hang=1)
    worker = world.start_worker()
    case_id = world.submit()
    until(lambda: len(world.asked()) == 1)
    worker.send_signal(signal.SIGTERM)
    assert worker.wait(timeout=30) == 0
    assert "docx" in world.documents(case_id)
    assert "Traceback" not in world.logs()


def test_f_03_the_work_of_a_worker_that_never_comes_back_is_taken_over(world: World) -> None:
    world.start_small_docgen()
    case_id = world.submit()
    world.start_worker(name="lost", fail="kept_make_docx:kill").wait(timeout=30)
    world.start_worker(name="other")
    until(lambda: world.delivered(case_id))


def test_f_22_a_frozen_worker_that_wakes_up_changes_nothing(world: World) -> None:
    world.start_small_docgen()
    frozen, case_id = world.freeze_a_worker()
    world.start_worker(name="other")
    until(lambda: world.delivered(case_id))
    documents = world.documents(case_id)
    frozen.send_signal(signal.SIGCONT)
    time.sleep(3)
    assert world.documents(case_id) == documents
    assert frozen.poll() is None


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
def test_f_06_no_case_is_lost_in_a_storm_of_kills(world: World) -> None:
    """On SQLite too in ``make soak``; at each point in turn on both in test_durability.py."""
    none_is_lost(world)


def none_is_lost(world: World) -> None:
    world.start_small_docgen()
    chance = random.Random(47)  # noqa: S311 - chance that can be repeated
    submitted = []
    for _ in range(6):
        worker = world.start_worker()
        submitted += [world.submit() for _ in range(5)]
        time.sleep(chance.uniform(1.5, 3.5))
        worker.kill()
        worker.wait()
    world.start_worker()
    until(lambda: world.store.unfinished() == [], seconds=60)
    for case_id in submitted:
        assert world.events(case_id) == ["documents_made", "delivered"]
        assert world.documents(case_id).keys() == {"docx", "pdf"}
