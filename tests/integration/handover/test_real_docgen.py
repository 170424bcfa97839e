"""The hand-over with the document service itself, killed and started again."""

from docgen.contract import DOCX, PDF
from tests.integration.handover.world import World, kill_group, until


def test_the_real_docgen_killed_and_started_again_loses_nothing(world: World) -> None:
    docgen = world.start_real_docgen()
    world.start_worker()
    first = world.cases.submit()
    until(lambda: "delivered" in world.cases.events(first))
    submitted = [world.cases.submit() for _ in range(5)]
    until(lambda: any(world.cases.documents(case_id) for case_id in submitted))
    kill_group(docgen)
    submitted.append(world.cases.submit())
    until(lambda: "docgen_unavailable" in world.log())
    world.start_real_docgen()
    until(lambda: world.cases.unfinished() == [])
    for case_id in submitted:
        documents = world.cases.documents(case_id)
        assert documents[PDF].startswith(b"%PDF-")
        assert documents[DOCX].startswith(b"PK")
