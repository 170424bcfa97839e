"""The number of the request by which a case was sent goes with it: through worker and docgen, however long it takes."""

import json
from typing import Any

from structlog.contextvars import clear_contextvars

from tests.integration.handover.world import World, until
from wizard.request_of import begin, drawn


def told(world: World, number: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in world.logs().splitlines() if f'"request": "{number}"' in line]


def test_what_a_sending_leads_to_is_told_under_its_number(world: World) -> None:
    number, other = drawn(), drawn()
    begin(number)
    case_id = world.submit()
    begin(other)
    another = world.submit()
    clear_contextvars()
    world.start_worker()
    until(lambda: "docgen_unavailable" in {line["event"] for line in told(world, number)})
    world.start_docgen()
    until(lambda: world.delivered(case_id) and world.delivered(another))
    until(lambda: sum(line.get("route") == "/v1/documents" for line in told(world, number)) >= 2)
    cases = {line["case"] for line in told(world, number) if "case" in line}
    assert cases == {str(case_id)}
    later = [line["attempt"] for line in told(world, number) if line["event"] == "hand_over_step_done"]
    assert len(later) >= 3
    assert min(later) > 0
    assert told(world, other)


def test_a_case_that_was_sent_without_one_is_handed_over(world: World) -> None:
    world.start_small_docgen()
    world.start_worker()
    case_id = world.submit()
    until(lambda: world.delivered(case_id))
    assert '"request"' not in world.logs()
