"""A submitted case reaches the office, whatever dies on the way."""

import signal

from tests.integration.handover.world import World, until

POINTS = [
    "before_first_step",
    "document_without_row",
    *(
        f"{when}_{step}"
        for step in ("make_docx", "make_pdf")
        for when in ("before", "after", "kept", "recorded")
    ),
    *(f"{when}_deliver" for when in ("before", "after", "recorded")),
]


def test_documents_follow_a_submission_and_the_office_is_told(world: World) -> None:
    world.start_small_docgen()
    world.start_worker()
    case_id = world.submit()
    until(lambda: world.delivered(case_id))
    assert world.documents(case_id).keys() == {"docx", "pdf"}


def test_f_03_f_04_a_worker_killed_at_every_point_in_turn_leaves_the_work_to_the_next(world: World) -> None:
    world.start_small_docgen()
    case_id = world.submit()
    kept: dict[str, bytes] = {}
    for point in POINTS:
        died = world.start_worker(fail=f"{point}:kill")
        assert died.wait(timeout=60) == -signal.SIGKILL, point
        documents = world.documents(case_id)
        assert kept.items() <= documents.items(), f"{point}: a kept document was replaced"
        kept = documents
    world.start_worker()
    until(lambda: world.delivered(case_id))
    assert kept.keys() == {"docx", "pdf"}


def test_a_worker_killed_while_it_puts_a_case_off_leaves_the_work_to_the_next(world: World) -> None:
    case_id = world.submit()
    died = world.start_worker(fail="enqueued_again:kill")
    assert died.wait(timeout=60) == -signal.SIGKILL
    world.start_small_docgen()
    world.start_worker()
    until(lambda: world.delivered(case_id))
