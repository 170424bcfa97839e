"""Who acts for others: powers of attorney, and who takes part in a case."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("cases", sa.Column("author_id", sa.Uuid(), nullable=True))
    _powers()
    _participants()


def _powers() -> None:
    op.create_table(
        "powers",
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("municipality", sa.String(length=200), nullable=False),
        sa.Column("principal_id", sa.Uuid(), nullable=False),
        sa.Column("proxy_lookup", sa.LargeBinary(), nullable=True),
        sa.Column("scope", sa.JSON(), nullable=False),
        sa.Column("about_id", sa.Uuid(), nullable=True),
        sa.Column("one_case", sa.Boolean(), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=True),
        sa.Column("confirmed_at", sa.DateTime(), nullable=True),
        sa.Column("ended_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(["about_id"], ["cases.id"], name=op.f("fk_powers_about_id")),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_powers_case_id")),
        sa.ForeignKeyConstraint(["principal_id"], ["accounts.id"], name=op.f("fk_powers_principal_id")),
        sa.PrimaryKeyConstraint("case_id", name=op.f("pk_powers")),
    )
    op.create_index(op.f("ix_powers_principal_id"), "powers", ["principal_id"])
    op.create_index(op.f("ix_powers_proxy_lookup"), "powers", ["proxy_lookup"])


def _participants() -> None:
    op.create_table(
        "participants",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("capacity", sa.String(length=200), nullable=False),
        sa.Column("power_id", sa.Uuid(), nullable=True),
        sa.Column("since", sa.DateTime(), nullable=False),
        sa.Column("ended_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"], name=op.f("fk_participants_account_id")),
        sa.ForeignKeyConstraint(
            ["case_id"], ["cases.id"], name=op.f("fk_participants_case_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["power_id"], ["powers.case_id"], name=op.f("fk_participants_power_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_participants")),
    )
    op.create_index("ix_participants_account", "participants", ["account_id", "case_id"])
    op.create_index(op.f("ix_participants_case_id"), "participants", ["case_id"])
    op.create_index(op.f("ix_participants_power_id"), "participants", ["power_id"])


def downgrade() -> None:
    for table in ("participants", "powers"):
        op.drop_table(table)
    op.drop_column("cases", "author_id")
