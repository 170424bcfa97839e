import io
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pikepdf
import pytest
from flask.testing import FlaskClient
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

from docgen.contract import PDF
from docgen.make import make_pdf
from docgen.pdf import pdf
from docgen.seal import SealingKey, seal
from docgen.sealing_key import self_made
from docgen.shown import shown
from docgen.verify import Report, verify
from tests.unit.docgen.asking import asking, sample


@pytest.fixture(scope="module")
def sealed(key: SealingKey) -> bytes:
    return make_pdf(sample(), key)


def drawn_over(sealed: bytes) -> bytes:
    writer = IncrementalPdfFileWriter(io.BytesIO(sealed))
    drawing = generic.StreamObject(stream_data=b"0 0 300 300 re f")
    writer.add_stream_to_page(0, writer.add_object(drawing))
    return written(writer)


def with_a_note(sealed: bytes) -> bytes:
    writer = IncrementalPdfFileWriter(io.BytesIO(sealed))
    note = generic.DictionaryObject(
        {
            generic.pdf_name("/Type"): generic.pdf_name("/Annot"),
            generic.pdf_name("/Subtype"): generic.pdf_name("/FreeText"),
            generic.pdf_name("/Rect"): generic.ArrayObject(map(generic.NumberObject, (100, 400, 300, 450))),
            generic.pdf_name("/Contents"): generic.pdf_string("INNVILGET"),
        }
    )
    writer.register_annotation(writer.find_page_for_modification(0)[0], writer.add_object(note))
    return written(writer)


def written(writer: IncrementalPdfFileWriter) -> bytes:
    changed = io.BytesIO()
    writer.write(changed)
    return changed.getvalue()


def saved_by_another_tool(sealed: bytes) -> bytes:
    changed = io.BytesIO()
    with pikepdf.open(io.BytesIO(sealed)) as document:
        document.save(changed)
    return changed.getvalue()


def one_byte_flipped(sealed: bytes) -> bytes:
    middle = len(sealed) // 3
    return sealed[:middle] + bytes([sealed[middle] ^ 1]) + sealed[middle + 1 :]


CHANGES: dict[str, Callable[[bytes], bytes]] = {
    "a: drawn over": drawn_over,
    "b: a note added": with_a_note,
    "c: bytes added": lambda sealed: sealed + b"\n% INNVILGET\n",
    "d: one byte flipped": one_byte_flipped,
    "e: saved by another tool": saved_by_another_tool,
    "cut short": lambda sealed: sealed[:-200],
    "doubled": lambda sealed: sealed + sealed,
    "no PDF": lambda _: b"%PDF-1.7 but no more",
    "nothing": lambda _: b"",
}


def test_a_sealed_document_is_genuine_and_says_which_request_it_carries(
    sealed: bytes, key: SealingKey
) -> None:
    report = verify(sealed, [key.certificate])
    assert report.genuine
    assert report.request_sha256 == sample().sha256()
    assert report.sealed_at is not None
    assert abs(datetime.now(UTC) - report.sealed_at).total_seconds() < 300


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_092_a_changed_document_is_not_genuine(
    change: Callable[[bytes], bytes], sealed: bytes, key: SealingKey, docgen: FlaskClient
) -> None:
    """Asked of docgen itself, which keeps nothing and has no database: there is no second one to run it on."""
    changed = change(sealed)
    assert not verify(changed, [key.certificate]).genuine
    asked = {"Authorization": "Bearer one", "Content-Type": PDF}
    answer = docgen.post("/v1/verifications", data=changed, headers=asked)
    assert answer.status_code == 200
    assert answer.get_json()["genuine"] is False


def test_bytes_added_leave_all_else_right_and_still_are_found(sealed: bytes, key: SealingKey) -> None:
    report = verify(sealed + b"x", [key.certificate])
    assert report.sealed
    assert report.ours
    assert not report.whole


def test_a_document_without_seal_is_not_genuine(key: SealingKey) -> None:
    assert verify(pdf(sample(), shown(sample())), [key.certificate]) == Report()


def test_the_seal_of_another_is_not_ours(key: SealingKey, tmp_path: Path) -> None:
    path = tmp_path / "other.p12"
    path.write_bytes(self_made(b"x", datetime.now(UTC)))
    other = SealingKey.load(path, b"x")
    report = verify(make_pdf(asking("Ja"), other), [key.certificate])
    assert report.sealed
    assert not report.ours
    assert not report.genuine
    assert verify(make_pdf(asking("Ja"), other), [key.certificate, other.certificate]).genuine


def test_a_second_seal_on_a_sealed_document_is_refused_by_the_first(sealed: bytes, key: SealingKey) -> None:
    with pytest.raises(Exception, match=r"(?i)not allow|certified|filled|signature"):
        seal(sealed, key)
