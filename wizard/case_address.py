"""A case as addresses name it: whose page it is stands in the address too, not only in the log-in.

``<case>`` alone is the owner's way in. ``<case>.<participant>`` is the way in of one who takes part in somebody else's
case, in that one capacity: two tabs of one browser cannot be mixed up, whoever is logged in.
"""

import uuid
from typing import NamedTuple

from werkzeug.routing import BaseConverter

ID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"


class CaseAddress(NamedTuple):
    """Random ids: neither tells anything of anybody."""

    case_id: uuid.UUID
    participant_id: uuid.UUID | None = None

    def __str__(self) -> str:
        return ".".join(str(one) for one in self if one)


class CaseConverter(BaseConverter):
    """Reads and writes a case's place in an address; a bare id is the owner's."""

    regex = rf"{ID}(?:\.{ID})?"

    def to_python(self, value: str) -> CaseAddress:
        return CaseAddress(*(uuid.UUID(one) for one in value.split(".")))

    def to_url(self, value: CaseAddress | uuid.UUID) -> str:
        return str(value)
