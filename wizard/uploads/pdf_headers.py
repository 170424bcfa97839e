"""Where anything in the bytes of a PDF may begin an object (7.3.10), as the most lenient reader takes it.

Nothing is known there of texts and remarks, as readers differ in where these begin: a header counts wherever it stands.
"""

import re
from collections.abc import Iterator
from itertools import islice

from wizard.uploads.kinds import TOO_MUCH, UnfitError

SPACES, DIGITS = b"\0\t\n\v\f\r \x80\xa0\xff", b"0123456789+-."
"""Whatever any reader takes for a space, and for a part of a number."""
WORD = re.compile(rb"(?<=[\0\t\n\v\f\r \x80\xa0\xff0-9+.\-])obj")
"""Some readers look at beginnings of lines only, and in some it may stand close to the number before it."""
LEADS = re.compile(rb"(?<![0-9+.\-])[0-9+.\-]++(?=[\0\t\v\f \x80\xa0\xff]*+%)")
"""A number after which a remark begins; the remark may hold others of which the same is true."""
REMARK = re.compile(rb"[\0\t\v\f \x80\xa0\xff]*+%")
"""How a line begins that is nothing else."""
NEAR = 32
"""Bytes before it that are looked at first."""
MOST_WORDS, MOST_REMARKS = 500_000, 1_000
"""So many words and numbers may look like parts of a header, and so many lines of remarks stand between two of them."""


def headers(content: bytes) -> Iterator[tuple[int, bytes]]:
    """The place and number of whatever may begin an object. ``UnfitError`` where it would take too long to tell."""
    text, looked_at = content.replace(b"\r", b"\n"), 0
    for word in WORD.finditer(text):
        looked_at += 1
        for second, _ in islice(_numbers_before(text, word.start()), MOST_WORDS):
            looked_at += 1
            for first, end in _numbers_before(text, second):
                yield first, text[first:end]
        if looked_at > MOST_WORDS:
            raise UnfitError(TOO_MUCH)


def _numbers_before(text: bytes, at: int) -> Iterator[tuple[int, int]]:
    """Where each number begins and ends from which spaces and whole remarks lead to that place.

    There may be several, as any ``%`` of a line may begin its remark. No line is looked at for two places.
    """
    for _ in range(MOST_REMARKS):
        end = _back(text, at, SPACES)
        begin = _back(text, end, DIGITS)
        if begin < end:
            yield begin, end
        if text.find(b"\n", end, at) < 0:
            return
        line = text.rfind(b"\n", 0, end) + 1
        yield from (one.span() for one in LEADS.finditer(text, line, end))
        remark = REMARK.match(text, line, end)
        if not remark:
            return
        at = remark.end() - 1
    raise UnfitError(TOO_MUCH)


def _back(text: bytes, at: int, over: bytes) -> int:
    """Where what stands before that place is none of these any more."""
    size = NEAR
    while True:
        start = max(0, at - size)
        left = text[start:at].rstrip(over)
        if left or not start:
            return start + len(left)
        size *= 2
