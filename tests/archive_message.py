"""Messages to an archive, made of an invented case and read again."""

import uuid
from datetime import UTC, datetime
from typing import Any

from lxml import etree

from docgen.contract import DOCX, PDF
from forms.municipality import municipality
from wizard.archive_message.elements import CATALOGUE, MESSAGE
from wizard.archive_message.matter import Filed, Matter, Who

STILLE = Who("Stille Bjørkeløv", "14835749828")
MYK = Who("Myk Havgløtt", "21868449893", "proxy")
PREFIXES = {"a": MESSAGE, "k": CATALOGUE}
RECORD = "a:registrering"


def matter(place: str = "larvik", **changed: Any) -> Matter:
    """An application that somebody sent for herself; ``changed`` are fields of it."""
    usual: dict[str, Any] = {
        "case_id": uuid.UUID(int=1),
        "reference": "V-2345-6789",
        "codes": municipality(place).archive_codes,
        "sort": "application",
        "title": "Søknad om koordinator og individuell plan",
        "sender": STILLE,
        "subject": STILLE,
        "receiver": "Tjenestekontoret",
        "received_at": datetime(2026, 12, 1, 23, 30, 5, 700, UTC),
        "restricted": False,
        "pdf": Filed("Søknad om koordinator og individuell plan", PDF, b"%PDF-invented"),
        "docx": Filed("Søknad om koordinator og individuell plan", DOCX, b"PK-invented"),
    }
    return Matter(**usual | changed)


def read(message: bytes) -> etree._Element:
    return etree.fromstring(message)


def said(message: bytes, path: str) -> list[str]:
    """The texts at that path, whose steps are in the message's namespace (``a:``) or the catalogue's (``k:``)."""
    return [str(one.text) for one in read(message).iterfind(path, PREFIXES)]
