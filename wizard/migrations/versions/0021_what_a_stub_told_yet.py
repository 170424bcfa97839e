"""What was taken away before leaves neither marks nor hashes of what was written, as what is taken away from now on."""

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None

KEPT = {"no_letter_home", "parents_not_told", "not_tied", "on_paper"}
WITH_STEPS = "name_unseen"
SUBMISSIONS = sa.table(
    "submissions",
    sa.column("case_id", sa.Uuid()),
    sa.column("content_sha256", sa.String()),
    sa.column("marks", sa.JSON()),
    sa.column("removed_at", sa.DateTime()),
)
STEPS = sa.table("step_answers", sa.column("case_id", sa.Uuid()))
HASHES = {"signatures": "content_sha256", "consents": "text_sha256"}


def upgrade() -> None:
    db, removed = op.get_bind(), SUBMISSIONS.c.removed_at.is_not(None)
    holding = set(db.scalars(sa.select(STEPS.c.case_id)))
    for case_id, marks in db.execute(
        sa.select(SUBMISSIONS.c.case_id, SUBMISSIONS.c.marks).where(removed)
    ).all():
        left = [one for one in marks if one in KEPT or (case_id in holding and one.startswith(WITH_STEPS))]
        own = sa.update(SUBMISSIONS).where(SUBMISSIONS.c.case_id == case_id)
        db.execute(own.values(marks=left, content_sha256=""))
    for name, column in HASHES.items():
        table = sa.table(name, sa.column("case_id", sa.Uuid()), sa.column(column, sa.String()))
        of_stubs = table.c.case_id.in_(sa.select(SUBMISSIONS.c.case_id).where(removed))
        db.execute(sa.update(table).where(of_stubs).values({column: ""}))


def downgrade() -> None:
    """What was told is gone."""
