"""F-03, F-22: several workers share what is to be done, and what one leaves behind is taken over in time."""

from tests.integration.handover.world import World, until
from wizard.settings import Settings
from wizard.settings_handover import HandoverSettings
from wizard.worker import BEATS

TAKEN_OVER_WITHIN = 60


def test_f_03_by_the_settings_as_they_come_work_is_taken_over_in_time() -> None:
    """A last beat is seen a look later, missed for the time, found so a look later, and the work taken at a poll."""
    usual = {name: field.default for name, field in Settings.model_fields.items()}
    assert HandoverSettings.model_fields["lost_seconds"].default == usual["lost_seconds"]
    look = min(usual["lost_seconds"] / BEATS, usual["reconcile_seconds"])
    assert usual["lost_seconds"] + 2 * look + usual["queue_poll_seconds"] < TAKEN_OVER_WITHIN - 10


def test_f_03_several_workers_share_a_backlog_and_each_document_is_asked_for_once(world: World) -> None:
    world.start_small_docgen()
    cases = [world.submit() for _ in range(6)]
    for name in ("one", "other", "third"):
        world.start_worker(name=name)
    until(lambda: all(world.delivered(case_id) for case_id in cases))
    assert len(world.asked()) == 2 * len(cases)
    assert all(world.events(case_id) == ["documents_made", "delivered"] for case_id in cases)


def test_f_22_a_slow_worker_that_is_alive_loses_nothing(world: World) -> None:
    """Docgen takes longer for its answer than a worker may say nothing."""
    world.environment |= {"VEIVISER_LOST_SECONDS": "1", "VEIVISER_DOCGEN_SECONDS": "20"}
    world.start_small_docgen()
    world.docgen_is(hang=4)
    world.start_worker(name="slow")
    case_id = world.submit()
    until(lambda: len(world.asked()) == 1)
    world.start_worker(name="other")
    until(lambda: len(world.asked()) == 2)
    world.docgen_is()
    until(lambda: world.delivered(case_id))
    assert len(world.asked()) == 2
    assert "hand_over_resumed" not in world.logs()


def test_f_22_of_two_that_see_a_frozen_worker_one_takes_over(world: World) -> None:
    world.start_small_docgen()
    _, case_id = world.freeze_a_worker()
    for name in ("one", "other"):
        world.start_worker(name=name)
    until(lambda: world.delivered(case_id))
    assert world.logs().count("hand_over_resumed") == 1
