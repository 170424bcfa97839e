"""A package in the municipality's folder: whole, once, and with a receipt, whatever dies on the way."""

import signal
from pathlib import Path

import pytest

from tests.integration.delivery.leaving import Leaving
from tests.integration.handover.world import until
from wizard.cases.beginning import record
from wizard.cases.delivered import left
from wizard.cases.delivering import deliver_again
from wizard.cases.standing import SIGNATURE_CAME
from wizard.delivery.folder import digest, lay

POINTS = ("before_folder", "folder_half", "folder_noted", "folder_named", "after_folder", "recorded_folder")
FILES = {"arkivmelding.xml": b"<arkivmelding/>", "hoveddokument.pdf": b"%PDF-invented"}
FAILED = (
    "<arkivmeldingKvittering><registreringFeilet><feilmelding>Ukjent klasse</feilmelding></registreringFeilet>"
    "</arkivmeldingKvittering>"
)
KEPT = (
    "<arkivmeldingKvittering><registreringKvittering><systemID>6f1c-2</systemID></registreringKvittering>"
    "</arkivmeldingKvittering>"
)


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_a_worker_killed_at_every_point_leaves_one_whole_package(leaving: Leaving) -> None:
    leaving.start_small_docgen()
    case_id = leaving.submit()
    for point in POINTS:
        died = leaving.start_worker(fail=f"{point}:kill")
        assert died.wait(timeout=60) == -signal.SIGKILL, point
        assert len(leaving.dropped()) == (point in POINTS[3:]), point
    leaving.start_worker()
    until(lambda: leaving.at_work() == 0)
    [row], [laid] = leaving.deliveries(case_id), leaving.dropped()
    assert laid.name == leaving.reference(case_id)
    there = {file.name: file.read_bytes() for file in laid.iterdir()}
    assert there.keys() == {"arkivmelding.xml", "hoveddokument.pdf", "hoveddokument.docx"}
    assert (row.state, row.receipt) == ("delivered", digest(there))
    assert [one.name for one in (leaving.drop / "larvik" / ".levert").iterdir()] == [laid.name]


def test_what_was_fetched_at_once_is_not_laid_again(tmp_path: Path) -> None:
    """Its worker died before it had said that it is laid, and another tries."""
    receipt = lay(tmp_path, "V-2345-6789", lambda: FILES)
    assert receipt == digest(FILES)
    (tmp_path / "V-2345-6789").rename(tmp_path / "fetched")
    assert lay(tmp_path, "V-2345-6789", lambda: {"others": b""}) == receipt
    assert not (tmp_path / "V-2345-6789").exists()


def test_two_workers_at_once_lay_one_package(tmp_path: Path) -> None:
    """One was frozen when it had made its own, and goes on when the other is done."""

    def frozen() -> dict[str, bytes]:
        lay(tmp_path, "V-2345-6789", lambda: FILES)
        return {"arkivmelding.xml": b"of the one that was frozen"}

    assert lay(tmp_path, "V-2345-6789", frozen) == digest(FILES)
    laid = tmp_path / "V-2345-6789"
    assert {one.name: one.read_bytes() for one in laid.iterdir()} == FILES
    assert [one.name for one in (tmp_path / ".levert").iterdir()] == ["V-2345-6789"]


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
def test_what_comes_to_a_case_later_leaves_as_a_further_package(leaving: Leaving) -> None:
    leaving.start_small_docgen()
    leaving.start_worker()
    case_id = leaving.submit()
    until(lambda: leaving.states(case_id) == ["folder 0 delivered"])
    with leaving.own.store.write() as db:
        record(db, case_id, SIGNATURE_CAME, leaving.own.clock())
    until(lambda: leaving.states(case_id) == ["folder 0 delivered", "folder 1 delivered"])
    reference = leaving.reference(case_id)
    assert [one.name for one in leaving.dropped()] == [reference, f"{reference}-2"]


class TestAnArchiveThatAnswers:
    @pytest.fixture
    def takes(self) -> str:
        return "folder = true\nanswers = true"

    @pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
    def test_it_is_delivered_by_its_receipt_and_tried_anew_after_its_no(self, leaving: Leaving) -> None:
        leaving.start_small_docgen()
        leaving.start_worker()
        case_id = leaving.submit()
        until(lambda: [one.trouble for one in leaving.deliveries(case_id)] == ["no_receipt"])
        answers, reference = leaving.drop / "larvik" / "kvittering", leaving.reference(case_id)
        answers.mkdir()
        (answers / f"{reference}.xml").write_text(FAILED)
        until(lambda: leaving.states(case_id) == ["folder 0 refused"])
        assert left(leaving.own, case_id)[0].reason == "Ukjent klasse"
        assert deliver_again(leaving.own, case_id)
        until(lambda: len(leaving.dropped()) == 2)
        (answers / f"{reference}-2.xml").write_text(KEPT)
        until(lambda: leaving.states(case_id)[1:] == ["folder 1 delivered"])
        assert leaving.deliveries(case_id)[1].receipt == "6f1c-2"
