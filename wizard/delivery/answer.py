"""What an archive answers: the receipt of Fiks Arkiv (arkivmelding kvittering), an error message of it, or JSON.

The schema of receipts imports a ``feilmeldingBase.xsd`` that KS publishes elsewhere, so that no answer can be held
against it: only the elements that are needed are read, by their names.
"""

import json
import re
from typing import Any

from lxml import etree

from wizard.delivery.outcome import LaterError, RefusedError

RECEIPT = re.compile(r"[A-Za-z0-9._:/+=-]{1,200}")
"""An id, and no words: it stands unsealed."""
KEPT = ("registreringKvittering", "mappeKvittering")
FAILED = ("registreringFeilet", "mappeFeilet")
LONGEST = 64 * 1024
"""Bytes of an answer: a receipt of fifty files has about 30,000."""


def receipt_of(answer: bytes) -> str:
    """The id under which it is kept there. ``RefusedError`` with the archive's words, ``LaterError`` for no answer."""
    told = answer.lstrip()
    if not told or len(told) > LONGEST:
        raise LaterError("no_receipt")
    return _of_message(told) if told.startswith(b"<") else _of_json(told)


def reason_of(answer: bytes) -> str:
    """Why it was refused, in the receiver's words; empty where it gave none that can be read."""
    try:
        receipt_of(answer)
    except RefusedError as error:
        return error.reason
    except LaterError:
        return _detail(answer)
    return ""


def _of_json(told: bytes) -> str:
    found = _read_json(told).get("receipt")
    if not isinstance(found, str) or not RECEIPT.fullmatch(found):
        raise LaterError("no_receipt")
    return found


def _detail(told: bytes) -> str:
    """Of problem details (RFC 9457)."""
    found = _read_json(told)
    said = found.get("detail") or found.get("title")
    return said if isinstance(said, str) else ""


def _read_json(told: bytes) -> dict[str, Any]:
    try:
        found = json.loads(told)
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _of_message(told: bytes) -> str:
    try:
        root = etree.fromstring(told, etree.XMLParser(no_network=True, resolve_entities=False))
    except etree.XMLSyntaxError as error:
        raise LaterError("no_receipt") from error
    if (failed := _first(root, FAILED)) is not None:
        raise RefusedError(_text(failed, "feilmelding"))
    if _name(root).lower().startswith(("feil", "ugyldig")):
        raise RefusedError(_text(root, "feilmelding"))
    kept = _first(root, KEPT)
    found = _text(kept, "systemID") if kept is not None else ""
    if _name(root) != "arkivmeldingKvittering" or not RECEIPT.fullmatch(found):
        raise LaterError("no_receipt")
    return found


def _first(within: etree._Element, names: tuple[str, ...]) -> etree._Element | None:
    return next((one for one in within.iter("{*}*") if _name(one) in names), None)


def _text(within: etree._Element, name: str) -> str:
    return next((" ".join((one.text or "").split()) for one in within.iter("{*}*") if _name(one) == name), "")


def _name(one: etree._Element) -> str:
    return etree.QName(one).localname
