"""Who acts for others: powers of attorney, who takes part in a case, invitations, signatures, consents."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("cases", sa.Column("author_id", sa.Uuid(), nullable=True))
    op.add_column("accounts", sa.Column("handles", sa.Boolean(), server_default=sa.true(), nullable=False))
    op.add_column("accounts", sa.Column("helps", sa.String(length=200), nullable=True))
    _powers()
    _participants()
    _invitations()
    _signatures()
    _consents()


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
        sa.Column("seen_at", sa.DateTime(), nullable=False),
        sa.Column("ended_at", sa.DateTime(), nullable=True),
        sa.Column("office", sa.String(length=200), nullable=True),
        sa.Column("related", sa.Boolean(), nullable=False),
        sa.Column("sealed_name", sa.LargeBinary(), nullable=True),
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


def _invitations() -> None:
    op.create_table(
        "invitations",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("purpose", sa.String(length=200), nullable=False),
        sa.Column("lookup", sa.LargeBinary(), nullable=True),
        sa.Column("code_hash", sa.LargeBinary(), nullable=False),
        sa.Column("made_by", sa.Uuid(), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("expires_at", sa.DateTime(), nullable=False),
        sa.Column("used_at", sa.DateTime(), nullable=True),
        sa.Column("revoked_at", sa.DateTime(), nullable=True),
        sa.Column("wrong", sa.Integer(), nullable=False),
        sa.Column("sealed_who", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["case_id"], ["cases.id"], name=op.f("fk_invitations_case_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["made_by"], ["accounts.id"], name=op.f("fk_invitations_made_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invitations")),
        sa.UniqueConstraint("code_hash", name=op.f("uq_invitations_code_hash")),
    )
    op.create_index(op.f("ix_invitations_case_id"), "invitations", ["case_id"])
    op.create_index(op.f("ix_invitations_lookup"), "invitations", ["lookup"])
    op.create_table(
        "code_tries",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"], ["accounts.id"], name=op.f("fk_code_tries_account_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_code_tries")),
    )
    op.create_index(op.f("ix_code_tries_account_id"), "code_tries", ["account_id"])


def _signatures() -> None:
    op.create_table(
        "frozen",
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("content_sha256", sa.String(length=200), nullable=False),
        sa.Column("language", sa.String(length=200), nullable=False),
        sa.Column("sealed_content", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_frozen_case_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("case_id", name=op.f("pk_frozen")),
    )
    op.create_table(
        "signatures",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("capacity", sa.String(length=200), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("content_sha256", sa.String(length=200), nullable=False),
        sa.Column("voided_at", sa.DateTime(), nullable=True),
        sa.Column("sealed_signature", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"], name=op.f("fk_signatures_account_id")),
        sa.ForeignKeyConstraint(
            ["case_id"], ["cases.id"], name=op.f("fk_signatures_case_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_signatures")),
    )
    op.create_index(op.f("ix_signatures_case_id"), "signatures", ["case_id"])


def _consents() -> None:
    op.create_table(
        "consents",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("owner_id", sa.Uuid(), nullable=False),
        sa.Column("municipality", sa.String(length=200), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(length=200), nullable=False),
        sa.Column("given_at", sa.DateTime(), nullable=False),
        sa.Column("given_by", sa.Uuid(), nullable=False),
        sa.Column("capacity", sa.String(length=200), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=True),
        sa.Column("text_version", sa.String(length=200), nullable=False),
        sa.Column("text_sha256", sa.String(length=200), nullable=False),
        sa.Column("sealed_detail", sa.LargeBinary(), nullable=False),
        sa.Column("withdrawn_at", sa.DateTime(), nullable=True),
        sa.Column("withdrawn_by", sa.Uuid(), nullable=True),
        sa.Column("withdrawn_in", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_consents_case_id")),
        sa.ForeignKeyConstraint(["given_by"], ["accounts.id"], name=op.f("fk_consents_given_by")),
        sa.ForeignKeyConstraint(["owner_id"], ["accounts.id"], name=op.f("fk_consents_owner_id")),
        sa.ForeignKeyConstraint(["withdrawn_by"], ["accounts.id"], name=op.f("fk_consents_withdrawn_by")),
        sa.ForeignKeyConstraint(["withdrawn_in"], ["cases.id"], name=op.f("fk_consents_withdrawn_in")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_consents")),
    )
    op.create_index(op.f("ix_consents_case_id"), "consents", ["case_id"])
    op.create_index("ix_consents_owner", "consents", ["owner_id", "municipality"])


def downgrade() -> None:
    for table in ("consents", "signatures", "frozen", "code_tries", "invitations", "participants", "powers"):
        op.drop_table(table)
    op.drop_column("accounts", "helps")
    op.drop_column("accounts", "handles")
    op.drop_column("cases", "author_id")
