"""Of files: what was told when they were screened for viruses, their order, and a small picture of what they show.

What was kept before this is screened now.
"""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("attachments", sa.Column("screened", sa.String(200), nullable=True))
    op.add_column("attachments", sa.Column("place", sa.Integer(), nullable=False, server_default="0"))
    op.add_column("attachments", sa.Column("sealed_preview", sa.LargeBinary(), nullable=True))
    op.create_index(op.f("ix_attachments_screened"), "attachments", ["screened"])


def downgrade() -> None:
    op.drop_index(op.f("ix_attachments_screened"), table_name="attachments")
    op.drop_column("attachments", "sealed_preview")
    op.drop_column("attachments", "place")
    op.drop_column("attachments", "screened")
