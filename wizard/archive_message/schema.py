"""The schema of Fiks Arkiv that every message is held against before it leaves; it lies in the folder of that name."""

from functools import cache
from pathlib import Path

from lxml import etree

FILE = Path(__file__).parent / "schema" / "no.ks.fiks.arkiv.v1.arkivering.arkivmelding.opprett.xsd"


class NotByTheSchemaError(Exception):
    """A message that no archive would take: told by line and kind, never by what stands there."""


def hold(message: bytes) -> None:
    """``NotByTheSchemaError`` where the message is not as the schema has it."""
    schema = _schema()
    if not schema.validate(etree.fromstring(message, _parser())):
        found = ", ".join(f"line {one.line}: {one.type_name}" for one in schema.error_log)
        raise NotByTheSchemaError(found)


@cache
def _schema() -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(FILE, etree.XMLParser(no_network=True)))


def _parser() -> etree.XMLParser:
    return etree.XMLParser(no_network=True, resolve_entities=False)
