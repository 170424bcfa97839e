"""What an archive needs of one case, and nothing more: read once, and told from then on without a database."""

import uuid
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256

from forms.archive_codes import ArchiveCodes, Party
from forms.sort import Sort


@dataclass(frozen=True)
class Who:
    """Somebody by name, with the identity number where it is known; never where they are."""

    name: str
    national_id: str = ""
    party: Party | None = None
    """As what they act for whom it is about; None where they do not."""


@dataclass(frozen=True)
class Filed:
    """A file. The title is what people call it, and may name somebody: no file is ever named by it."""

    title: str
    media_type: str
    content: bytes = field(repr=False)

    @property
    def sha256(self) -> str:
        return sha256(self.content).hexdigest()


@dataclass(frozen=True)
class Matter:
    """A case as it was sent. The titles are in bokmål, whatever language it was written in: they are the archive's."""

    case_id: uuid.UUID
    reference: str
    codes: ArchiveCodes
    sort: Sort
    title: str
    """What it is, without anybody's name."""
    sender: Who
    subject: Who | None
    """Whom it is about; None where that is not told, or nobody yet, as a child that is expected."""
    receiver: str
    received_at: datetime
    restricted: bool
    """It tells of a protected address."""
    pdf: Filed
    docx: Filed
    attachments: tuple[Filed, ...] = ()
    remarks: tuple[str, ...] = ()
    """What the office should know of how it was signed, and of what is not among the files."""
    earlier: tuple[uuid.UUID, ...] = ()
    """The cases that it belongs to."""

    @property
    def people(self) -> tuple[Who, ...]:
        """Everybody who is named, whoever sent it first."""
        return tuple(dict.fromkeys(one for one in (self.sender, self.subject) if one))

    @property
    def with_number(self) -> bool:
        """Whether anybody's identity number is told."""
        return any(one.national_id for one in self.people)
