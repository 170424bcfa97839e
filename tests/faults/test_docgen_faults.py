"""F-07, F-08, F-11: docgen is away with a long queue, fails on one case for ever, or asks for much time."""

import statistics
import time

import pytest

from docgen.contract import DOCX
from tests.integration.handover.world import World, until
from wizard import attempts
from wizard.cases.eyes import Eyes
from wizard.cases.stuck import stuck
from wizard.cases.trying_again import try_now
from wizard.handover import DELAYED_AFTER
from wizard.waking import AHEAD

QUEUE = 40
"""Cases that wait; ``make soak`` lets 2,000 wait."""


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_f_07_a_long_queue_is_gone_after_docgen_is_back_the_oldest_first_and_without_a_herd(
    world: World,
) -> None:
    goes_when_docgen_is_back(world, QUEUE)


def goes_when_docgen_is_back(world: World, many: int) -> None:
    """All are delivered, no faster than one worker works, in the order in which they came, or nearly so."""
    world.environment |= {
        "VEIVISER_HAND_OVERS_AT_ONCE": "1",
        "VEIVISER_LATE_SECONDS": "1",
        "VEIVISER_RETRY_LONGEST_SECONDS": "20",
    }
    first = world.submit()
    world.start_worker()
    until(lambda: '"docgen_away"' in world.logs())
    cases = [first, *(world.submit() for _ in range(many - 1))]
    until(lambda: '"documents_late"' in world.logs())
    assert set(world.store.unfinished()) == set(cases)
    until(
        lambda: not attempts.found(world.own.store.writer, status=["ENQUEUED", "PENDING"]), seconds=120 + many
    )
    world.start_small_docgen()
    until(lambda: world.store.unfinished() == [], seconds=120 + many)
    assert '"docgen_back"' in world.logs()
    asked = [who for _, who, media_type in world.asked() if media_type == DOCX]
    assert len(asked) == many, "nothing is made twice"
    place = {world.reference(case_id): number for number, case_id in enumerate(cases)}
    off = [abs(place[who] - number) for number, who in enumerate(asked)]
    assert statistics.median(off) <= AHEAD


def test_f_08_a_case_that_docgen_always_fails_on_is_in_the_list_and_tried_at_once_by_a_press(
    world: World,
) -> None:
    world.environment |= {"VEIVISER_RETRY_FIRST_SECONDS": "0.05"}
    world.start_small_docgen()
    world.docgen_is(status=500)
    world.start_worker()
    case_id = world.submit()
    until(lambda: "handover_delayed" in world.events(case_id))
    (line,) = stuck(world.own, "larvik", Eyes(sees_restricted=False, lookup=b""))
    assert (line.case.id, line.kind, line.detail) == (case_id, "handover_delayed", "docgen answered 500")
    assert line.tries >= DELAYED_AFTER
    assert world.store.unfinished() == [case_id], "it is tried on"
    world.docgen_is()
    until(lambda: world.delivered(case_id))
    assert stuck(world.own, "larvik", Eyes(sees_restricted=False, lookup=b"")) == []


def test_f_11_who_is_asked_to_come_again_in_120_seconds_waits_unless_somebody_presses(world: World) -> None:
    world.start_small_docgen()
    world.docgen_is(status=429, retry_after=120)
    world.start_worker()
    case_id = world.submit()
    until(lambda: len(world.asked()) == 1)
    asked_at = time.time()
    until(lambda: waits_until(world, case_id) > 0)
    assert 120 <= waits_until(world, case_id) - asked_at + 1 <= 120 * 1.5 + 10
    world.docgen_is()
    time.sleep(2)
    assert len(world.asked()) == 1
    assert try_now(world.own, case_id, case_id)
    until(lambda: world.delivered(case_id))


def waits_until(world: World, case_id: object) -> float:
    """When the case's next attempt is due, in seconds since 1970; 0 where none waits."""
    waiting = attempts.found(world.own.store.writer, status="DELAYED", workflow_id_prefix=f"{case_id}/")
    return (waiting[0].delay_until_epoch_ms or 0) / 1000 if waiting else 0.0
