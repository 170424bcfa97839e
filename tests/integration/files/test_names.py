"""Files are called by what they are: equal ones of a case are kept once, and no row is ever without its file."""

import hashlib
import uuid
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from threading import Event, Thread

import pytest
from sqlalchemy import select

from tests import made
from tests.integration.handover.world import World
from tests.running_site import key
from wizard.cases.attaching import add_row, detach, read_attachment
from wizard.cases.beginning import delete_draft
from wizard.cases.comparing_files import Compared, compare
from wizard.cases.errors import RefusedFileError
from wizard.cases.filed import drop_bytes
from wizard.cases.kept_names import name_kept
from wizard.cases.rehashing import rehash
from wizard.cases.renaming import FORMER_STAY, rename
from wizard.files.naming import name_of
from wizard.models import Attachment
from wizard.tools import Tools, make_tools

CONTENT = b"invented words of a letter"
SHA256 = hashlib.sha256(CONTENT).hexdigest()


@pytest.fixture
def world(tmp_path: Path, database_url: str) -> Iterator[World]:
    with World(tmp_path, database_url) as world:
        yield world


def row(tools: Tools, case_id: uuid.UUID, *, former: bool = False) -> Attachment:
    """Of a file that is put now; ``former`` as an earlier version did it."""
    file_id = uuid.uuid4()
    name = file_id.hex if former else name_of(tools.vault, case_id, SHA256)
    tools.blobs.put(name, CONTENT)
    info = {"id": str(file_id), "name": "brev.pdf", "size": len(CONTENT), "media_type": "application/pdf"}
    sealed = tools.vault.seal_json(info | {"sha256": SHA256}, f"attachments:{file_id}")
    return Attachment(
        id=file_id,
        case_id=case_id,
        question="attachments",
        added_at=tools.clock(),
        sealed_info=sealed,
        stored=None if former else name,
    )


def attached(tools: Tools, case_id: uuid.UUID, *, former: bool = False) -> uuid.UUID:
    new = row(tools, case_id, former=former)
    with tools.store.write() as db:
        add_row(db, tools, made.READER, new)
    return new.id


def names(tools: Tools) -> set[str]:
    return {name for some in tools.blobs.store.names() for name in some}


def read(tools: Tools, case_id: uuid.UUID, file_id: uuid.UUID) -> bytes:
    found = read_attachment(tools, case_id, file_id)
    assert found
    return found[1]


def test_equal_files_of_a_case_are_kept_once_and_go_with_the_last(world: World) -> None:
    case_id, other = world.draft(), world.draft()
    first, second, third = (attached(world.own, one) for one in (case_id, case_id, other))
    assert len(names(world.own)) == 2, "another case has a file of its own"
    detach(world.own, case_id, made.READER, first)
    assert read(world.own, case_id, second) == CONTENT
    detach(world.own, case_id, made.READER, second)
    assert names(world.own) == {name_kept(world.own, third)}
    delete_draft(world.own, other)
    assert names(world.own) == set()


def test_whoever_adds_a_file_that_just_went_is_asked_to_send_it_again(world: World) -> None:
    case_id = world.draft()
    earlier, late = attached(world.own, case_id), row(world.own, case_id)
    detach(world.own, case_id, made.READER, earlier)
    with pytest.raises(RefusedFileError), world.own.store.write() as db:
        add_row(db, world.own, made.READER, late)
    with world.own.store.read() as db:
        assert db.scalars(select(Attachment)).all() == []


def test_a_file_is_not_taken_away_while_a_row_is_added_for_it(world: World) -> None:
    case_id = world.draft()
    new = row(world.own, case_id)
    assert new.stored
    added, begun = Event(), Event()

    def drop() -> None:
        begun.set()
        drop_bytes(world.own, str(name))
        assert added.is_set(), "it waited for whoever adds it"

    name, dropping = new.stored, Thread(target=drop)
    with world.own.store.write() as db:
        add_row(db, world.own, made.READER, new)
        dropping.start()
        begun.wait()
        dropping.join(0.2)
        added.set()
    dropping.join()
    assert read(world.own, case_id, new.id) == CONTENT


def later(tools: Tools, by: timedelta) -> Tools:
    return replace(tools, clock=lambda: tools.clock() + by)


def test_files_of_an_earlier_version_are_read_and_get_their_names_some_days_later(world: World) -> None:
    case_id = world.draft()
    former = [attached(world.own, case_id, former=True) for _ in range(2)]
    assert names(world.own) == {file_id.hex for file_id in former}
    assert rename(world.own) == rename(later(world.own, FORMER_STAY - timedelta(hours=1))) == 0
    assert [read(world.own, case_id, file_id) for file_id in former] == [CONTENT, CONTENT]
    tools = later(world.own, FORMER_STAY)
    assert [rename(tools, most=1), rename(tools), rename(tools)] == [1, 1, 0]
    assert names(world.own) == {name_of(world.own.vault, case_id, SHA256)}
    assert [read(world.own, case_id, file_id) for file_id in former] == [CONTENT, CONTENT]
    assert compare(later(world.own, timedelta(hours=2))) == Compared({}, set())


def test_one_that_is_damaged_keeps_no_other_and_keeps_its_name(world: World) -> None:
    case_id = world.draft()
    damaged, whole = sorted(attached(world.own, case_id, former=True) for _ in range(2))
    world.own.blobs.put(damaged.hex, b"other words")
    rename(world.own)
    assert rename(later(world.own, FORMER_STAY)) == 1
    assert (name_kept(world.own, damaged), len(name_kept(world.own, whole))) == (damaged.hex, 66)


def test_after_a_further_look_up_key_files_get_a_name_by_it_and_are_read_all_the_while(
    world: World,
) -> None:
    case_id = world.draft()
    file_id = attached(world.own, case_id)
    before = name_kept(world.own, file_id)
    settings = world.settings(lookup_key=f"{world.environment['VEIVISER_LOOKUP_KEY']},{key()}")
    tools = make_tools(settings, world.own.enqueue)
    rehash(tools)
    assert read(tools, case_id, file_id) == CONTENT
    assert rename(tools) == 1
    assert read(tools, case_id, file_id) == CONTENT
    assert names(tools) == {name_kept(tools, file_id)} == {name_of(tools.vault, case_id, SHA256)} != {before}
    assert name_kept(tools, file_id).endswith(".2")
    tools.store.close()
