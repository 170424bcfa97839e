"""By what the person whom a yes is about finds it, whoever said it for them."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("consents", sa.Column("subject_lookup", sa.LargeBinary(), nullable=True))
    op.create_index(op.f("ix_consents_subject_lookup"), "consents", ["subject_lookup"])


def downgrade() -> None:
    op.drop_index(op.f("ix_consents_subject_lookup"), table_name="consents")
    op.drop_column("consents", "subject_lookup")
