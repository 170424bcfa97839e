"""By which token a staff provider is asked again about whoever is logged in, when it answered, and who asks."""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("login_sessions", sa.Column("sealed_refresh", sa.LargeBinary(), nullable=True))
    op.add_column("login_sessions", sa.Column("answered_at", sa.DateTime(), nullable=True))
    op.add_column("login_sessions", sa.Column("asked_at", sa.DateTime(), nullable=True))


def downgrade() -> None:
    op.drop_column("login_sessions", "asked_at")
    op.drop_column("login_sessions", "answered_at")
    op.drop_column("login_sessions", "sealed_refresh")
