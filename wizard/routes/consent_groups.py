"""The ledger of one citizen as their page shows it: help and sharing apart, and what is over by itself."""

from dataclasses import dataclass
from itertools import groupby
from uuid import UUID

from wizard.cases.consented import USED, Consented, limits_of
from wizard.routes.consent_lines import ConsentLine, consent_line, limit_told
from wizard.routes.here import tools


@dataclass(frozen=True)
class Sharing:
    """The services that share by one form: what is said of one of them is said of all."""

    case_id: UUID
    lines: list[ConsentLine]

    @property
    def first(self) -> ConsentLine:
        return self.lines[0]


@dataclass(frozen=True)
class Groups:
    """``over`` is what was taken back, and what has expired."""

    help: list[ConsentLine]
    sharing: list[Sharing]
    over: list[ConsentLine]

    @property
    def closed(self) -> bool:
        """Whether others decide still on some of it."""
        return any(one.closed for one in self._open)

    @property
    def reader_decides(self) -> bool:
        """Whether the reader may take back any of it, or could."""
        return not self._open or not all(one.outgrown for one in self._open)

    @property
    def _open(self) -> list[ConsentLine]:
        return [*self.help, *(group.first for group in self.sharing)]


def consent_lines(found: list[Consented]) -> list[ConsentLine]:
    limits = [limit_told(one) for one in limits_of(tools(), {one.case_id for one in found})]
    return [consent_line(one, limits) for one in found]


def groups(found: list[Consented]) -> Groups:
    """A notification's yes stands on no page of the notifier's: it was another's."""
    lines = [one for one in consent_lines(found) if one.state != USED]
    open_, over = [one for one in lines if one.open], [one for one in lines if not one.open]
    shared = groupby((one for one in open_ if one.sharing), key=lambda one: one.case_id)
    return Groups(
        [one for one in open_ if not one.sharing],
        [Sharing(case_id, list(those)) for case_id, those in shared],
        over,
    )
