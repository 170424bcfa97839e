"""Cases by the million, made by the database itself: older than each that was really sent, and never opened."""

import uuid

from sqlalchemy import text

from wizard.tools import Tools

CACHE = "PRAGMA cache_size = -2000000"
"""2 GB in memory while they are made: their ids fall anywhere in every index."""
SQLITE = {
    "cases": """
        INSERT INTO cases (id, municipality, journey, owner_id, reference, started_at)
        WITH RECURSIVE numbers(i) AS (SELECT {first} UNION ALL SELECT i + 1 FROM numbers WHERE i + 1 < {end})
        SELECT lower(hex(randomblob(16))), 'larvik', 'plan', '{owner.hex}', 'MANGE-' || i,
            strftime('%Y-%m-%d %H:%M:00.000000', '2020-01-01', '+' || i || ' minutes') FROM numbers
    """,
    "hash": "randomblob(32)",
    "number": "CAST(substr(reference, 7) AS INTEGER)",
    "marks": "'[]'",
    "request": "x'00'",
}
POSTGRESQL = {
    "cases": """
        INSERT INTO cases (id, municipality, journey, owner_id, reference, started_at)
        SELECT gen_random_uuid(), 'larvik', 'plan', '{owner}', 'MANGE-' || i,
            timestamp '2020-01-01' + i * interval '1 minute' FROM generate_series({first}, {end} - 1) AS i
    """,
    "hash": "sha256(id::text::bytea)",
    "number": "substr(reference, 7)::integer",
    "marks": "'[]'::json",
    "request": "'\\x00'::bytea",
}
REST = (
    """
    INSERT INTO submissions (case_id, municipality, received_at, content_sha256, restricted, hidden_by_another,
        marks, sealed_request, awaits_documents, awaits_words)
    SELECT id, municipality, started_at, '', false, false, {marks}, {request}, false, false FROM cases
    WHERE reference LIKE 'MANGE-%' AND {number} >= {first}
    """,
    """
    INSERT INTO case_events (case_id, kind, at, actor_id, detail)
    SELECT id, 'submitted', started_at, owner_id, '' FROM cases
    WHERE reference LIKE 'MANGE-%' AND {number} >= {first}
    """,
    """
    INSERT INTO search_words (word_hash, case_id) SELECT {hash}, id FROM cases
    WHERE reference LIKE 'MANGE-%' AND {number} >= {first}
    """,
)


def fill(tools: Tools, owner_id: uuid.UUID, numbers: range) -> None:
    """Cases with these numbers, all of them sent in the same municipality; then the planner is told of them."""
    name = tools.store.writer.dialect.name
    own = SQLITE if name == "sqlite" else POSTGRESQL
    told = own | {"first": numbers.start, "end": numbers.stop, "owner": owner_id}
    with tools.store.write() as db:
        if name == "sqlite":
            db.connection().exec_driver_sql(CACHE)
        for statement in (own["cases"], *REST):
            db.connection().exec_driver_sql(_literal(statement.format(**told), name))
    with tools.store.write() as db:
        db.execute(text("ANALYZE"))


def _literal(statement: str, name: str) -> str:
    """A per cent sign stands for itself: psycopg takes it for a value's place where it is alone."""
    return statement if name == "sqlite" else statement.replace("%", "%%")
