"""Which workers are alive, which of them does the day's work, and which cases wait for their documents."""

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "workers",
        sa.Column("id", sa.String(), primary_key=True),
        sa.Column("beats", sa.Integer(), nullable=False),
        sa.Column("seen_at", sa.DateTime(), nullable=False),
    )
    op.create_table(
        "chores",
        sa.Column("name", sa.String(), primary_key=True),
        sa.Column("taken_by", sa.String(), nullable=True),
        sa.Column("taken_at", sa.DateTime(), nullable=False),
        sa.Column("done_at", sa.DateTime(), nullable=True),
    )
    op.add_column(
        "submissions",
        sa.Column("awaits_documents", sa.Boolean(), nullable=False, server_default=sa.true()),
    )
    op.execute(
        "UPDATE submissions SET awaits_documents = false"
        " WHERE case_id IN (SELECT case_id FROM case_events WHERE kind = 'delivered')"
    )
    op.create_index(
        "ix_submissions_awaiting",
        "submissions",
        ["received_at"],
        sqlite_where=sa.literal_column("awaits_documents = 1"),
        postgresql_where=sa.literal_column("awaits_documents"),
    )


def downgrade() -> None:
    op.drop_index("ix_submissions_awaiting", "submissions")
    op.drop_column("submissions", "awaits_documents")
    op.drop_table("chores")
    op.drop_table("workers")
