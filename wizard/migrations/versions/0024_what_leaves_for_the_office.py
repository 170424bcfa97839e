"""What leaves for a municipality's own systems, by which way, and what came of it."""

import sqlalchemy as sa
from alembic import op

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "deliveries",
        sa.Column("case_id", sa.Uuid(), sa.ForeignKey("cases.id"), primary_key=True),
        sa.Column("channel", sa.String(200), primary_key=True),
        sa.Column("number", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("state", sa.String(200), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("tried_at", sa.DateTime(), nullable=True),
        sa.Column("ended_at", sa.DateTime(), nullable=True),
        sa.Column("trouble", sa.String(200), nullable=False),
        sa.Column("receipt", sa.String(200), nullable=True),
        sa.Column("sealed_reason", sa.LargeBinary(), nullable=True),
    )
    op.create_index(
        "ix_deliveries_waiting",
        "deliveries",
        ["made_at"],
        sqlite_where=sa.literal_column("state = 'waiting'"),
        postgresql_where=sa.literal_column("state = 'waiting'"),
    )
    op.create_index(
        "ix_deliveries_refused",
        "deliveries",
        ["case_id"],
        sqlite_where=sa.literal_column("state = 'refused'"),
        postgresql_where=sa.literal_column("state = 'refused'"),
    )


def downgrade() -> None:
    op.drop_index("ix_deliveries_refused", "deliveries")
    op.drop_index("ix_deliveries_waiting", "deliveries")
    op.drop_table("deliveries")
