"""A four-page application as Word file and as sealed PDF, warm, beside LibreOffice (medians)."""

import json
import tempfile
import time
from collections.abc import Callable
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

SAMPLE = Path("docgen/masters/form.sample.json")
TIMES = 60
DOCUMENTS = 2_000


def bench() -> None:
    requests = [_numbered(number) for number in range(TIMES)]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        make_once(folder / "seal.p12", b"x")
        key = SealingKey.load(folder / "seal.p12", b"x")
        word, sealed = _times(make_docx, requests), _times(lambda one: make_pdf(one, key), requests)
        _say(f"Word file, whole and checked    {word:7.1f} ms    (aim 15)")
        _say(f"sealed PDF, whole and checked   {sealed:7.1f} ms    (aim 80)")
        _say(f"of which setting, check, seal   {_shares(requests, key)}")
        for kept, milliseconds in office_times(make_docx(requests[0]), folder):
            _say(
                f"LibreOffice, {kept:<23} {milliseconds:7.0f} ms    {milliseconds / (word + sealed):.1f} times the pair"
            )
        _say(f"memory over {DOCUMENTS} documents: {_memory(key)}")


def _numbered(number: int) -> DocumentRequest:
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
        begun = time.perf_counter()
        make(request)
        taken.append((time.perf_counter() - begun) * 1000)
    return median(taken[5:])


def _shares(requests: list[DocumentRequest], key: SealingKey) -> str:
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
        lambda one: pdf(one, shown(one)), [_numbered(number) for number in range(TIMES, 2 * TIMES)]
    )
    sealing = _times(lambda one: seal(made[one.content.reference], key), requests)
    check, word = _times(checked, requests), _times(checked_word_file, requests)
    return f"{setting:.1f}, {check:.1f}, {sealing:.1f} ms; the Word file's check {word:.1f} ms"


def _memory(key: SealingKey) -> str:
    """Resident memory after each fifth of the documents, in MB."""
    process, seen = psutil.Process(), []
    for number in range(DOCUMENTS):
        make_pdf(_numbered(number + 10 * TIMES), key)
        make_docx(_numbered(number))
        if (number + 1) % (DOCUMENTS // 5) == 0:
            seen.append(f"{process.memory_info().rss / 1e6:.0f}")
    return " ".join(seen) + " MB"


def _say(line: str) -> None:
    print(f"  {line}", flush=True)  # noqa: T201 - its purpose
