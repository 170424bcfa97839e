"""The hand-over is enqueued with the submission or not at all, and carries nothing personal."""

from sqlalchemy import MetaData, select

from tests.integration.handover.world import World, until
from wizard.handover import enqueue

CANARY = "Kanarifugl-47: mamma er lei seg"


def everything_dbos_stored(world: World) -> dict[str, list[str]]:
    """Every row of every table of DBOS's own, as text."""
    metadata = MetaData()
    metadata.reflect(world.cases.engine, schema=None if world.url.startswith("sqlite") else "dbos")
    own = {"cases", "documents", "events"}
    with world.cases.engine.begin() as connection:
        return {
            table.name: [str(row) for row in connection.execute(select(table))]
            for table in metadata.tables.values()
            if table.name not in own
        }


def test_a_rolled_back_submission_leaves_no_hand_over(world: World) -> None:
    with world.cases.transaction() as session:
        enqueue(session, world.cases.write(session))
        session.rollback()
    assert everything_dbos_stored(world)["workflow_status"] == []
    assert world.cases.unfinished() == []


def test_a_case_enqueued_twice_has_one_hand_over(world: World) -> None:
    case_id = world.cases.submit()
    with world.cases.transaction.begin() as session:
        enqueue(session, case_id)
    assert len(everything_dbos_stored(world)["workflow_status"]) == 1


def test_dbos_is_told_a_cases_id_and_never_what_the_citizen_wrote(world: World) -> None:
    world.start_docgen()
    world.docgen_is(body="cut")
    world.start_worker()
    case_id = world.cases.submit(CANARY)
    until(lambda: len(world.asked()) > 1)
    world.docgen_is()
    until(lambda: "delivered" in world.cases.events(case_id))
    stored = everything_dbos_stored(world)
    assert "portable_json" in stored["workflow_status"][0]
    assert f'"positionalArgs":["{case_id}",0]' in stored["workflow_input"][0]
    assert not any(CANARY in row for rows in stored.values() for row in rows)
    assert CANARY not in world.log()


def test_a_case_that_was_never_enqueued_is_found_and_handed_over(world: World) -> None:
    world.start_docgen()
    with world.cases.transaction.begin() as session:
        case_id = world.cases.write(session)
    world.start_worker()
    until(lambda: "delivered" in world.cases.events(case_id))
