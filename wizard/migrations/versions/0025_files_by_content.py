"""What the file of each attachment and document is called, once it is named by its content: until then by its row."""

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None

TABLES = ("attachments", "documents")


def upgrade() -> None:
    for table in TABLES:
        op.add_column(table, sa.Column("stored", sa.String(), nullable=True))
        op.create_index(f"ix_{table}_stored", table, ["stored"])


def downgrade() -> None:
    """Not where files have such names: nothing would tell any more which row each belongs to."""
    for table in TABLES:
        named = sa.select(sa.func.count()).select_from(sa.table(table)).where(sa.column("stored").is_not(None))
        if op.get_bind().scalar(named):
            raise RuntimeError(f"Files of {table} are named by their content: restore a backup instead.")
        op.drop_index(f"ix_{table}_stored", table)
        op.drop_column(table, "stored")
