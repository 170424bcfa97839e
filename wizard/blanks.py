"""Blank forms for whoever asks: made by docgen once, and kept in this process for the next."""

from collections import OrderedDict
from collections.abc import Callable
from functools import cached_property
from threading import Lock
from typing import NamedTuple

import structlog
from flask import Flask

from docgen.contract import BlankRequest, Refused, Request, Unavailable
from wizard.docgen_client import docgen_client
from wizard.received import is_whole
from wizard.settings import Settings

MOST = 100
"""Files that are kept: about ten megabytes."""
PATIENCE = 10.0
"""Seconds that somebody who looks at a page waits."""

Make = Callable[[Request, str], bytes]
_log = structlog.get_logger()


class BlankUnavailableError(Exception):
    """Docgen gives no such file now."""


class Key(NamedTuple):
    """What a file is of. The request's hash makes it another file as soon as a text is another."""

    municipality: str
    journey: str
    language: str
    media_type: str
    sha256: str


class Blanks:
    """The files that were asked for last. Any thread may ask."""

    def __init__(self, settings: Settings, make: Make | None = None) -> None:
        self._settings = settings
        self._given = make
        self._kept: OrderedDict[Key, bytes] = OrderedDict()
        self._lock = Lock()

    def file(self, request: BlankRequest, place: tuple[str, str], media_type: str) -> bytes:
        """The request's file, of this municipality and journey. Raises ``BlankUnavailableError``."""
        key = Key(*place, request.blank.language, media_type, request.sha256())
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
        made = self._asked_for(request, media_type)
        with self._lock:
            self._kept[key] = made
            while len(self._kept) > MOST:
                self._kept.popitem(last=False)
        return made

    def _asked_for(self, request: BlankRequest, media_type: str) -> bytes:
        try:
            made = self._make(request, media_type)
        except (Refused, Unavailable) as trouble:
            _log.warning("no_blank_form", form=request.blank.reference, why=str(trouble))
            raise BlankUnavailableError from trouble
        if not is_whole(media_type, made):
            _log.error("no_blank_form", form=request.blank.reference, why="not whole")
            raise BlankUnavailableError
        return made

    @cached_property
    def _make(self) -> Make:
        """The client's, made in the process that uses it: connections are not to be shared over a fork."""
        if self._given:
            return self._given
        seconds = min(self._settings.docgen_seconds, PATIENCE)
        return docgen_client(self._settings, seconds).make


def init_app(app: Flask, settings: Settings) -> None:
    app.extensions["blanks"] = Blanks(settings)
