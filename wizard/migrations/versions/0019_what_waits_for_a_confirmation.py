"""What was typed waits beside the log-in while somebody shows anew who they are."""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("login_sessions", sa.Column("sealed_aside", sa.LargeBinary(), nullable=True))


def downgrade() -> None:
    op.drop_column("login_sessions", "sealed_aside")
