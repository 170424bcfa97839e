"""F-05: docgen is killed while it writes, sets or seals: no half document is seen, and it is asked again."""

from pathlib import Path

import pytest

from docgen.contract import DOCX, PDF
from tests.faults.dying_docgen import STAGES
from tests.forked import BIN
from tests.integration.handover.world import World, until
from wizard.received import is_whole


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
def test_f_05_docgen_killed_at_each_stage_leaves_no_half_document_and_is_asked_again(
    world: World, tmp_path: Path
) -> None:
    dying, temporary = tmp_path / "dying", tmp_path / "temporary"
    dying.mkdir()
    temporary.mkdir()
    serve = [BIN / "gunicorn", "tests.faults.dying_docgen:create_app()"]
    serve += ["-b", f"127.0.0.1:{world.docgen_port}", "-w", "1"]
    world.environment["VEIVISER_DOCGEN_SECONDS"] = "20"
    world.start("docgen", serve, DYING=str(dying), TMPDIR=str(temporary))
    world.wait(f"http://127.0.0.1:{world.docgen_port}/livez")
    for stage in STAGES:
        (dying / stage).touch()
    world.start_worker()
    case_id = world.submit()
    until(lambda: world.delivered(case_id))
    assert list(dying.iterdir()) == [], "it died at each stage"
    assert world.logs().count("docgen_unavailable") >= len(STAGES)
    documents = world.documents(case_id)
    assert is_whole(PDF, documents["pdf"])
    assert is_whole(DOCX, documents["docx"])
    told = [kind for kind in world.events(case_id) if kind != "handover_delayed"]
    assert told == ["documents_made", "delivered"]
    left = [path for path in temporary.rglob("*") if path.is_file()]
    assert left == []
