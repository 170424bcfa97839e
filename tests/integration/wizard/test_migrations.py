"""The migrations make the tables that the models name, and take them away again."""

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
    since = {"subject_lookup": None, "hidden_by_another": False, "removed_at": None}
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
