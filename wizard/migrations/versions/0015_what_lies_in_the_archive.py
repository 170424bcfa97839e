"""When what was sent is taken away here, because it lies in the municipality's archive."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("submissions", sa.Column("removed_at", sa.DateTime(), nullable=True))


def downgrade() -> None:
    op.drop_column("submissions", "removed_at")
