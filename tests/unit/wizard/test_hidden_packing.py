"""A PDF whose objects one reader unpacks otherwise than another: only what honest writers pack in is taken."""

import zlib

import pikepdf
import pytest

from tests import hostile
from tests.unit.wizard.test_hidden_tables import Pack, as_it_is, packed
from tests.unit.wizard.unfit import why_unfit
from wizard.uploads.kinds import ACTIVE, BROKEN
from wizard.uploads.pdfs import look_through

FLATE = b"/Filter/FlateDecode"


def deflated(parms: bytes = b"", *, more: bytes = b"", short: int = 0, row: int = 0, kind: int = 0) -> Pack:
    """In rows of so many bytes, each of that kind and filled to its end; with so much after it, or without its end."""

    def pack(content: bytes) -> tuple[bytes, bytes]:
        if row:
            filled = content.ljust(-(-len(content) // row) * row)
            content = b"".join(bytes([kind]) + filled[at : at + row] for at in range(0, len(filled), row))
        whole = zlib.compress(content)
        return FLATE + parms, whole[: len(whole) - short] + more

    return pack


def spelled(how: bytes) -> Pack:
    """Not packed at all, whatever is said of it."""
    return lambda content: (how, content)


def in_hex(content: bytes) -> tuple[bytes, bytes]:
    return b"/Filter/ASCIIHexDecode", content.hex().encode() + b">"


ROWS = b"/DecodeParms<</Predictor 12/Columns 6>>"
PLAIN: dict[str, Pack] = {
    "as it is": as_it_is,
    "deflated": deflated(),
    "deflated, by a list of one": lambda content: (
        b"/Filter[/FlateDecode]/DecodeParms[null]",
        zlib.compress(content),
    ),
    "deflated, in rows": deflated(ROWS, row=6),
    "deflated, with a line end behind": deflated(more=b"\r\n"),
    "deflated, with a word that says what holds anyway": deflated(b"/DecodeParms<</Predictor 1>>"),
}
OTHERWISE: dict[str, Pack] = {
    "rows as in a picture of another kind": deflated(b"/DecodeParms<</Predictor 2/Columns 6>>", row=6),
    "rows of half bytes": deflated(b"/DecodeParms<</Predictor 12/Columns 12/BitsPerComponent 4>>", row=6),
    "rows of colours": deflated(b"/DecodeParms<</Predictor 12/Columns 2/Colors 3>>", row=6),
    "rows of no kind": deflated(ROWS, row=6, kind=5),
    "rows of no length": deflated(b"/DecodeParms<</Predictor 12/Columns 0>>"),
    "rows that are not whole": deflated(b"/DecodeParms<</Predictor 12/Columns 5>>", row=6),
    "half of it": deflated(short=3),
    "with another behind": deflated(more=zlib.compress(b"more")),
    "in another way": in_hex,
    "in no way that there is": spelled(b"/Filter/FlateDecode"),
    "by a short name": lambda content: (b"/Filter/Fl", zlib.compress(content)),
    "twice": lambda content: (b"/Filter[/FlateDecode/FlateDecode]", zlib.compress(zlib.compress(content))),
    "by a key of another name": spelled(b"/DP<</Predictor 2>>"),
    "by a short key": spelled(b"/F/ASCIIHexDecode"),
}


@pytest.mark.parametrize("how", OTHERWISE)
@pytest.mark.parametrize("what", ["objects", "the table"])
def test_a_087_what_readers_unpack_each_in_their_way_is_refused(how: str, what: str) -> None:
    pack = OTHERWISE[how]
    by = (pack, as_it_is) if what == "objects" else (as_it_is, pack)
    assert why_unfit(look_through, packed(by=by)) in {ACTIVE, BROKEN}


@pytest.mark.parametrize("how", PLAIN)
def test_what_every_reader_unpacks_alike_is_taken(how: str) -> None:
    assert why_unfit(look_through, packed(by=(PLAIN[how], PLAIN[how]))) == ""


def test_a_087_a_file_inside_is_judged_by_what_every_reader_unpacks() -> None:
    data = b'{"a": 1}'

    def inside(pdf: pikepdf.Pdf, packed: bytes, filter_: pikepdf.Name | None) -> None:
        file = pikepdf.Stream(
            pdf, packed, Type=pikepdf.Name.EmbeddedFile, Subtype=pikepdf.Name("/application/json")
        )
        if filter_:
            file.write(packed, filter=filter_)
        named = pikepdf.Dictionary(
            Type=pikepdf.Name.Filespec, F="a.json", UF="a.json", EF=pikepdf.Dictionary(F=file)
        )
        pdf.Root.AF = pdf.make_indirect(named)

    as_it_is = hostile.changed(lambda pdf: inside(pdf, data, None))
    in_hex = hostile.changed(
        lambda pdf: inside(pdf, data.hex().encode() + b">", pikepdf.Name.ASCIIHexDecode),
        compress_streams=False,
        stream_decode_level=pikepdf.StreamDecodeLevel.none,
    )
    assert (why_unfit(look_through, as_it_is), why_unfit(look_through, in_hex)) == ("", BROKEN)
