"""What the queue remembers of finished work goes after a while, and nothing that may be tried again."""

import uuid
from datetime import UTC, datetime, timedelta

from tests.integration.handover.world import World, until
from wizard import attempts, handover


def rows(world: World, table: str, case_id: uuid.UUID) -> int:
    """DBOS's own, of that case."""
    kept = world.rows()
    name = next(one for one in kept if one.endswith(f".{table}"))
    return sum(f"'workflow_uuid', '{case_id}" in row for row in kept[name])


def test_old_attempts_at_delivered_cases_go_with_their_steps_and_no_others(world: World) -> None:
    world.start_small_docgen()
    refused = world.submit()
    world.docgen_is(status=422, only=world.reference(refused))
    worker = world.start_worker()
    delivered = world.submit()
    until(lambda: world.delivered(delivered) and "handover_refused" in world.events(refused))
    engine, late = world.own.store.writer, datetime.now(UTC) + attempts.KEPT + timedelta(days=1)
    until(lambda: world.run("reconcile").returncode == 0 and not handover.at_work(engine))
    worker.terminate()
    worker.wait(timeout=60)
    at_work = world.submit()
    assert attempts.forget_ended(engine, world.store.awaiting()) == 0, "they ended just now"
    assert rows(world, "operation_outputs", delivered) > 0
    assert attempts.forget_ended(engine, world.store.awaiting(), late) == 1
    assert rows(world, "operation_outputs", delivered) == rows(world, "workflow_status", delivered) == 0
    assert rows(world, "workflow_status", refused) == rows(world, "workflow_status", at_work) == 1
    assert attempts.tries(engine, [refused, at_work, delivered]) == {refused: 1}
