"""Reads one file of a stranger in a process of its own: ``apart`` starts it, with no secrets and little to spend."""

import json
import resource
import sys
from importlib import import_module

from wizard.uploads.kinds import BROKEN, HEIC_TYPE, JPEG_TYPE, PDF_TYPE, PNG_TYPE, UnfitError

MEMORY = 1 << 30
SECONDS = 10
"""Of the processor: bytes of memory and seconds that one file may cost."""
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


def main() -> None:
    """A line of JSON, and after it the bytes to keep."""
    for what, most in LIMITS.items():
        resource.setrlimit(what, (most, most))
    kept = b""
    try:
        media_type, kept = read(sys.argv[1], sys.stdin.buffer.read())
        told = {"media_type": media_type, "why": ""}
    except UnfitError as error:
        told = {"media_type": "", "why": error.why}
    except MemoryError:
        told = {"media_type": "", "why": BROKEN}
    sys.stdout.buffer.write(json.dumps(told).encode() + b"\n" + kept)


if __name__ == "__main__":
    main()
