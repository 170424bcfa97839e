"""What a log-in is called by the provider that made it, so that it can be ended there and from there."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("login_sessions", sa.Column("provider_lookup", sa.LargeBinary(), nullable=True))
    op.add_column("login_sessions", sa.Column("sealed_hint", sa.LargeBinary(), nullable=True))
    op.create_index(op.f("ix_login_sessions_provider_lookup"), "login_sessions", ["provider_lookup"])


def downgrade() -> None:
    op.drop_index(op.f("ix_login_sessions_provider_lookup"), table_name="login_sessions")
    op.drop_column("login_sessions", "sealed_hint")
    op.drop_column("login_sessions", "provider_lookup")
