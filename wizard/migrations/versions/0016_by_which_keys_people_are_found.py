"""By which keys people are found: a further one is told from a wrong one."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "lookup_keys",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("applied", sa.Integer(), nullable=False),
        sa.Column("mark", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lookup_keys")),
    )


def downgrade() -> None:
    op.drop_table("lookup_keys")
