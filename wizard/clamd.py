"""Asks ClamAV's daemon whether there is a virus in a file: its command INSTREAM, over a socket (clamd(8)).

A client of our own: of the libraries, ``clamd`` is from 2014, and ``aioclamd`` wants an event loop and knows no Unix
socket. It is one command, whose every answer but "OK" and "FOUND" means that the file was not screened.
"""

import socket
import struct
import time
from collections.abc import Iterator

import structlog

from wizard.settings import Settings

CLEAN, INFECTED = "clean", "infected"
"""What is told of a file."""
GIVEN_UP = "given_up"
"""What counts for one of which it never told anything, often as it was asked."""
SECONDS = 10.0
"""As long may connecting, sending or answering take; a file of ten million bytes takes less than one."""
PAUSE = 60.0
"""Seconds for which one that hung is not asked again: ten files in a row would each wait for it."""
PIECE = 1 << 16
LENGTH = struct.Struct(">I")
LONGEST_ANSWER = 4096
ASK = b"zINSTREAM\0"
END = LENGTH.pack(0)
KNOWN = b"An invented letter, in which there is nothing to be found."

log = structlog.get_logger()


class NoClamdError(Exception):
    """Nothing would be screened: start-up ends, and this says why."""


class Clamd:
    """``address`` is a Unix socket's path, or ``host:port``."""

    def __init__(self, address: str) -> None:
        self._address = address
        self._asked_again_at = 0.0

    @property
    def rests(self) -> bool:
        """Whether it hung a moment ago, and is not asked of any file now."""
        return time.monotonic() < self._asked_again_at

    def screen(self, content: bytes) -> str | None:
        """``CLEAN`` or ``INFECTED``; None where it does not tell."""
        if self.rests:
            return None
        answer = self._answer(ASK, *_pieces(content))
        if answer.endswith(b": OK\0"):
            return CLEAN
        if answer.endswith(b" FOUND\0"):
            return INFECTED
        log.error("file_not_screened", told=answer.rpartition(b" ")[2].decode("ascii", "replace"))
        return None

    def answers(self) -> bool:
        """Whether anybody listens there; says nothing to the log."""
        try:
            self._connected().close()
        except OSError:
            return False
        return True

    def is_there(self) -> bool:
        """Whether it screens at all: one that has no room or no signatures answers a ping all the same."""
        return self._answer(ASK, *_pieces(KNOWN)).endswith(b": OK\0")

    def _answer(self, *pieces: bytes) -> bytes:
        """Empty where there is none."""
        answer = b""
        try:
            with self._connected() as connection:
                for piece in pieces:
                    connection.sendall(piece)
                while not answer.endswith(b"\0") and len(answer) < LONGEST_ANSWER:
                    part = connection.recv(LONGEST_ANSWER)
                    if not part:
                        break
                    answer += part
        except OSError as error:
            if isinstance(error, TimeoutError):
                self._asked_again_at = time.monotonic() + PAUSE
            log.error("clamd_away", cause=type(error).__name__)  # noqa: TRY400 -- where it stopped helps nobody
        return answer

    def _connected(self) -> socket.socket:
        if not self._address.startswith("/"):
            host, _, port = self._address.rpartition(":")
            return socket.create_connection((host, int(port)), timeout=SECONDS)
        connection = socket.socket(socket.AF_UNIX)
        connection.settimeout(SECONDS)
        try:
            connection.connect(self._address)
        except OSError:
            connection.close()
            raise
        return connection


def clamd(settings: Settings) -> Clamd | None:
    """The one that the settings name; None in a demo without. ``NoClamdError`` where real files would go unscreened."""
    if settings.clamd:
        return Clamd(settings.clamd)
    if not settings.demo:
        raise NoClamdError(
            "VEIVISER_CLAMD is missing: the socket of ClamAV's clamd, by which files are screened"
        )
    return None


def _pieces(content: bytes) -> Iterator[bytes]:
    for start in range(0, len(content), PIECE):
        piece = content[start : start + PIECE]
        yield LENGTH.pack(len(piece)) + piece
    yield END
