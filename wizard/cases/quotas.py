"""How much may be uploaded: to one form, and by one person: to all that they have not sent yet, and within a day."""

import uuid
from datetime import timedelta

from sqlalchemy import Connection, Select, func, select

from forms.language import N_
from wizard.cases.drafts import Draft
from wizard.cases.errors import RefusedFileError
from wizard.models import Account, Attachment, Case, Submission
from wizard.tools import Tools

CASE_FULL = N_("Du har lagt ved så mye som skjemaet har plass til. Fjern noe, eller send resten etterpå.")
PERSON_FULL = N_(
    "Du har lagt ved så mye du kan i skjemaer som ikke er sendt. Send et av dem, eller slett et utkast, og prøv igjen."
)

DAY_FULL = N_(
    "Du har lagt ved så mye du kan på ett døgn. Du kan sende skjemaet nå, og legge ved resten i morgen."
)
DAY = timedelta(days=1)


def hold_quota(db: Connection, draft: Draft) -> None:
    """Of two files that one person adds at once to two forms, the second counts the first."""
    if db.dialect.name != "sqlite":  # there a transaction that writes is alone from its begin
        author = select(Account.id).where(Account.id == draft.case.author_id)
        db.execute(author.with_for_update(key_share=True))


def refuse_beyond(db: Connection, tools: Tools, draft: Draft, size: int) -> None:
    """``RefusedFileError`` where one file more, of so many bytes, is too much.

    What staff write down from paper is counted by the form alone: they have many in hand.
    """
    limits, case = tools.settings, draft.case
    here = _kept(db, tools, _files().where(Case.id == case.id))
    if len(here) >= limits.files_of_case or sum(here) + size > limits.bytes_of_case:
        raise RefusedFileError(draft.reader.language.text(CASE_FULL))
    if case.on_paper:
        return
    author = func.coalesce(Case.author_id, Case.owner_id, type_=Case.owner_id.type)
    own = _files().where(author == case.author_id)
    unsent = _kept(db, tools, own.where(Submission.case_id.is_(None)))
    if len(unsent) >= limits.files_of_person or sum(unsent) + size > limits.bytes_of_person:
        raise RefusedFileError(draft.reader.language.text(PERSON_FULL))
    lately = _kept(db, tools, own.where(Attachment.added_at > tools.clock() - DAY))
    if len(lately) >= limits.files_of_day or sum(lately) + size > limits.bytes_of_day:
        raise RefusedFileError(draft.reader.language.text(DAY_FULL))


def _files() -> Select[uuid.UUID, bytes]:
    return (
        select(Attachment.id, Attachment.sealed_info)
        .join(Case, Case.id == Attachment.case_id)
        .outerjoin(Submission, Submission.case_id == Case.id)
    )


def _kept(db: Connection, tools: Tools, query: Select[uuid.UUID, bytes]) -> list[int]:
    """The sizes of these files: they are sealed with the rest that is known of them."""
    return [
        int(tools.vault.open_json(row.sealed_info, f"attachments:{row.id}")["size"])
        for row in db.execute(query)
    ]
