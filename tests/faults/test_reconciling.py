"""``veiviser reconcile`` finds what does not belong together, and the number of it is 0 where all is well."""

import shutil
import uuid
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from functools import partial

import pytest
from sqlalchemy import delete, select, update

from docgen.contract import DOCX, PDF
from forms.municipality import FOLDER
from tests.integration.handover.world import World
from wizard import handover
from wizard.cases.delivering import WAITING, DeliveryStore
from wizard.cases.kept_names import name_kept
from wizard.cases.reconciling import oldest_seconds
from wizard.delivery.queue import Which
from wizard.models import Document, Submission
from wizard.models_deliveries import Delivery


def delivered(world: World) -> uuid.UUID:
    case_id = world.submit()
    _keep_both(world, case_id)
    world.store.documents_made(case_id)
    return case_id


def document(world: World, case_id: uuid.UUID) -> uuid.UUID:
    with world.own.store.read() as db:
        return db.scalars(select(Document.id).where(Document.case_id == case_id)).first() or uuid.uuid4()


def forgets_work(world: World) -> Callable[[], None]:
    case_id = world.submit(tools=replace(world.own, enqueue=lambda _session, _case_id: None))
    older = world.own.clock() - timedelta(hours=1)
    with world.own.store.write() as db:
        db.execute(update(Submission).where(Submission.case_id == case_id).values(received_at=older))
    assert oldest_seconds(world.own) == pytest.approx(3600, abs=60)
    return lambda: world.store.refused(case_id, "")


def forgets_receipt(world: World) -> Callable[[], None]:
    with world.own.store.write() as db:
        handover.enqueue(db, stray := uuid.uuid4())
    client = handover.client(world.own.store.writer)
    return lambda: client.cancel_workflow(handover.workflow_id(stray, 0))


def loses_document(world: World) -> Callable[[], None]:
    case_id = delivered(world)
    with world.own.store.write() as db:
        db.execute(delete(Document).where(Document.id == document(world, case_id)))
    return partial(_keep_both, world, case_id)


def forgets_delivery(world: World) -> Callable[[], None]:
    which = Which(delivered(world), "webhook", 0)
    older = world.own.clock() - timedelta(hours=1)
    with world.own.store.write() as db:
        db.add(Delivery(**which._asdict(), state=WAITING, made_at=older))
    return partial(DeliveryStore(world.own).delivered, which, "a-receipt")


def never_delivers(world: World) -> Callable[[], None]:
    """The municipality takes packages from now on, and no worker has begun with what was there."""
    places = world.folder / "places"
    shutil.copytree(FOLDER, places)
    own = places / "larvik.toml"
    own.write_text(own.read_text() + "\n[delivery]\nsince = 2020-01-01\nfolder = true\n")
    world.environment["VEIVISER_MUNICIPALITIES"] = str(places)

    def takes_none() -> None:
        del world.environment["VEIVISER_MUNICIPALITIES"]

    return takes_none


def _keep_both(world: World, case_id: uuid.UUID) -> None:
    for media_type in (DOCX, PDF):
        world.store.keep_document(case_id, media_type, media_type.encode())


def loses_file(world: World) -> Callable[[], None]:
    name = name_kept(world.own, document(world, delivered(world)))
    content = world.own.blobs.get(name)
    world.own.blobs.delete(name)
    return lambda: world.own.blobs.put(name, content)


def changes_file(world: World) -> Callable[[], None]:
    name = name_kept(world.own, document(world, delivered(world)))
    content = world.own.blobs.get(name)
    world.own.blobs.put(name, b"et annet")
    return lambda: world.own.blobs.put(name, content)


KINDS = {
    "receipts_without_work": forgets_work,
    "work_without_receipt": forgets_receipt,
    "delivered_without_documents": loses_document,
    "deliveries_without_work": forgets_delivery,
    "never_delivered": never_delivers,
    "rows_without_file": loses_file,
    "files_that_are_others": changes_file,
}


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_of_difference_is_found_and_nothing_else(world: World, kind: str) -> None:
    delivered(world), world.submit()
    assert world.unreconciled() == 0
    mend = KINDS[kind](world)
    said = world.run("reconcile", "--bytes", check=False)
    assert said.returncode == 1
    counts = dict(line.split(": ") for line in said.stdout.splitlines())
    assert counts == dict.fromkeys(KINDS, "0") | {kind: "1"}
    mend()
    assert world.run("reconcile").returncode == 0
