"""A case may concern an earlier one."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("submissions", schema=None) as batch_op:
        batch_op.add_column(sa.Column("concerns_id", sa.Uuid(), nullable=True))
        batch_op.create_index(batch_op.f("ix_submissions_concerns_id"), ["concerns_id"], unique=False)
        batch_op.create_foreign_key(batch_op.f("fk_submissions_concerns_id"), "cases", ["concerns_id"], ["id"])


def downgrade() -> None:
    with op.batch_alter_table("submissions", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_submissions_concerns_id"), type_="foreignkey")
        batch_op.drop_index(batch_op.f("ix_submissions_concerns_id"))
        batch_op.drop_column("concerns_id")
