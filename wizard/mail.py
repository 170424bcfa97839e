"""Hands mails to the municipality's mail server (SMTP, RFC 5321), or in the demo writes them into a folder.

Over TLS with a certificate that is checked, or on this machine: where the server offers none, nothing is sent.
"""

import re
import smtplib
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from email.message import EmailMessage
from functools import partial
from pathlib import Path
from typing import NoReturn, Protocol

import structlog

from wizard.mail_connection import Connection, OverTls
from wizard.settings import Settings
from wizard.trust import trusted

PAUSE = 60.0
"""Seconds for which a server that is away is not asked again."""
PERMANENT = 500
OF_ADDRESS = re.compile(rb"5\.(1\.([1236]|10)|2\.1)(?![0-9])")
"""Enhanced codes (RFC 3463, RFC 7505) of an address that there is none of, or of a mailbox that is shut.

Not those of our own address (5.1.7, 5.1.8), nor a plain 550, which servers say of that and of much else.
"""

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
        self._ca_file = settings.ca_file
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

    def _connected(self) -> Connection:
        trust = trusted(self._ca_file)
        if self._tls == "tls":
            here: Connection = OverTls(self._host, self._port, self._name, context=trust)
        else:
            here = Connection(self._host, self._port, self._name)
        try:
            if self._tls == "starttls":
                here.starttls(context=trust)
            if self._user:
                here.login(self._user, self._password.get_secret_value())
        except BaseException:
            here.close()
            raise
        return here


def _send(connection: Connection, message: EmailMessage) -> None:
    connection.begin()
    try:
        connection.send_message(message, to_addrs=[one.addr_spec for one in message["To"].addresses])
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
    if code >= PERMANENT and OF_ADDRESS.match(told):
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
