"""Notices by e-mail: addresses, the codes that confirm them, how often they were asked for, and what waits."""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "notice_addresses",
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("municipality", sa.String(200), nullable=False),
        sa.Column("sealed_address", sa.LargeBinary(), nullable=False),
        sa.Column("confirmed_at", sa.DateTime(), nullable=False),
        sa.Column("language", sa.String(200), nullable=False),
        sa.Column("off", sa.JSON(), nullable=False),
        sa.Column("refused_at", sa.DateTime(), nullable=True),
        sa.Column("mailed_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["account_id"], ["accounts.id"], name=op.f("fk_notice_addresses_account_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("account_id", "municipality", name=op.f("pk_notice_addresses")),
    )
    op.create_table(
        "address_codes",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("municipality", sa.String(200), nullable=False),
        sa.Column("sealed_address", sa.LargeBinary(), nullable=False),
        sa.Column("code_hash", sa.LargeBinary(), nullable=False),
        sa.Column("expires_at", sa.DateTime(), nullable=False),
        sa.Column("wrong", sa.Integer(), nullable=False),
        sa.Column("refused_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["account_id"], ["accounts.id"], name=op.f("fk_address_codes_account_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_address_codes")),
        sa.UniqueConstraint(
            "account_id", "municipality", name=op.f("uq_address_codes_account_id_municipality")
        ),
    )
    op.create_table(
        "code_mails",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("counted_hash", sa.LargeBinary(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_code_mails")),
    )
    op.create_index(op.f("ix_code_mails_counted_hash"), "code_mails", ["counted_hash"])
    op.create_table(
        "notices",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("municipality", sa.String(200), nullable=False),
        sa.Column("kind", sa.String(200), nullable=False),
        sa.Column("about", sa.String(200), nullable=False),
        sa.Column("language", sa.String(200), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("due_at", sa.DateTime(), nullable=False),
        sa.Column("ends_at", sa.DateTime(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("sealed_to", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(
            ["account_id"], ["accounts.id"], name=op.f("fk_notices_account_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_notices")),
        sa.UniqueConstraint(
            "account_id", "municipality", "kind", "about",
            name=op.f("uq_notices_account_id_municipality_kind_about"),
        ),
    )
    op.create_index(op.f("ix_notices_due_at"), "notices", ["due_at"])


def downgrade() -> None:
    for table in ("notices", "code_mails", "address_codes", "notice_addresses"):
        op.drop_table(table)
