"""The hand-over is enqueued with the submission or not at all, and carries nothing personal."""

import uuid
from dataclasses import replace

import pytest
from sqlalchemy.orm import Session

from tests import made
from tests.integration.handover.world import World, until
from wizard.handover import enqueue
from wizard.models import Table

CANARY = "Kanarifugl-47: mamma er lei seg"


def everything_dbos_stored(world: World) -> dict[str, list[str]]:
    """Every row of every table of DBOS's own, as text."""
    tables = {name.split(".")[1]: rows for name, rows in world.rows().items()}
    return {name: rows for name, rows in tables.items() if name not in Table.metadata.tables}


def enqueue_and_fail(session: Session, case_id: uuid.UUID) -> None:
    enqueue(session, case_id)
    raise ZeroDivisionError


def test_a_rolled_back_submission_leaves_no_hand_over(world: World) -> None:
    case_id = world.draft()
    with world.unchanged(), pytest.raises(ZeroDivisionError):
        made.send(replace(world.own, enqueue=enqueue_and_fail), case_id)
    assert everything_dbos_stored(world)["workflow_status"] == []
    assert world.store.unfinished() == []


def test_a_case_enqueued_twice_has_one_hand_over(world: World) -> None:
    case_id = world.submit()
    with world.own.store.write() as session:
        enqueue(session, case_id)
    assert len(everything_dbos_stored(world)["workflow_status"]) == 1


def test_dbos_is_told_a_cases_id_and_never_what_the_citizen_wrote(world: World) -> None:
    world.start_small_docgen()
    world.docgen_is(body="cut")
    world.start_worker()
    case_id = world.submit(CANARY)
    until(lambda: len(world.asked()) > 1)
    world.docgen_is()
    until(lambda: world.delivered(case_id))
    stored = everything_dbos_stored(world)
    assert "portable_json" in stored["workflow_status"][0]
    assert f'"positionalArgs":["{case_id}",0]' in "".join(stored["workflow_input"])
    assert not any(CANARY in row for rows in stored.values() for row in rows)
    assert CANARY not in world.logs()


def test_a_case_that_was_never_enqueued_is_found_and_handed_over(world: World) -> None:
    world.start_small_docgen()
    case_id = world.submit(tools=replace(world.own, enqueue=lambda _session, _case_id: None))
    world.start_worker()
    until(lambda: world.delivered(case_id))
