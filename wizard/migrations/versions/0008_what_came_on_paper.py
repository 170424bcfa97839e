"""What came on paper: who registered it, and by what the same form is known again."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "paper_intakes",
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("staff_id", sa.Uuid(), nullable=False),
        sa.Column("language", sa.String(length=200), nullable=False),
        sa.Column("subject_lookup", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(
            ["case_id"], ["cases.id"], name=op.f("fk_paper_intakes_case_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["staff_id"], ["accounts.id"], name=op.f("fk_paper_intakes_staff_id")),
        sa.PrimaryKeyConstraint("case_id", name=op.f("pk_paper_intakes")),
    )
    op.create_index(op.f("ix_paper_intakes_staff_id"), "paper_intakes", ["staff_id"])
    op.create_index(op.f("ix_paper_intakes_subject_lookup"), "paper_intakes", ["subject_lookup"])


def downgrade() -> None:
    op.drop_table("paper_intakes")
