"""How many drafts one person may have, and how much text may stand in one: who has no end of them fills the disk."""

import uuid

from sqlalchemy import Connection, bindparam, func, or_, select

from forms.language import N_
from forms.question import Fault
from forms.stepform import StepForm
from wizard.cases.drafts import Draft, Filled
from wizard.cases.errors import TooLongError, TooManyDraftsError
from wizard.models import Account, Case, StepAnswers, Submission
from wizard.models_paper import PaperIntake
from wizard.tools import Tools

FULL = N_(
    "Det er ikke plass til mer tekst i skjemaet. Kort ned dette svaret, og legg heller ved teksten som en fil."
)
FULL_WITHOUT_FILES = N_("Det er ikke plass til mer tekst i skjemaet. Kort ned dette svaret.")
OTHERS = select(
    func.coalesce(func.sum(func.length(StepAnswers.sealed_answers)), 0)
    + func.coalesce(func.sum(func.length(StepAnswers.sealed_typed)), 0)
).where(StepAnswers.case_id == bindparam("at_case"), StepAnswers.slug != bindparam("at_slug"))
"""Bytes in the steps of a case but one."""


def hold_drafts(db: Connection, tools: Tools, author_id: uuid.UUID) -> None:
    """``TooManyDraftsError`` where one draft more of that author is too many.

    Of two that are begun at once, the second counts the first.
    What staff write down from paper does not count, and what is begun at the counter is held by ``helped_often``.
    """
    if db.dialect.name != "sqlite":  # there a transaction that writes is alone from its begin
        db.execute(select(Account.id).where(Account.id == author_id).with_for_update(key_share=True))
    own = or_(Case.author_id == author_id, (Case.owner_id == author_id) & Case.author_id.is_(None))
    unsent = (
        select(func.count())
        .select_from(Case)
        .outerjoin(Submission, Submission.case_id == Case.id)
        .outerjoin(PaperIntake, PaperIntake.case_id == Case.id)
        .where(own, Submission.case_id.is_(None), PaperIntake.case_id.is_(None))
    )
    if (db.scalar(unsent) or 0) >= tools.settings.drafts_of_person:
        raise TooManyDraftsError


def refuse_too_long(form: StepForm) -> None:
    """``TooLongError`` where far more was typed into a question than it takes: nothing of the step is kept then."""
    faults = tuple(Fault(one.short_name, one.overfull_told()) for one in form.overfull())
    if faults:
        raise TooLongError(faults)


def refuse_full(db: Connection, tools: Tools, draft: Draft, filled: Filled, size: int) -> None:
    """``TooLongError``, at the step's longest answer, where so many bytes more are too much; within a locked case."""
    others = db.scalar(OTHERS, {"at_case": draft.case.id, "at_slug": filled.slug})
    if (others or 0) + size <= tools.settings.typed_of_case:
        return
    longest = draft.walk.form(draft.visit(filled.slug), filled.typed).longest()
    if longest is None:  # less than stood there
        return
    told = FULL if draft.walk.now.takes_files else FULL_WITHOUT_FILES
    raise TooLongError((Fault(longest.short_name, draft.reader.language.text(told)),))
