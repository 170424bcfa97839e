"""F-14, F-15, F-16: no room for the database, its log or the files: it is said, the text stays, and nothing breaks."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from http import HTTPStatus
from pathlib import Path

import httpx
import pytest

from tests.draft import Draft
from tests.faults.small_disk import SmallDisks, namespace
from tests.faults.striking import Fields, posted
from tests.guest import CANARY, hidden
from tests.integration.handover.world import until
from tests.integration.wizard.test_attachments import SECRET, STEP, links
from tests.sendable import pdf

NEW = "Dette er nytt."
LONG = "Vi venter på svar. " * 400
FEW = 3
"""Saves at least that find room in what is left."""


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SmallDisks]:
    with SmallDisks(tmp_path_factory.mktemp("small"), namespace()) as site:
        yield site


@pytest.fixture(scope="module")
def draft(small: SmallDisks) -> Draft:
    return small.draft()


def typed(draft: Draft, words: str) -> Fields:
    return draft.guest.told(draft.step("need")).along({"need_description": words})


def saves(draft: Draft, fields: Fields) -> httpx.Response:
    answer = posted(draft.guest, draft.step("need"), fields)
    assert answer is not None
    return answer


def opened(site: SmallDisks, tmp_path: Path) -> None:
    """The files as they lie there now make a whole database."""
    for file in site.disk("database").glob("site.sqlite*"):
        shutil.copy(file, tmp_path)
    with closing(sqlite3.connect(tmp_path / "site.sqlite")) as db:
        assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def checkpointed(site: SmallDisks) -> bool:
    """Whether all of the log could be written to where it belongs, and the log be emptied."""
    with closing(sqlite3.connect(site.disk("database") / "site.sqlite")) as db:
        return bool(db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0] == 0)


def is_ready(site: SmallDisks) -> bool:
    return httpx.get(f"{site.url}/readyz").is_success


def is_refused_with_the_text(answer: httpx.Response, words: str) -> bool:
    said = "Teksten din står her ennå" in answer.text
    return answer.status_code == HTTPStatus.SERVICE_UNAVAILABLE and said and words in answer.text


def test_f_14_without_room_for_the_database_a_save_is_refused_with_the_text_and_later_done(
    small: SmallDisks, draft: Draft, tmp_path: Path
) -> None:
    fields = typed(draft, f"{NEW} {LONG}")
    assert checkpointed(small)
    small.fill("database")
    answer = saves(draft, fields)
    assert is_refused_with_the_text(answer, NEW)
    assert not is_ready(small)
    opened(small, tmp_path)
    assert NEW not in draft.see("need"), "pages are shown, with what was kept before"
    small.empty("database")
    again = [(name, hidden(answer.text, name) or value) for name, value in fields]
    assert saves(draft, again).status_code == HTTPStatus.SEE_OTHER
    assert NEW in draft.see("need")
    until(lambda: is_ready(small))


def test_f_16_without_room_for_the_log_what_was_saved_before_is_kept_and_nothing_is_damaged(
    small: SmallDisks, draft: Draft, tmp_path: Path
) -> None:
    assert checkpointed(small)
    small.fill("database", but=600_000)
    saved = 0
    while (
        answer := saves(draft, typed(draft, f"Utgave {saved}. {LONG}"))
    ).status_code == HTTPStatus.SEE_OTHER:
        saved += 1
    assert is_refused_with_the_text(answer, f"Utgave {saved}.")
    assert saved >= FEW
    assert f"Utgave {saved - 1}." in draft.see("need")
    opened(small, tmp_path)
    small.empty("database")
    assert saves(draft, typed(draft, LONG)).status_code == HTTPStatus.SEE_OTHER
    assert checkpointed(small)
    opened(small, tmp_path)


def test_f_15_without_room_for_files_an_upload_is_refused_and_answers_are_saved(
    small: SmallDisks, draft: Draft
) -> None:
    small.fill("files", but=100_000)
    refused = keeps(draft, pdf("ord " * 100_000))
    assert "Vi fikk ikke tatt imot filen nå. Prøv igjen om litt." in refused.text
    assert links(draft) == {}
    left = [path for path in small.disk("files").rglob("*") if path.is_file() and path.name != "fill"]
    assert left == [], "half a file takes no room"
    assert saves(draft, typed(draft, CANARY)).status_code == HTTPStatus.SEE_OTHER
    small.empty("files")
    assert keeps(draft, SECRET).status_code == HTTPStatus.SEE_OTHER
    [address] = links(draft).values()
    assert draft.guest.get(address).content == SECRET


def keeps(draft: Draft, content: bytes) -> httpx.Response:
    fields = draft.guest.told(draft.step(STEP)).along({"_upload": STEP})
    answer = posted(draft.guest, draft.step(STEP), fields, {STEP: ("brev.pdf", content, "application/pdf")})
    assert answer is not None
    return answer
