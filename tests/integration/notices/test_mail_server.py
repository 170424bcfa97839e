"""Mails go to the mail server over TLS with a certificate that is checked, or not at all."""

import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import timedelta
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.smtp import AuthResult, LoginPassword

from tests.certificates import Authority
from tests.integration.notices.conftest import Town
from tests.mailbox import Mailbox
from tests.running_site import free_port
from wizard import mail_connection
from wizard.cases.outbox import FIRST
from wizard.mail import AwayError, Folder, NotTakenError, Server, post

SAID = "Det er noe nytt å lese"


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    """Whom nobody trusts who is not told to."""
    return Authority(tmp_path_factory.mktemp("tls"))


@pytest.fixture
def secure(authority: Authority, tmp_path: Path) -> ssl.SSLContext:
    certificate = tmp_path / "server.pem"
    authority.certify(certificate)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    return context


def knows(_server: Any, _session: Any, _envelope: Any, _how: str, told: Any) -> AuthResult:
    right = isinstance(told, LoginPassword) and (told.login, told.password) == (b"veiviser", b"invented")
    return AuthResult(success=right, handled=False)


def message() -> EmailMessage:
    made = EmailMessage()
    made["From"], made["To"], made["Subject"] = "varsler@kommune.example", "a@borger.example", "Melding"
    made.set_content(SAID)
    return made


def server(town: Town, box: Mailbox, **changed: Any) -> Server:
    settings = {"mail_server": f"127.0.0.1:{box.port}", "mail_tls": "starttls"} | changed
    found = post(town.site.settings(**settings))
    assert isinstance(found, Server)
    return found


def test_over_starttls_with_user_and_password(
    town: Town, secure: ssl.SSLContext, authority: Authority
) -> None:
    options = {"tls_context": secure, "require_starttls": True, "authenticator": knows, "auth_required": True}
    with Mailbox(free_port(), **options) as box:
        with server(
            town, box, ca_file=authority.file, mail_user="veiviser", mail_password="invented"
        ).opened() as send:
            send(message())
        assert [one["To"] for one in box.got] == ["a@borger.example"]
        wrong = {"ca_file": authority.file, "mail_user": "veiviser", "mail_password": "x"}
        with pytest.raises(AwayError), server(town, box, **wrong).opened():
            pass
        with pytest.raises(NotTakenError), server(town, box, ca_file=authority.file).opened() as send:
            send(message())
    assert len(box.got) == 1


def test_over_tls_from_the_first_byte(town: Town, secure: ssl.SSLContext, authority: Authority) -> None:
    with Mailbox(free_port(), ssl_context=secure) as box:
        with server(town, box, ca_file=authority.file, mail_tls="tls").opened() as send:
            send(message())
        assert len(box.got) == 1


def test_nothing_goes_to_one_that_nobody_vouches_for_or_that_speaks_no_tls(
    town: Town, secure: ssl.SSLContext
) -> None:
    with Mailbox(free_port(), tls_context=secure) as box:
        with pytest.raises(AwayError), server(town, box).opened():
            pass
        assert box.got == []
    with pytest.raises(AwayError), server(town, town.box).opened():
        pass
    assert town.box.got == []


def test_one_that_is_away_is_left_in_peace_for_a_minute(town: Town) -> None:
    found = post(town.site.settings(mail_server=f"127.0.0.1:{free_port()}"))
    assert found
    for _ in range(2):
        with pytest.raises(AwayError), found.opened():
            pass


def test_the_demo_writes_them_into_a_folder(town: Town, tmp_path: Path) -> None:
    found = post(town.site.settings(mail_server=str(tmp_path / "mails")))
    assert isinstance(found, Folder)
    with found.opened() as send:
        send(message())
    [file] = (tmp_path / "mails").iterdir()
    assert "To: a@borger.example" in file.read_text()
    assert SAID in file.read_text()


def now_and_then(there: socket.socket) -> None:
    for _ in range(40):
        there.sendall(b"250-wait\r\n")
        time.sleep(0.05)


def a_letter_at_a_time(there: socket.socket) -> None:
    for letter in b"250-" + b"w" * 40:
        there.sendall(bytes([letter]))
        time.sleep(0.05)
    there.sendall(b"\r\n")


def without_end(there: socket.socket) -> None:
    there.sendall(b"250-wait\r\n" * 20_000)


@contextmanager
def wordy(says: Callable[[socket.socket], None]) -> Iterator[int]:
    """A server that says all that of a recipient, and takes them in the end; gives its port."""

    def answer(there: socket.socket) -> None:
        with suppress(OSError), there, there.makefile("rb") as told:
            there.sendall(b"220 here\r\n")
            for line in told:
                if line.startswith(b"rcpt"):
                    says(there)
                there.sendall(b"250 well\r\n")

    with socket.create_server(("127.0.0.1", 0)) as here:
        thread = threading.Thread(target=lambda: answer(here.accept()[0]))
        thread.start()
        yield here.getsockname()[1]
        thread.join()


@pytest.mark.parametrize(
    "says", [now_and_then, a_letter_at_a_time, without_end], ids=lambda one: one.__name__
)
def test_one_that_says_a_little_now_and_then_or_answers_without_end_is_left(
    town: Town, monkeypatch: pytest.MonkeyPatch, says: Callable[[socket.socket], None]
) -> None:
    """Longer than it takes until another worker may send the same mail, nobody waits for it."""
    assert timedelta(seconds=mail_connection.IN_ALL + mail_connection.SECONDS) < FIRST
    monkeypatch.setattr(mail_connection, "IN_ALL", 30.0 if says is without_end else 0.3)
    with wordy(says) as port:
        began = time.monotonic()
        found = post(town.site.settings(mail_server=f"127.0.0.1:{port}"))
        assert found
        with pytest.raises(AwayError), found.opened() as send:
            send(message())
        assert time.monotonic() - began < 1.5
