"""Hands mails to the municipality's mail server (SMTP, RFC 5321), or in the demo writes them into a folder.

Over TLS with a certificate that is checked, or on this machine: where the server offers none, nothing is sent.
"""

import re
import smtplib
import ssl
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from email.message import EmailMessage
from functools import partial
from pathlib import Path
from typing import NoReturn, Protocol

import structlog

from wizard.settings import Settings

SECONDS = 10.0
"""As long may connecting, and each answer, take: with all of them a mail takes less than two minutes."""
PAUSE = 60.0
"""Seconds for which a server that is away is not asked again."""
PERMANENT = 500
OF_ADDRESS = re.compile(rb"5\.(1\.[0-9]+|2\.1)\b")
"""Enhanced codes (RFC 3463) of an address that there is none of, or of a mailbox that is shut."""
OTHER = re.compile(rb"5\.[0-9]+\.[0-9]+\b")
NO_MAILBOX = {550, 551, 553}
"""Plain codes that say so, where no enhanced one does."""

Send = Callable[[EmailMessage], None]
"""``AddressRefusedError`` or ``NotTakenError`` where this one is not taken; ``AwayError`` where no other will be."""


log = structlog.get_logger()


class AwayError(Exception):
    """The mail server cannot be asked now."""


class AddressRefusedError(Exception):
    """The mail server says for good that there is no such address."""


class NotTakenError(Exception):
    """The mail server does not take this one now; ``code`` is its answer."""

    def __init__(self, code: int) -> None:
        super().__init__()
        self.code = code


class Post(Protocol):
    def opened(self) -> AbstractContextManager[Send]:
        """For as many mails as there are; ``AwayError`` where nobody answers."""


class Server:
    def __init__(self, settings: Settings) -> None:
        host, _, port = settings.mail_server.rpartition(":")
        self._host, self._port, self._tls = host, int(port), settings.mail_tls
        self._user, self._password = settings.mail_user, settings.mail_password
        self._name = settings.mail_from.rpartition("@")[2]  # what this machine is called is nobody's business
        self._asked_again_at = 0.0

    @contextmanager
    def opened(self) -> Iterator[Send]:
        if time.monotonic() < self._asked_again_at:
            raise AwayError
        try:
            connection = self._connected()
        except (OSError, smtplib.SMTPException) as error:
            self._asked_again_at = time.monotonic() + PAUSE
            raise _away(error) from error
        try:
            yield partial(_send, connection)
        finally:
            with suppress(OSError, smtplib.SMTPException):
                connection.quit()
            connection.close()

    def _connected(self) -> smtplib.SMTP:
        trust = ssl.create_default_context()
        if self._tls == "tls":
            here: smtplib.SMTP = smtplib.SMTP_SSL(
                self._host, self._port, self._name, timeout=SECONDS, context=trust
            )
        else:
            here = smtplib.SMTP(self._host, self._port, self._name, timeout=SECONDS)
        try:
            if self._tls == "starttls":
                here.starttls(context=trust)
            if self._user:
                here.login(self._user, self._password.get_secret_value())
        except BaseException:
            here.close()
            raise
        return here


def _send(connection: smtplib.SMTP, message: EmailMessage) -> None:
    try:
        connection.send_message(message)
    except smtplib.SMTPRecipientsRefused as error:
        [(code, told)] = error.recipients.values()
        _refused(code, told)
    except smtplib.SMTPResponseException as error:
        raise NotTakenError(error.smtp_code) from error
    except smtplib.SMTPNotSupportedError as error:  # an address with letters that this server does not know
        raise AddressRefusedError from error
    except (OSError, smtplib.SMTPException) as error:
        raise _away(error) from error


def _away(error: Exception) -> AwayError:
    log.error("mail_server_away", cause=type(error).__name__)
    return AwayError()


def _refused(code: int, told: bytes) -> NoReturn:
    # that we may not send through it is no fault of the address, and would shut out everybody's at once
    of_address = OF_ADDRESS.match(told) if OTHER.match(told) else code in NO_MAILBOX
    if code >= PERMANENT and of_address:
        raise AddressRefusedError
    raise NotTakenError(code)


class Folder:
    """Of the demo: a file for each mail, to be read by whoever tries it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @contextmanager
    def opened(self) -> Iterator[Send]:
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        yield self._write

    def _write(self, message: EmailMessage) -> None:
        name = f"{time.time_ns()}.txt"
        heads = "".join(f"{head}: {message[head]}\n" for head in ("From", "To", "Subject"))
        (self._folder / name).write_text(f"{heads}\n{message.get_content()}", encoding="utf-8")


def post(settings: Settings) -> Post | None:
    """The way that the settings name; None where no notice is sent."""
    if not settings.mail_server:
        return None
    if settings.mail_server.startswith("/"):
        return Folder(Path(settings.mail_server))
    return Server(settings)
