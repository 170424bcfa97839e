"""A submitted case reaches the office, whatever dies on the way."""

import signal

import pytest

from docgen.contract import DOCX, PDF
from tests.integration.handover.world import World, until

POINTS = [
    "before_first_step",
    *(
        f"{when}_{step}"
        for step in ("make_docx", "make_pdf")
        for when in ("before", "after", "kept", "recorded")
    ),
    *(f"{when}_deliver" for when in ("before", "after", "recorded")),
]


def test_documents_follow_a_submission_and_the_office_is_told(world: World) -> None:
    world.start_docgen()
    world.start_worker()
    case_id = world.cases.submit()
    until(lambda: "delivered" in world.cases.events(case_id))
    assert world.cases.documents(case_id).keys() == {DOCX, PDF}


@pytest.mark.parametrize("point", POINTS)
def test_a_worker_killed_at_any_point_leaves_the_work_to_the_next(world: World, point: str) -> None:
    world.start_docgen()
    case_id = world.cases.submit()
    died = world.start_worker(fail=f"{point}:kill")
    assert died.wait(timeout=30) == -signal.SIGKILL
    before = world.cases.documents(case_id)
    world.start_worker()
    until(lambda: "delivered" in world.cases.events(case_id))
    after = world.cases.documents(case_id)
    assert after.keys() == {DOCX, PDF}
    assert before.items() <= after.items(), "a kept document was replaced"
