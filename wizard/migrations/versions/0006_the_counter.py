"""Help at the counter: which office somebody helps from, in what, and until when."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("accounts", sa.Column("handles", sa.Boolean(), server_default=sa.true(), nullable=False))
    op.add_column("accounts", sa.Column("helps", sa.String(length=200), nullable=True))
    op.add_column("participants", sa.Column("seen_at", sa.DateTime(), nullable=True))
    op.add_column("participants", sa.Column("office", sa.String(length=200), nullable=True))
    op.add_column("participants", sa.Column("related", sa.Boolean(), server_default=sa.false(), nullable=False))
    op.add_column("participants", sa.Column("sealed_name", sa.LargeBinary(), nullable=True))


def downgrade() -> None:
    for column in ("sealed_name", "related", "office", "seen_at"):
        op.drop_column("participants", column)
    op.drop_column("accounts", "helps")
    op.drop_column("accounts", "handles")
