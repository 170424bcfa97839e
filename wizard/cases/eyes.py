"""Which of the office's cases a member of staff may see named in a list, told without opening any."""

from typing import NamedTuple

from sqlalchemy import ColumnElement, not_

from wizard.accounts import Visitor, lookup_of
from wizard.cases.taking_part import takes_part
from wizard.models import Submission
from wizard.tools import Tools


class Eyes(NamedTuple):
    """Whose eyes they are: what tells of a protected address is for some, one's own case for nobody of the office."""

    sees_restricted: bool
    lookup: bytes
    """The keyed hash by which they would be known as a citizen (forvaltningsloven § 6)."""

    def let_in(self) -> list[ColumnElement[bool]]:
        """Conditions on a query of ``Case`` and ``Submission``."""
        open_to_all = [] if self.sees_restricted else [Submission.restricted.is_(False)]
        return [*open_to_all, not_(takes_part(self.lookup))]


def eyes_of(tools: Tools, visitor: Visitor) -> Eyes:
    return Eyes(visitor.sees_restricted, lookup_of(tools, visitor.person.national_id))
