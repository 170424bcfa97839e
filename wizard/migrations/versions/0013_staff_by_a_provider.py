"""By which number staff are known to work somewhere, whose log-in a provider made, and when it last saw them."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("accounts", sa.Column("number_lookup", sa.LargeBinary(), nullable=True))
    op.create_index(op.f("ix_accounts_number_lookup"), "accounts", ["number_lookup"])
    # until now the accounts of staff were found by their number
    op.execute("UPDATE accounts SET number_lookup = lookup WHERE staff_of IS NOT NULL")
    op.add_column("login_sessions", sa.Column("subject_lookup", sa.LargeBinary(), nullable=True))
    op.create_index(op.f("ix_login_sessions_subject_lookup"), "login_sessions", ["subject_lookup"])
    op.add_column("login_sessions", sa.Column("authenticated_at", sa.DateTime(), nullable=True))


def downgrade() -> None:
    op.drop_column("login_sessions", "authenticated_at")
    op.drop_index(op.f("ix_login_sessions_subject_lookup"), table_name="login_sessions")
    op.drop_column("login_sessions", "subject_lookup")
    op.drop_index(op.f("ix_accounts_number_lookup"), table_name="accounts")
    op.drop_column("accounts", "number_lookup")
