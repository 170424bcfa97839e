"""A connection to a mail server that ends, however the server goes on.

smtplib holds each read to a time, and not all of them together: a server that says a little now and then, or answers
without end, would keep the one who sends for ever. By then another has the mail, and it goes twice.
"""

import io
import smtplib
import socket
import time
from typing import Any

SECONDS = 10.0
"""As long may connecting take, and each time that the server says nothing."""
IN_ALL = 60.0
"""Seconds for all answers to one mail, and before the first of them; less than ``outbox.FIRST``."""
MOST = 64 * 1024
"""Bytes of all these answers: a mail takes a few hundred."""


class _Answers(io.RawIOBase):
    """What the server says, until the time or the bytes are used up; then ``TimeoutError``, or it is over."""

    def __init__(self, connection: "Connection", sock: socket.socket) -> None:
        super().__init__()
        self._connection, self._sock = connection, sock

    def readable(self) -> bool:
        return True

    def readinto(self, into: Any) -> int:
        left = self._connection.ends_at - time.monotonic()
        if left <= 0 or not self._connection.bytes_left:
            raise TimeoutError
        self._sock.settimeout(min(SECONDS, left))
        got = self._sock.recv_into(into, min(len(into), self._connection.bytes_left))
        self._connection.bytes_left -= got
        return got


class Connection(smtplib.SMTP):
    """``smtplib.SMTPServerDisconnected`` where the server takes too long, or says too much."""

    def __init__(self, host: str, port: int, name: str, **options: Any) -> None:
        self.begin()
        super().__init__(host, port, name, timeout=SECONDS, **options)

    def begin(self) -> None:
        """From now on all time is there again."""
        self.ends_at, self.bytes_left = time.monotonic() + IN_ALL, MOST
        if self.sock is not None:
            self.sock.settimeout(SECONDS)

    def getreply(self) -> tuple[int, bytes]:
        if self.file is None and self.sock is not None:
            self.file = io.BufferedReader(_Answers(self, self.sock))
        return super().getreply()


class OverTls(Connection, smtplib.SMTP_SSL):
    """Over TLS from the first byte."""
