"""Whether a PDF does anything but show its pages. It is kept as it came: made anew, a signature in it would break."""

import json
import re
from collections import deque
from collections.abc import Callable, Iterator
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
from wizard.uploads.pdf_pieces import made_of
from wizard.uploads.pdf_places import Places
from wizard.uploads.pdf_tables import refuse_object_zero, trailers
from wizard.uploads.pdf_unpacked import unpacked

MOST_OBJECTS = 500_000
DEEPEST = 50
PLAYED = {"/RichMedia", "/Movie", "/Screen", "/3D", "/Sound"}
"""Annotations that play something (12.5.6)."""
HARMLESS = re.compile(
    r"attempted on object of type|stream keyword followed by (carriage return|extraneous)"
    r"|a common error handled|whitespace seen before xref|/Type (key should be|entry to) /"
    r"|(Resources|MediaBox) is (missing|undefined)"
)
"""Of what qpdf tells when it reads, where all readers see the same. Whatever else it tells of it has mended (a table, a
length) or chosen (the last of two values of a key), and another reader may have chosen otherwise."""
DATA, DATA_NAME = "/application/json", ".json"


def look_through(content: bytes) -> None:
    """``UnfitError`` where it cannot be read, is more than pages, or is read as more by another reader."""
    try:
        refuse_object_zero(content)
        places = Places(content)
        for end in places.ends:
            with pikepdf.open(BytesIO(content[:end])) as pdf:
                _look(pdf)
                places.note(pdf)
        if places.unnamed():
            with pikepdf.open(BytesIO(places.without_table())) as pdf:
                _judge_all(pdf)
                places.found_in(pdf)
        places.refuse_twice()
        _look_at_pieces(trailers(content), _judge_all)
        _look_at_pieces(places.packed(), _read_all)
    except pikepdf.PasswordError as error:
        raise UnfitError(LOCKED) from error
    except (
        pikepdf.PdfError,
        ValueError,
        RuntimeError,
        LookupError,
        RecursionError,
        TypeError,
        AttributeError,
    ) as error:
        raise UnfitError(BROKEN) from error


def _look(pdf: pikepdf.Pdf) -> None:
    """The pages last: what qpdf tells of these is what they lack, such as a size."""
    if pdf.is_encrypted:
        raise UnfitError(LOCKED)
    _judge_all(pdf)
    _refuse_mended(pdf)
    if not 0 < len(pdf.pages) <= MOST_PAGES:
        raise UnfitError(TOO_LONG if len(pdf.pages) else BROKEN)


def _look_at_pieces(pieces: list[bytes], look: Callable[[pikepdf.Pdf], None]) -> None:
    """Each is one object and no more, to whoever comes upon it by another way than qpdf."""
    with pikepdf.open(BytesIO(made_of(pieces))) as pdf:
        look(pdf)
        _refuse_mended(pdf)


def _read_all(pdf: pikepdf.Pdf) -> None:
    """They were judged where they stand, among all to which they refer."""
    deque(pdf.objects, maxlen=0)


def _refuse_mended(pdf: pikepdf.Pdf) -> None:
    if not all(map(HARMLESS.search, pdf.get_warnings())):
        raise UnfitError(BROKEN)


def _judge_all(pdf: pikepdf.Pdf) -> None:
    for number, one in enumerate(_dictionaries(pdf)):
        if number > MOST_OBJECTS:
            raise UnfitError(TOO_MUCH)
        _judge(one)


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
            and all(one.Subtype == DATA and isinstance(json.loads(unpacked(one)), dict) for one in files)
        )
    except (ValueError, RecursionError, AttributeError, TypeError):
        return False
