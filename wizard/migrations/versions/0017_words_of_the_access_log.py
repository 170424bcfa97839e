"""When the words were taken out of a row of the access log; the rest of the row stands for ever."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("access_log", sa.Column("emptied_at", sa.DateTime(), nullable=True))
    op.create_index("ix_access_log_stated", "access_log", ["stated"])


def downgrade() -> None:
    op.drop_index("ix_access_log_stated", "access_log")
    op.drop_column("access_log", "emptied_at")
