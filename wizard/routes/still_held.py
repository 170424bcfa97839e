"""The powers to the same proxy that hold yet, once one is taken back, as finished text."""

from typing import NamedTuple
from uuid import UUID

from wizard.cases.about import told_apart
from wizard.cases.still_held import still_held
from wizard.routes.here import case, eyes, participant, reader, tools


class PowerLine(NamedTuple):
    id: UUID
    title: str


def own_still_held() -> list[PowerLine]:
    """For its giver alone: whom else they trust is nobody else's to know."""
    found = still_held(tools(), case()) if participant() is None else []
    told = told_apart(tools(), reader(), case().owner_id, [one.reference for one in found])
    return [PowerLine(one.case_id, told[one.reference]) for one in found]


def office_still_held() -> list[PowerLine]:
    """By their references, as far as the reader may see them named."""
    found = still_held(tools(), case(), eyes().let_in())
    return [PowerLine(one.case_id, one.reference) for one in found]
