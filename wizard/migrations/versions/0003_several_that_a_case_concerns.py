"""A case may concern several earlier ones."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "concerns",
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("earlier_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_concerns_case_id")),
        sa.ForeignKeyConstraint(["earlier_id"], ["cases.id"], name=op.f("fk_concerns_earlier_id")),
        sa.PrimaryKeyConstraint("case_id", "earlier_id", name=op.f("pk_concerns")),
    )
    op.create_index(op.f("ix_concerns_earlier_id"), "concerns", ["earlier_id"])
    op.execute(
        "INSERT INTO concerns SELECT case_id, concerns_id FROM submissions WHERE concerns_id IS NOT NULL"
    )
    with op.batch_alter_table("submissions", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_submissions_concerns_id"), type_="foreignkey")
        batch_op.drop_index(batch_op.f("ix_submissions_concerns_id"))
        batch_op.drop_column("concerns_id")


def downgrade() -> None:
    """The tables before knew one only: of several, one is kept."""
    with op.batch_alter_table("submissions", schema=None) as batch_op:
        batch_op.add_column(sa.Column("concerns_id", sa.Uuid(), nullable=True))
        batch_op.create_index(batch_op.f("ix_submissions_concerns_id"), ["concerns_id"], unique=False)
        batch_op.create_foreign_key(batch_op.f("fk_submissions_concerns_id"), "cases", ["concerns_id"], ["id"])
    op.execute(
        "UPDATE submissions SET concerns_id = (SELECT earlier_id FROM concerns"
        " WHERE concerns.case_id = submissions.case_id ORDER BY earlier_id LIMIT 1)"
    )
    op.drop_table("concerns")
