"""Reading what left of a case, by which way, and what came of it."""

import uuid
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import select

from wizard.cases.delivering import reason_place
from wizard.delivery.queue import Which
from wizard.models_deliveries import Delivery
from wizard.tools import Tools
from wizard.vault import SealBrokenError


class Left(NamedTuple):
    """The newest delivery by one channel; ``reason`` is the receiver's own words, where it said no."""

    channel: str
    state: str
    attempts: int
    trouble: str
    receipt: str
    ended_at: datetime | None
    reason: str


def left(tools: Tools, case_id: uuid.UUID) -> list[Left]:
    """By each channel that it left by, in the order of their names."""
    query = select(Delivery).where(Delivery.case_id == case_id)
    with tools.store.read() as db:
        rows = list(db.scalars(query.order_by(Delivery.channel, Delivery.number)))
    newest = {row.channel: row for row in rows}
    return [_left(tools, row) for row in newest.values()]


def _left(tools: Tools, row: Delivery) -> Left:
    receipt = row.receipt or ""
    return Left(row.channel, row.state, row.attempts, row.trouble, receipt, row.ended_at, _reason(tools, row))


def _reason(tools: Tools, row: Delivery) -> str:
    """Empty where no key opens it: the rest of the page is of use all the same."""
    if row.sealed_reason is None:
        return ""
    place = reason_place(Which(row.case_id, row.channel, row.number))
    try:
        return tools.vault.open(row.sealed_reason, place).decode()
    except SealBrokenError:
        return ""
