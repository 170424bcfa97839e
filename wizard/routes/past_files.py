"""Reads the text of a form whose files are too large; of the files nothing is kept, in memory or on disk."""

from contextlib import suppress
from typing import NamedTuple

from flask import request
from werkzeug.datastructures import ImmutableMultiDict
from werkzeug.exceptions import HTTPException
from werkzeug.sansio.multipart import Data, Epilogue, Event, Field, File, MultipartDecoder, NeedData
from werkzeug.wsgi import LimitedStream

from wizard import whose_page
from wizard.routes.here import tools, who

CHUNK = 64 * 1024
READ_ON = 4
"""Times the limit: who sends more than that loses the connection. A browser shows no answer before it has sent all.

So much is read of who is logged in, on their own page; of a page of somebody who was, as much as is allowed; and of
anybody else no more than a step's text, or they would keep us reading what is refused.
"""


class Chosen(NamedTuple):
    """A file that went by."""

    by: str
    """The name of its input."""
    name: str
    """Its own, as the browser told it; empty where none was chosen."""


def too_large_for_files() -> bool:
    return request.mimetype == "multipart/form-data" and (request.content_length or 0) > _limit()


def read_past_files() -> list[Chosen]:
    """Let the request have its text after all; gives what is known of its files."""
    reading = _Reading()
    # cut off, too much text, or no form at all: what came before it counts
    with suppress(ValueError, HTTPException):
        reading.read()
    request.form = ImmutableMultiDict(reading.fields)
    request.files = ImmutableMultiDict()
    return reading.files


def _limit() -> int:
    return tools().settings.max_body_bytes


class _Reading:
    """The parts of the form as they go by."""

    def __init__(self) -> None:
        self.fields: list[tuple[str, str]] = []
        self.files: list[Chosen] = []
        self._text: list[bytes] | None = None
        self._left = self._most = tools().settings.max_step_bytes

    def read(self) -> None:
        boundary = request.mimetype_params.get("boundary", "").encode("ascii")
        decoder = MultipartDecoder(boundary, tools().settings.max_step_bytes, max_parts=1000)
        stream = LimitedStream(request.input_stream, min(request.content_length or 0, READ_ON * _limit()))
        while stream.tell() < self._most and (chunk := stream.read(CHUNK)):
            decoder.receive_data(chunk)
            while not isinstance(event := decoder.next_event(), Epilogue | NeedData):
                self._take(event)

    def _take(self, event: Event) -> None:
        if isinstance(event, Field):
            self._name, self._text = event.name, []
        elif isinstance(event, File):
            self.files.append(Chosen(event.name, event.filename or ""))
            self._text = None
        elif isinstance(event, Data) and self._text is not None:
            self._left -= len(event.data)
            if self._left < 0:
                raise ValueError("more text than a step can hold")
            self._text.append(event.data)
            if not event.more_data:
                self.fields.append((self._name, b"".join(self._text).decode("utf-8", "replace")))
                self._know(*self.fields[-1])

    def _know(self, name: str, value: str) -> None:
        """The token stands first on each page: from there on more is read, for whom the page was made for."""
        page = whose_page.page_of(value) if name == whose_page.FIELD else ""
        if not whose_page.is_somebodys(page):
            return
        if who() is None:
            self._most = _limit()
        elif whose_page.is_of(tools(), page, who()):
            self._most = READ_ON * _limit()
