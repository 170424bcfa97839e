"""Who has opened which case: a log that the database itself lets nobody change."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

FIXED = (
    "number, at, outcome, account_id, staff_of, login, level, case_id, what, which, capacity, reason, stated, hash"
)
"""All columns but the sealed one, which a change of keys seals anew."""


def upgrade() -> None:
    op.create_table(
        "access_log",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("outcome", sa.String(length=200), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("staff_of", sa.String(length=200), nullable=True),
        sa.Column("login", sa.LargeBinary(), nullable=False),
        sa.Column("level", sa.String(length=200), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("what", sa.String(length=200), nullable=False),
        sa.Column("which", sa.String(length=200), nullable=False),
        sa.Column("capacity", sa.String(length=200), nullable=False),
        sa.Column("reason", sa.String(length=200), nullable=False),
        sa.Column("stated", sa.Integer(), nullable=True),
        sa.Column("sealed_entry", sa.LargeBinary(), nullable=False),
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_access_log")),
    )
    op.create_index("ix_access_log_case", "access_log", ["case_id", "login"])
    for statement in _on_sqlite() if op.get_bind().dialect.name == "sqlite" else _on_postgresql():
        op.execute(statement)


def _on_sqlite() -> list[str]:
    refuse = "BEGIN SELECT RAISE(ABORT, 'the access log is only added to'); END"
    return [
        f"CREATE TRIGGER access_log_stays BEFORE DELETE ON access_log {refuse}",
        f"CREATE TRIGGER access_log_stands BEFORE UPDATE OF {FIXED} ON access_log {refuse}",
    ]


def _on_postgresql() -> list[str]:
    refuse = "EXECUTE FUNCTION refuse_access_log_change()"
    return [
        "CREATE FUNCTION refuse_access_log_change() RETURNS trigger LANGUAGE plpgsql AS"
        " $$BEGIN RAISE EXCEPTION 'the access log is only added to'; END$$",
        f"CREATE TRIGGER access_log_stays BEFORE DELETE OR TRUNCATE ON access_log FOR EACH STATEMENT {refuse}",
        f"CREATE TRIGGER access_log_stands BEFORE UPDATE OF {FIXED} ON access_log FOR EACH ROW {refuse}",
    ]


def downgrade() -> None:
    op.drop_table("access_log")
    if op.get_bind().dialect.name != "sqlite":
        op.execute("DROP FUNCTION refuse_access_log_change()")
