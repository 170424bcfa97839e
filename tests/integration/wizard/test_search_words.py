"""The office finds a case by how its words begin, without opening the others, on both databases."""

import uuid

import pytest
from sqlalchemy import delete, select, update

from docgen.contract import DocumentRequest
from forms.person import Person
from tests import made
from wizard.cases import following, seeking
from wizard.cases.eyes import Eyes
from wizard.cases.filling_in_words import fill_in_words
from wizard.cases.search_words import find_owner_by
from wizard.models import Account, Case, Submission
from wizard.models_search import SearchWord
from wizard.tools import Tools

ALL = Eyes(sees_restricted=True, lookup=b"nobody's")
NAME = made.READER.person.name


@pytest.fixture
def case_id(tools: Tools) -> uuid.UUID:
    case_id = made.completed(tools, made.applicant(tools))
    made.send(tools, case_id)
    return case_id


def found(tools: Tools, asked: str, *, inside: bool = False, place: str = "larvik") -> list[uuid.UUID]:
    return [one.case.id for one in seeking.seek(tools, place, asked, eyes=ALL, inside=inside).cases]


def test_only_what_is_found_is_opened(
    tools: Tools, case_id: uuid.UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened, whole = list[uuid.UUID](), following.open_request

    def noted(tools: Tools, row: Submission) -> DocumentRequest:
        opened.append(row.case_id)
        return whole(tools, row)

    monkeypatch.setattr(following, "open_request", noted)
    assert found(tools, "Ukjentsen") == []
    assert opened == []
    assert found(tools, NAME) == [case_id]
    assert len(opened) == 1


def test_a_word_is_found_by_how_it_begins_and_within_only_by_looking_through(
    tools: Tools, case_id: uuid.UUID
) -> None:
    first = NAME.split()[0]
    assert found(tools, first[:3].upper()) == [case_id]
    assert found(tools, first[1:4]) == []
    assert found(tools, first[1:4], inside=True) == [case_id]
    assert found(tools, first, place="senja") == []


def test_a_long_word_is_held_against_all_of_it(tools: Tools, case_id: uuid.UUID) -> None:
    with tools.store.read() as db:
        told = db.get_one(Case, case_id).reference
    assert found(tools, told.lower()) == [case_id]
    assert found(tools, told[2:]) == [case_id]
    assert found(tools, told[:-1] + "ø") == []


def test_what_an_older_version_put_in_is_opened_until_the_worker_has_been_there(
    tools: Tools, case_id: uuid.UUID
) -> None:
    with tools.store.write() as db:
        db.execute(delete(SearchWord))
        db.execute(update(Submission).values(awaits_words=True))
    before = seeking.seek(tools, "larvik", NAME, eyes=ALL)
    assert ([one.case.id for one in before.cases], before.looked_through) == ([case_id], 1)
    assert (fill_in_words(tools), fill_in_words(tools)) == (1, 0)
    after = seeking.seek(tools, "larvik", NAME, eyes=ALL)
    assert ([one.case.id for one in after.cases], after.looked_through) == ([case_id], 0)


def test_a_mended_name_finds_what_was_sent_before(tools: Tools, case_id: uuid.UUID) -> None:
    with tools.store.write() as db:
        owner = db.scalars(select(Case.owner_id)).one()
        sealed = tools.vault.seal_json(
            {"name": "Åse Nyord", "first": "Aase Nyord", "national_id": "", "said": True}, f"accounts:{owner}"
        )
        db.get_one(Account, owner).sealed_person = sealed
        find_owner_by(db, tools, owner, Person("Åse Nyord", "", "Aase Nyord"))
    assert found(tools, "nyord") == [case_id]
    assert found(tools, "aase") == [case_id]
    assert found(tools, f"åse {NAME.split()[0]}") == [case_id], "a word of each"
