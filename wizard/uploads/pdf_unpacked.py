"""What is packed in a stream that others are judged by (7.3.8, 7.4): taken only where every reader unpacks the same."""

import zlib

import pikepdf

from wizard.uploads.kinds import BROKEN, UnfitError

FLATE = "/FlateDecode"
PLAIN, ROWS, WHOLE = 1, range(10, 16), 8
"""Predictors: none, and those of PNG (table 8). Readers differ in the one of TIFF, where a sign is no whole byte."""
KINDS_OF_ROW = bytes(range(5))
BLANK = b"\0\t\n\f\r "
ELSEWHERE = ("/F", "/FFilter", "/FDecodeParms", "/DP")
"""Some readers take the content from another file by these, or take them for short names of what packs it."""


def unpacked(stream: pikepdf.Object) -> bytes:
    """Its content. ``UnfitError`` where it is packed in another way than honest writers pack tables and objects."""
    filters, parms = _one(stream.get("/Filter")), _one(stream.get("/DecodeParms"))
    if any(key in stream for key in ELSEWHERE) or filters not in (None, FLATE):
        raise UnfitError(BROKEN)
    inside = stream.read_raw_bytes()
    if filters == FLATE:
        inside = _inflated(inside)
    if parms is not None and not _is_plain(parms, inside):
        raise UnfitError(BROKEN)
    content = stream.read_bytes()
    if content != inside and not _has_rows(parms):
        raise UnfitError(BROKEN)
    return content


def _one(value: pikepdf.Object | None) -> pikepdf.Object | None:
    """A list of one is that one."""
    if not isinstance(value, pikepdf.Array):
        return value
    if len(value) != 1:
        raise UnfitError(BROKEN)
    return value[0]


def _inflated(packed: bytes) -> bytes:
    """All of it up to its own end: readers differ in what they make of half a stream, or of one behind it."""
    reader = zlib.decompressobj()
    try:
        content = reader.decompress(packed)
    except zlib.error as error:
        raise UnfitError(BROKEN) from error
    if not reader.eof or reader.unused_data.strip(BLANK):
        raise UnfitError(BROKEN)
    return content


def _has_rows(parms: pikepdf.Object | None) -> bool:
    return parms is not None and int(parms.get("/Predictor", PLAIN)) in ROWS


def _is_plain(parms: pikepdf.Object, inside: bytes) -> bool:
    """Whether it is told in bytes, in whole rows, each of a kind that there is."""
    if not _has_rows(parms):
        return int(parms.get("/Predictor", PLAIN)) == PLAIN
    row = int(parms.get("/Columns", 1)) + 1
    return (
        int(parms.get("/Colors", 1)) == 1
        and int(parms.get("/BitsPerComponent", WHOLE)) == WHOLE
        and row > 1
        and not len(inside) % row
        and not inside[::row].strip(KINDS_OF_ROW)
    )
