"""A four-page application as Word file and as sealed PDF, warm, beside LibreOffice (medians of CPU time)."""

import json
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median

import psutil

from docgen.complete import check_docx, check_pdf
from docgen.contract import Content, DocumentRequest
from docgen.docx import docx
from docgen.make import make_docx, make_pdf
from docgen.pdf import pdf
from docgen.seal import SealingKey, seal
from docgen.sealing_key import make_once
from docgen.shown import shown
from docgen.words import words
from tests.bench.office import office_times
from tests.bench.table import Row
from tests.bench.weasy import weasy_time

SAMPLE = Path("docgen/masters/form.sample.json")
TIMES = 60
DOCUMENTS = 2_000
FIRST = 100
AIM = 45
PAIR = "the pair"


def bench(_: Path) -> Iterator[Row]:
    requests = [numbered(number) for number in range(TIMES)]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        make_once(folder / "seal.p12", b"x")
        key = SealingKey.load(folder / "seal.p12", b"x")
        word, sealed = _times(make_docx, requests), _times(lambda one: make_pdf(one, key), requests)
        pair = word + sealed
        yield Row("docgen's pair, CPU", pair, "ms", pair / AIM, f"the {AIM} ms aimed at")
        yield Row("the Word file, whole and checked", word, "ms", word / pair, PAIR)
        yield Row("the sealed PDF, whole and checked", sealed, "ms", sealed / pair, PAIR)
        for part, taken in _shares(requests, key):
            yield Row(part, taken, "ms", taken / pair, PAIR)
        yield from _office(make_docx(requests[0]), folder, pair)
        yield _weasy(requests, pair)
        yield from _memory(key)


def _office(word_file: bytes, folder: Path, pair: float) -> Iterator[Row]:
    measured = [
        Row(f"LibreOffice, {kept}, wall clock", taken, "ms", taken / pair, PAIR)
        for kept, taken in office_times(word_file, folder)
    ]
    yield from measured or [Row("LibreOffice", 0, "", told="soffice is not installed on this machine")]


def _weasy(requests: list[DocumentRequest], pair: float) -> Row:
    try:
        taken = weasy_time(requests)
    except OSError:
        return Row("WeasyPrint", 0, "", told="Pango is not installed on this machine")
    told = "the same words from HTML; unsealed, unchecked, and no Word file"
    return Row("WeasyPrint, CPU", taken, "ms", taken / pair, PAIR, told)


def numbered(number: int) -> DocumentRequest:
    """The sample with a reference and answers of its own: what is kept of one document must not flatter the next."""
    request = json.loads(SAMPLE.read_bytes())
    request["content"]["reference"] = f"LAR-2026-{number:06}"
    for section in request["content"]["sections"]:
        for row in section["answers"]:
            row["answer"] = _turned(row["answer"], number)
    digest = Content.model_validate(request["content"]).sha256()
    for signature in request["signatures"]:
        signature["content_sha256"] = digest
    return DocumentRequest.model_validate(request)


def _turned(answer: str, number: int) -> str:
    """The same words from another one on."""
    words = answer.split(" ")
    first = number % len(words)
    return " ".join(words[first:] + words[:first])


def _times(make: Callable[[DocumentRequest], bytes], requests: list[DocumentRequest]) -> float:
    """The median in milliseconds, the first few left out."""
    taken = []
    for request in requests:
        begun = time.process_time()
        make(request)
        taken.append((time.process_time() - begun) * 1000)
    return median(taken[5:])


def _shares(requests: list[DocumentRequest], key: SealingKey) -> Iterator[tuple[str, float]]:
    data = {request.content.reference: shown(request) for request in requests}
    made = {one.content.reference: pdf(one, data[one.content.reference]) for one in requests}
    word_files = {name: docx("form", each) for name, each in data.items()}

    def checked(one: DocumentRequest) -> bytes:
        name = one.content.reference
        check_pdf(made[name], words(data[name]))
        return made[name]

    def checked_word_file(one: DocumentRequest) -> bytes:
        check_docx(word_files[one.content.reference], words(data[one.content.reference]))
        return b""

    setting = _times(
        lambda one: pdf(one, shown(one)), [numbered(number) for number in range(TIMES, 2 * TIMES)]
    )
    sealing = _times(lambda one: seal(made[one.content.reference], key), requests)
    check, word = _times(checked, requests), _times(checked_word_file, requests)
    yield "of which the PDF is set", setting
    yield "of which the PDF is checked", check
    yield "of which it is sealed", sealing
    yield "of which the Word file is checked", word


def _memory(key: SealingKey) -> Iterator[Row]:
    """Resident memory after the first documents and after all."""
    process, first = psutil.Process(), 0.0
    for number in range(1, DOCUMENTS + 1):
        make_pdf(numbered(number + 10 * TIMES), key)
        make_docx(numbered(number))
        if number == FIRST:
            first = process.memory_info().rss / 1e6
            yield Row(f"a process after {FIRST} documents", first, "MB")
    last = process.memory_info().rss / 1e6
    yield Row(f"a process after {DOCUMENTS:,} documents", last, "MB", last / first, f"after {FIRST}")
