"""The hand-over with the document service itself, killed and started again."""

from tests.integration.handover.world import World, kill_all, until


def test_the_real_docgen_killed_and_started_again_loses_nothing(world: World) -> None:
    docgen = world.start_docgen()
    world.start_worker()
    first = world.submit()
    until(lambda: world.delivered(first))
    submitted = [world.submit() for _ in range(5)]
    until(lambda: any(world.documents(case_id) for case_id in submitted))
    kill_all(docgen)
    submitted.append(world.submit())
    until(lambda: "docgen_unavailable" in world.logs())
    world.start_docgen()
    until(lambda: world.store.unfinished() == [])
    for case_id in submitted:
        documents = world.documents(case_id)
        assert documents["pdf"].startswith(b"%PDF-")
        assert documents["docx"].startswith(b"PK")
