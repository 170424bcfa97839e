"""The PDF of a request, not yet sealed: tagged PDF/A-3a and PDF/UA-1 set by Typst, the request attached."""

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from threading import Lock

import typst

from docgen.contract import AnyRequest
from docgen.deadline import NEVER, Deadline, TooLate
from docgen.fontset import FOLDER, needed
from docgen.hushed import Panicked, hushed
from docgen.pictures import pictures
from docgen.shown import Shown

MASTERS = Path(__file__).parent / "masters"
_one_at_a_time = Lock()


def pdf(request: AnyRequest, data: Shown, deadline: Deadline = NEVER) -> bytes:
    """The document as PDF. Raises ``TypstError`` or ``Panicked`` where Typst cannot set it, or ``TooLate``.

    Ends with a line feed, without which what a seal appends would break PDF/A's syntax.
    """
    compiler, master = _compiler(request.master)
    said = json.dumps(data, ensure_ascii=False)
    # As files and not as inputs: where an input is another, Typst sets again what it kept of every document before.
    files = {
        "main.typ": master,
        "shown.json": said.encode(),
        "fonts.json": json.dumps(needed(said)).encode(),
        "request.json": request.canonical(),
        # As numbers: Typst takes no bytes that are no text.
        "pictures.json": json.dumps({name: list(one) for name, one in pictures(request).items()}).encode(),
    }
    with _turn(deadline):
        try:
            made = hushed(lambda: compiler.compile(files, format="pdf", pdf_standards=["a-3a", "ua-1"]))  # type: ignore[type-var] # its stub knows single files only
        except Panicked:
            _compiler.cache_clear()  # what a panic leaves behind is not to be trusted
            raise
    if not isinstance(made, bytes):
        raise TypeError("Typst gave no single file")
    return _clear_ends(made) + b"\n"


@contextmanager
def _turn(deadline: Deadline) -> Iterator[None]:
    """One at a time; whoever has waited too long does not begin."""
    if not _one_at_a_time.acquire(timeout=deadline.left()):
        raise TooLate
    try:
        deadline.left()
        yield
    finally:
        _one_at_a_time.release()


@cache
def _compiler(kind: str) -> tuple[typst.Compiler, bytes]:
    """Kept per process and master: the compiler, which holds the fonts and what it has set, and the master."""
    compiler = typst.Compiler(root=MASTERS, font_paths=[FOLDER], ignore_system_fonts=True)
    return compiler, (MASTERS / f"{kind}.typ").read_bytes()


def _clear_ends(pdf: bytes) -> bytes:
    """The same PDF, where a stream that ends with a carriage return cannot be read as one byte shorter.

    Typst ends a stream with a line feed, which after that byte looks like CR LF. The byte for a CR of its own is taken
    from before the keyword ``stream``, so that nothing else moves. It befalls one stream in 256, and breaks PDF/A.
    """
    clear = bytearray(pdf)
    for end in re.finditer(rb"\r\nendstream", pdf):
        start = pdf.rindex(b">>\nstream\n", 0, end.start()) + 2
        clear[start : end.end()] = pdf[start + 1 : end.start()] + b"\r\r\nendstream"
    return bytes(clear)
