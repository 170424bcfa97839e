"""What the file of each attachment and document is called, once it is named by its content: until then by its row."""

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0023"
branch_labels = None
depends_on = None

TABLES = ("attachments", "documents")


def upgrade() -> None:
    for table in TABLES:
        op.add_column(table, sa.Column("stored", sa.String(), nullable=True))
        op.create_index(f"ix_{table}_stored", table, ["stored"])


def downgrade() -> None:
    for table in TABLES:
        op.drop_index(f"ix_{table}_stored", table)
        op.drop_column(table, "stored")
