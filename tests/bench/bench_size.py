"""What a pair costs with more and more questions: in the table, and drawn as SVG."""

import json
import tempfile
import time
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from statistics import median

import pikepdf

from docgen.contract import Content, DocumentRequest
from docgen.make import make_docx, make_pdf
from docgen.seal import SealingKey
from docgen.sealing_key import make_once
from tests.bench.bench_docgen import SAMPLE
from tests.bench.drawing import drawing
from tests.bench.table import Row

QUESTIONS = (10, 20, 40, 80, 160, 320)
TIMES = 9


def bench(folder: Path) -> Iterator[Row]:
    with tempfile.TemporaryDirectory() as kept:
        make_once(Path(kept) / "seal.p12", b"x")
        key = SealingKey.load(Path(kept) / "seal.p12", b"x")
        found = [(number, *_pair(number, key)) for number in QUESTIONS]
    least = found[0][2]
    for number, pages, cost in found:
        told = f"{cost / pages:.1f} ms a page"
        yield Row(
            f"a pair of {number} questions, {pages} pages",
            cost,
            "ms",
            cost / least,
            f"{QUESTIONS[0]} questions",
            told,
        )
    (folder / "cost.svg").write_text(drawing([(number, cost) for number, _, cost in found]))


def _pair(questions: int, key: SealingKey) -> tuple[int, float]:
    """Pages, and milliseconds of CPU."""
    taken, made = [], b""
    for number in range(TIMES):
        request = _of(questions, number)
        begun = time.process_time()
        make_docx(request)
        made = make_pdf(request, key)
        taken.append((time.process_time() - begun) * 1000)
    with pikepdf.open(BytesIO(made)) as opened:
        return len(opened.pages), median(taken[1:])


def _of(questions: int, number: int) -> DocumentRequest:
    request = json.loads(SAMPLE.read_bytes())
    sections = request["content"]["sections"]
    rows = [row for section in sections for row in section["answers"]]
    asked = [
        {
            "question": f"{place + 1}. {rows[place % len(rows)]['question']}",
            "answer": f"{number} {rows[place % len(rows)]['answer']}",
        }
        for place in range(questions)
    ]
    request["content"]["sections"] = [{"title": sections[0]["title"], "answers": asked}]
    digest = Content.model_validate(request["content"]).sha256()
    for signature in request["signatures"]:
        signature["content_sha256"] = digest
    return DocumentRequest.model_validate(request)
