"""Whether a PDF does anything but show its pages. It is kept as it came: made anew, a signature in it would break."""

import json
import re
from collections.abc import Iterator
from io import BytesIO

import pikepdf

from wizard.uploads.kinds import (
    ACTIVE,
    BROKEN,
    FILE_INSIDE,
    LIVE_FORM,
    LOCKED,
    MOST_PAGES,
    TOO_LONG,
    TOO_MUCH,
    UnfitError,
)
from wizard.uploads.pdf_actions import acts

MOST_OBJECTS = 500_000
DEEPEST = 50
PLAYED = {"/RichMedia", "/Movie", "/Screen", "/3D", "/Sound"}
"""Annotations that play something (12.5.6)."""
SAID_TWICE = re.compile(
    r"duplicated key /(S|URI|A|AA|PA|NA|Next|OpenAction|JS|JavaScript|Subtype|Base|EF|F|FS|Ref|XFA)\b"
)
"""Told by qpdf, which goes by the last; other readers go by the first."""
DATA, DATA_NAME = "/application/json", ".json"


def look_through(content: bytes) -> None:
    """``UnfitError`` where it cannot be read, or is more than pages."""
    try:
        with pikepdf.open(BytesIO(content)) as pdf:
            _look(pdf)
    except pikepdf.PasswordError as error:
        raise UnfitError(LOCKED) from error
    except (pikepdf.PdfError, ValueError, RuntimeError, RecursionError, TypeError) as error:
        raise UnfitError(BROKEN) from error


def _look(pdf: pikepdf.Pdf) -> None:
    if pdf.is_encrypted:
        raise UnfitError(LOCKED)
    if not 0 < len(pdf.pages) <= MOST_PAGES:
        raise UnfitError(TOO_LONG if len(pdf.pages) else BROKEN)
    for number, one in enumerate(_dictionaries(pdf)):
        if number > MOST_OBJECTS:
            raise UnfitError(TOO_MUCH)
        _judge(one)
    if any(SAID_TWICE.search(told) for told in pdf.get_warnings()):
        raise UnfitError(BROKEN)


def _dictionaries(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    """Every dictionary of the file, those inside others too; each reference is followed by nobody, so none twice."""
    waiting: list[tuple[pikepdf.Object, int]] = [(pdf.trailer, 0), *((one, 0) for one in pdf.objects)]
    while waiting:
        one, depth = waiting.pop()
        if depth > DEEPEST:
            raise UnfitError(TOO_MUCH)
        if isinstance(one, pikepdf.Dictionary | pikepdf.Stream):
            yield one
            inside = [value for _, value in one.items()]
        elif isinstance(one, pikepdf.Array):
            inside = list(one)
        else:
            continue
        waiting += [
            (value, depth + 1)
            for value in inside
            if isinstance(value, pikepdf.Dictionary | pikepdf.Array) and not value.is_indirect
        ]


def _judge(one: pikepdf.Object) -> None:
    if "/XFA" in one:
        raise UnfitError(LIVE_FORM)
    if acts(one) or one.get("/Subtype") in PLAYED:
        raise UnfitError(ACTIVE)
    if "/EF" in one and not _is_data(one):
        raise UnfitError(FILE_INSIDE)


def _is_data(specification: pikepdf.Object) -> bool:
    """Whether every file in it is JSON by name, kind and content, as in our own documents: that does nothing.

    A lone string is refused: a program may stand in it.
    """
    try:
        names = [str(specification[key]) for key in ("/F", "/UF") if key in specification]
        files = [one for _, one in specification.EF.items()]
        return (
            bool(names and files)
            and all(name.lower().endswith(DATA_NAME) for name in names)
            and all(one.Subtype == DATA and isinstance(json.loads(one.read_bytes()), dict) for one in files)
        )
    except (ValueError, RecursionError, AttributeError, TypeError):
        return False
