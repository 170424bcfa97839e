"""The ledger of consents: each single yes, and what only words took back of it."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _consents()
    _limits()


def _consents() -> None:
    op.create_table(
        "consents",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("owner_id", sa.Uuid(), nullable=False),
        sa.Column("municipality", sa.String(length=200), nullable=False),
        sa.Column("kind", sa.String(length=200), nullable=False),
        sa.Column("given_at", sa.DateTime(), nullable=False),
        sa.Column("given_by", sa.Uuid(), nullable=False),
        sa.Column("capacity", sa.String(length=200), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=True),
        sa.Column("lacks", sa.String(length=200), nullable=False),
        sa.Column("confirmed_at", sa.DateTime(), nullable=True),
        sa.Column("text_version", sa.String(length=200), nullable=False),
        sa.Column("text_sha256", sa.String(length=200), nullable=False),
        sa.Column("sealed_detail", sa.LargeBinary(), nullable=False),
        sa.Column("withdrawn_at", sa.DateTime(), nullable=True),
        sa.Column("ended_at", sa.DateTime(), nullable=True),
        sa.Column("withdrawn_by", sa.Uuid(), nullable=True),
        sa.Column("withdrawn_in", sa.Uuid(), nullable=True),
        *_keys("consents", {"owner_id": "accounts", "given_by": "accounts", "withdrawn_by": "accounts"}),
        *_keys("consents", {"case_id": "cases", "withdrawn_in": "cases"}),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_consents")),
    )
    op.create_index("ix_consents_owner", "consents", ["owner_id", "municipality"])
    op.create_index(op.f("ix_consents_case_id"), "consents", ["case_id"])


def _limits() -> None:
    op.create_table(
        "consent_limits",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("said_in", sa.Uuid(), nullable=False),
        sa.Column("said_by", sa.Uuid(), nullable=False),
        sa.Column("said_at", sa.DateTime(), nullable=False),
        sa.Column("holds_from", sa.DateTime(), nullable=False),
        sa.Column("sealed_words", sa.LargeBinary(), nullable=False),
        *_keys("consent_limits", {"case_id": "cases", "said_in": "cases", "said_by": "accounts"}),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_consent_limits")),
    )
    op.create_index(op.f("ix_consent_limits_case_id"), "consent_limits", ["case_id"])


def _keys(table: str, columns: dict[str, str]) -> list[sa.ForeignKeyConstraint]:
    return [
        sa.ForeignKeyConstraint([column], [f"{other}.id"], name=op.f(f"fk_{table}_{column}"))
        for column, other in columns.items()
    ]


def downgrade() -> None:
    for table in ("consent_limits", "consents"):
        op.drop_table(table)
