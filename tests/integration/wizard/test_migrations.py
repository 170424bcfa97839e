"""The migrations make the tables that the models name, and take them away again."""

import json

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Engine, inspect, text

from wizard.migrate import configuration
from wizard.models_acting import Power
from wizard.store import open_engine


def test_up_is_what_the_models_say_and_down_leaves_nothing(database_url: str) -> None:
    engine = open_engine(database_url, writes=True)
    with engine.begin() as connection:
        command.upgrade(configuration(connection), "head")
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, Power.metadata) == []
    with engine.begin() as connection:
        command.downgrade(configuration(connection), "base")
        assert inspect(connection).get_table_names() == ["alembic_version"]
    engine.dispose()


def test_a_case_of_the_first_version_stays_and_concerns_none(database_url: str) -> None:
    engine = open_engine(database_url, writes=True)
    with engine.begin() as connection:
        command.upgrade(configuration(connection), "0001")
        for row in FIRST_VERSION:
            connection.execute(text(row), VALUES)
    before = submissions(engine)
    with engine.begin() as connection:
        command.upgrade(configuration(connection), "head")
    since = {
        "subject_lookup": None,
        "hidden_by_another": False,
        "removed_at": None,
        "awaits_documents": True,
        "awaits_words": True,
    }
    assert submissions(engine) == [row | since for row in before]
    assert concerns(engine) == []
    with engine.begin() as connection:
        command.downgrade(configuration(connection), "0001")
    assert submissions(engine) == before
    engine.dispose()


def test_what_a_case_of_the_second_version_concerns_is_kept_both_ways(database_url: str) -> None:
    engine = open_engine(database_url, writes=True)
    with engine.begin() as connection:
        command.upgrade(configuration(connection), "0002")
        for row in (*FIRST_VERSION[:2], LATER_CASE, EARLIER, LATER):
            connection.execute(text(row), VALUES | {"later": "f" * 32})
    before = submissions(engine)
    with engine.begin() as connection:
        command.upgrade(configuration(connection), "head")
    ids = {row["case_id"]: row["concerns_id"] for row in before if row["concerns_id"]}
    assert {row["case_id"]: row["earlier_id"] for row in concerns(engine)} == ids
    assert len(ids) == 1
    with engine.begin() as connection:
        command.downgrade(configuration(connection), "0002")
    assert submissions(engine) == before
    engine.dispose()


def test_what_was_taken_away_before_tells_as_little_as_what_is_from_now_on(database_url: str) -> None:
    engine = open_engine(database_url, writes=True)
    with engine.begin() as connection:
        command.upgrade(configuration(connection), "0020")
        connection.execute(text(PERSON_SINCE), VALUES)
        for number, (removed, marks) in enumerate(STUBS):
            row = VALUES | {"id": f"{number}" * 32, "reference": f"V-{number}", "own": VALUES["id"]}
            connection.execute(text(CASE_SINCE), row)
            connection.execute(text(SENT_SINCE), row | {"removed": removed, "marks": marks})
            connection.execute(text(SIGNED_SINCE), row)
    with engine.begin() as connection:
        command.upgrade(configuration(connection), "head")
    assert [(row["content_sha256"], _list(row["marks"])) for row in submissions(engine)] == LEFT
    with engine.begin() as connection:
        signed = connection.execute(text("SELECT content_sha256 FROM signatures ORDER BY case_id"))
        assert list(signed.scalars()) == [sha256 for sha256, _ in LEFT]
    engine.dispose()


def _list(marks: object) -> object:
    return json.loads(marks) if isinstance(marks, str) else marks  # SQLite keeps it as text


MARKED = ["serious", "no_letter_home", "on_paper"]
STUBS = [(None, json.dumps(MARKED)), ("2026-11-27 18:00:00.000000", json.dumps(MARKED))]
LEFT = [("ab", MARKED), ("", MARKED[1:])]
PERSON_SINCE = (
    "INSERT INTO accounts (id, lookup, sees_restricted, handles, sealed_person)"
    " VALUES (:id, :sealed, :hidden, :hidden, :sealed)"
)
CASE_SINCE = (
    "INSERT INTO cases (id, municipality, journey, owner_id, reference, started_at)"
    " VALUES (:id, 'larvik', 'coordination', :own, :reference, :at)"
)
SENT_SINCE = (
    "INSERT INTO submissions (case_id, municipality, received_at, content_sha256, restricted, hidden_by_another,"
    " marks, sealed_request, removed_at) VALUES (:id, 'larvik', :at, 'ab', :hidden, :hidden, :marks, :sealed, :removed)"
)
SIGNED_SINCE = (
    "INSERT INTO signatures (id, case_id, account_id, capacity, at, content_sha256, sealed_signature)"
    " VALUES (:id, :id, :own, 'submitter', :at, 'ab', :sealed)"
)
"""What was sent and what was taken away, as the tables before 0021 take them."""


LATER_CASE = "INSERT INTO cases VALUES (:later, 'larvik', 'supplement', :id, 'V-2345-6780', :at)"
COLUMNS = "case_id, municipality, received_at, content_sha256, restricted, marks, sealed_request, concerns_id"
EARLIER = (
    f"INSERT INTO submissions ({COLUMNS}) VALUES (:id, 'larvik', :at, 'ab', :hidden, :marks, :sealed, NULL)"  # noqa: S608 -- of ours
)
LATER = (
    f"INSERT INTO submissions ({COLUMNS}) VALUES (:later, 'larvik', :at, 'ab', :hidden, :marks, :sealed, :id)"  # noqa: S608 -- of ours
)
FIRST_VERSION = (
    "INSERT INTO accounts (id, lookup, sees_restricted, sealed_person) VALUES (:id, :sealed, :hidden, :sealed)",
    "INSERT INTO cases VALUES (:id, 'larvik', 'coordination', :id, 'V-2345-6789', :at)",
    "INSERT INTO submissions VALUES (:id, 'larvik', :at, 'ab', :hidden, :marks, :sealed)",
)
"""A person, a case and what was sent, as the first tables take them."""
VALUES = {
    "id": "0123456789abcdef0123456789abcdef",
    "at": "2026-11-26 18:00:00.000000",
    "sealed": b"sealed",
    "hidden": True,
    "marks": '["urgent"]',
}


def concerns(engine: Engine) -> list[dict[str, object]]:
    with engine.begin() as connection:
        return [dict(row) for row in connection.execute(text("SELECT * FROM concerns")).mappings()]


def submissions(engine: Engine) -> list[dict[str, object]]:
    with engine.begin() as connection:
        return [
            dict(row)
            for row in connection.execute(text("SELECT * FROM submissions ORDER BY case_id")).mappings()
        ]
