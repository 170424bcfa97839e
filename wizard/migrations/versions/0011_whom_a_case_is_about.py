"""By what a case about the same person is found, whoever sent it, and whether another's word hides it."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("submissions", sa.Column("subject_lookup", sa.LargeBinary(), nullable=True))
    op.add_column(
        "submissions",
        sa.Column("hidden_by_another", sa.Boolean(), nullable=False, server_default=sa.false()),
    )
    op.create_index(op.f("ix_submissions_subject_lookup"), "submissions", ["subject_lookup"])


def downgrade() -> None:
    op.drop_index(op.f("ix_submissions_subject_lookup"), table_name="submissions")
    op.drop_column("submissions", "hidden_by_another")
    op.drop_column("submissions", "subject_lookup")
