"""By what the office finds a case without opening it: keyed hashes of how its words begin, filled in by the worker."""

import sqlalchemy as sa
from alembic import op

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "search_words",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("word_hash", sa.LargeBinary(), nullable=False),
        sa.Column("case_id", sa.Uuid(), sa.ForeignKey("cases.id", ondelete="CASCADE"), nullable=True),
        sa.Column("account_id", sa.Uuid(), sa.ForeignKey("accounts.id", ondelete="CASCADE"), nullable=True),
        sa.CheckConstraint("(case_id IS NULL) <> (account_id IS NULL)", name="of_one"),
    )
    op.create_index("ix_search_words_word", "search_words", ["word_hash", "case_id", "account_id"])
    op.create_index("ix_search_words_case_id", "search_words", ["case_id"])
    op.create_index("ix_search_words_account_id", "search_words", ["account_id"])
    op.add_column(
        "submissions",
        sa.Column("awaits_words", sa.Boolean(), nullable=False, server_default=sa.true()),
    )
    op.create_index(
        "ix_submissions_awaiting_words",
        "submissions",
        ["municipality", "received_at"],
        sqlite_where=sa.literal_column("awaits_words = 1"),
        postgresql_where=sa.literal_column("awaits_words"),
    )


def downgrade() -> None:
    op.drop_index("ix_submissions_awaiting_words", "submissions")
    op.drop_column("submissions", "awaits_words")
    op.drop_table("search_words")
