"""The verb after a change of keys: seals everything anew that another key than the current one has sealed."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import select, update

from wizard.cases.access_log import entry_place
from wizard.cases.assistants import sealed_at
from wizard.cases.consented import consent_place, limit_place
from wizard.cases.delivering import reason_place
from wizard.cases.filed import preview_place
from wizard.cases.kept_names import drop, each_row
from wizard.cases.notice_address import address_place, asked_place
from wizard.cases.noticing import Whose, to_place
from wizard.cases.step_places import place_of
from wizard.delivery.queue import Which
from wizard.elsewhere import hint_place, refresh_place
from wizard.laid_aside import place as aside_place
from wizard.models import Account, Attachment, LoginSession, StepAnswers, Submission, Table
from wizard.models_access import Access
from wizard.models_acting import Frozen, Invitation, Participant, Signed
from wizard.models_consents import Consent, ConsentLimit
from wizard.models_deliveries import Delivery
from wizard.models_notices import AddressCode, Notice, NoticeAddress
from wizard.tools import Tools
from wizard.vault import SealBrokenError

Place = Callable[[Any], str]

PLACES: dict[tuple[type[Table], str], Place] = {
    (Account, "sealed_person"): lambda row: f"accounts:{row.id}",
    (LoginSession, "sealed_hint"): lambda row: hint_place(row.token_hash),
    (LoginSession, "sealed_refresh"): lambda row: refresh_place(row.token_hash),
    (LoginSession, "sealed_aside"): lambda row: aside_place(row.token_hash),
    (StepAnswers, "sealed_answers"): lambda row: place_of(row.case_id, row.slug, "answers"),
    (StepAnswers, "sealed_typed"): lambda row: place_of(row.case_id, row.slug, "typed"),
    (Attachment, "sealed_info"): lambda row: f"attachments:{row.id}",
    (Attachment, "sealed_preview"): lambda row: preview_place(row.id),
    (Submission, "sealed_request"): lambda row: f"submissions:{row.case_id}",
    (Invitation, "sealed_who"): lambda row: f"invitations:{row.id}",
    (Participant, "sealed_word"): lambda row: f"participants:{row.id}",
    (Participant, "sealed_name"): lambda row: sealed_at(row.id),
    (Frozen, "sealed_content"): lambda row: f"frozen:{row.case_id}",
    (Signed, "sealed_signature"): lambda row: f"signatures:{row.id}",
    (Consent, "sealed_detail"): lambda row: consent_place(row.id),
    (ConsentLimit, "sealed_words"): lambda row: limit_place(row.id),
    (Access, "sealed_entry"): lambda row: entry_place(row.number),
    (NoticeAddress, "sealed_address"): lambda row: address_place(Whose(row.account_id, row.municipality)),
    (AddressCode, "sealed_address"): lambda row: asked_place(row.id),
    (Notice, "sealed_to"): lambda row: to_place(row.id),
    (Delivery, "sealed_reason"): lambda row: reason_place(Which(row.case_id, row.channel, row.number)),
}
"""Every sealed column, and the place that a row's value is bound to."""


class NotResealedError(Exception):
    """Something cannot be opened; says in which column it lies, or which file it is. What was done so far stays so."""


@contextmanager
def _told(where: str) -> Iterator[None]:
    try:
        yield
    except SealBrokenError as error:
        raise NotResealedError(
            f"{where} is {error}. Nothing is lost: with the key that sealed it behind the first in VEIVISER_KEYS, run"
            " veiviser reseal again. Keep the older keys until it has gone through."
        ) from error


def reseal(tools: Tools) -> int:
    """Seal with the current key what lies under an older one; gives how many values. May be stopped and repeated.

    ``NotResealedError`` where something cannot be opened.
    """
    columns = sum(_column(tools, table, name, place) for (table, name), place in PLACES.items())
    return columns + sum(_file(tools, name) for name in dict(each_row(tools)))


def _column(tools: Tools, table: type[Table], name: str, place: Place) -> int:
    column, keys = getattr(table, name), list(table.__table__.primary_key)
    with tools.store.read() as db:
        rows = db.execute(select(*keys, column).where(column.is_not(None))).all()
    done = 0
    for row in rows:
        old: bytes = getattr(row, name)
        if tools.vault.sealed_with_current(old):
            continue
        with _told(f"A value in {table.__tablename__}.{name}"):
            new = tools.vault.seal(tools.vault.open(old, place(row)), place(row))
        here = (key == getattr(row, key.name) for key in keys)
        with tools.store.write() as db:
            # what was written meanwhile is sealed with the current key already, and stays
            db.execute(update(table).where(*here, column == old).values({name: new}))
        done += 1
    return done


def _file(tools: Tools, name: str) -> bool:
    try:
        with _told(f"The file {name}"):
            done = tools.blobs.reseal(name)
    except FileNotFoundError:  # taken away meanwhile
        return False
    if done:
        drop(tools, name)  # if it was taken away between: else a row speaks of it, and it stays
    return done
