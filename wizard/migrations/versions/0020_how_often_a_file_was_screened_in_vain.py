"""How often a file was screened in vain, and since when: after a while that is told, and it waits no longer."""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("attachments", sa.Column("tries", sa.Integer(), nullable=False, server_default="0"))
    op.add_column("attachments", sa.Column("tried_since", sa.DateTime(), nullable=True))


def downgrade() -> None:
    op.drop_column("attachments", "tried_since")
    op.drop_column("attachments", "tries")
