"""Reads one file of a stranger in a process of its own, with no secrets and little to spend."""

import json
import resource
import signal
import sys
from importlib import import_module

from wizard.uploads.kinds import BROKEN, HEIC_TYPE, JPEG_TYPE, PAGES, PDF_TYPE, PNG_TYPE, TURN, UnfitError

MEMORY = 1 << 30
SECONDS = 10
"""Of the processor: bytes of memory and seconds that one file may cost."""
PREVIEW_SECONDS = 3
"""As long may what shows a file be drawn, which it can do without."""
LIMITS = {
    resource.RLIMIT_AS: MEMORY,
    resource.RLIMIT_CPU: SECONDS,
    resource.RLIMIT_FSIZE: 0,
    resource.RLIMIT_CORE: 0,
}


def read(media_type: str, content: bytes) -> tuple[str, bytes]:
    """The media type and bytes to keep; only the reader of that kind is loaded."""
    if media_type in {PNG_TYPE, JPEG_TYPE, HEIC_TYPE}:
        made: tuple[str, bytes] = import_module("wizard.uploads.photos").made_anew(content, media_type)
        return made
    reader = "pdfs" if media_type == PDF_TYPE else "word"
    import_module(f"wizard.uploads.{reader}").look_through(content)
    return media_type, content


def bind(content: bytes, lengths: list[str]) -> tuple[str, bytes]:
    """Photos that were made anew, one after the other, as one PDF."""
    pictures, at = [], 0
    for length in map(int, lengths):
        pictures.append(content[at : at + length])
        at += length
    made: tuple[str, bytes] = import_module("wizard.uploads.pages").bound(pictures)
    return made


def do(what: str, more: list[str], content: bytes) -> tuple[str, bytes]:
    """What ``apart`` asks for: a media type to be read as, or one of the other words of ``kinds``."""
    if what == PAGES:
        return bind(content, more)
    if what == TURN:
        made: tuple[str, bytes] = import_module("wizard.uploads.photos").turned(content, more[0])
        return made
    return read(what, content)


def main(words: list[str]) -> None:
    """Answers on the standard output what ``words`` ask of the file on the standard input, and no more than that.

    A line of JSON, after it the bytes to keep, and what shows them, where that could be made.
    """
    for what, most in LIMITS.items():
        resource.setrlimit(what, (most, most))
    kept = b""
    try:
        media_type, kept = do(words[0], words[1:], sys.stdin.buffer.read())
        told = {"media_type": media_type, "why": ""}
    except UnfitError as error:
        told = {"media_type": "", "why": error.why}
    except MemoryError:
        told = {"media_type": "", "why": BROKEN}
    out = sys.stdout.buffer
    out.write(json.dumps(told | {"size": len(kept)}).encode() + b"\n" + kept)
    out.flush()  # it is read, whatever becomes of the rest
    if kept:
        signal.alarm(PREVIEW_SECONDS)
        out.write(import_module("wizard.uploads.previews").preview(told["media_type"], kept))
        out.flush()
