"""A package in the municipality's folder: whole, once, and with a receipt, whatever dies on the way."""

import signal

from tests.integration.delivery.leaving import Leaving
from tests.integration.handover.world import until
from wizard.delivery.folder import digest

POINTS = ("before_folder", "folder_half", "folder_noted", "folder_named", "after_folder", "recorded_folder")


def test_the_package_lies_in_the_folder_of_the_municipality(leaving: Leaving) -> None:
    leaving.start_small_docgen()
    leaving.start_worker()
    case_id = leaving.submit()
    until(lambda: leaving.states(case_id) == ["folder 0 delivered"])
    [laid] = leaving.dropped()
    assert laid.name == leaving.reference(case_id)
    names = {file.name for file in laid.iterdir()}
    assert names == {"arkivmelding.xml", "hoveddokument.pdf", "hoveddokument.docx"}
    [row] = leaving.rows(case_id)
    assert row.receipt == digest({file.name: file.read_bytes() for file in laid.iterdir()})


def test_a_worker_killed_at_every_point_leaves_one_whole_package(leaving: Leaving) -> None:
    leaving.start_small_docgen()
    case_id = leaving.submit()
    for point in POINTS:
        died = leaving.start_worker(fail=f"{point}:kill")
        assert died.wait(timeout=60) == -signal.SIGKILL, point
        assert len(leaving.dropped()) == (point in POINTS[3:]), point
    leaving.start_worker()
    until(lambda: leaving.at_work() == 0)
    assert leaving.states(case_id) == ["folder 0 delivered"]
    [laid] = leaving.dropped()
    assert len(list(laid.iterdir())) == 3
    assert [one.name for one in (leaving.drop / "larvik" / ".levert").iterdir()] == [laid.name]
