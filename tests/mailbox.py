"""A mail server on this machine, which keeps what it is given: real SMTP, on whose other side nobody is."""

import email
import email.policy
import re
from email.message import EmailMessage
from typing import Any, Self

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from tests.guest import shown_codes

CODE = re.compile(r"\b[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}\b")
OK = "250 2.0.0 OK"


class Mailbox(Controller):
    """``refuses`` has the answers to the recipients that are not taken."""

    def __init__(self, port: int, **options: Any) -> None:
        super().__init__(self, hostname="127.0.0.1", port=port, ready_timeout=30, **options)
        self.got: list[EmailMessage] = []
        self.greeted: list[str] = []
        self.refuses: dict[str, str] = {}
        self.answer = OK

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    async def handle_EHLO(  # noqa: N802 -- aiosmtpd's name
        self, _server: SMTP, session: Session, _envelope: Envelope, hostname: str, responses: list[str]
    ) -> list[str]:
        session.host_name = hostname
        self.greeted.append(hostname)
        return responses

    async def handle_RCPT(  # noqa: N802 -- aiosmtpd's name
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, _options: list[str]
    ) -> str:
        if address in self.refuses:
            return self.refuses[address]
        envelope.rcpt_tos.append(address)
        return OK

    async def handle_DATA(self, _server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802 -- aiosmtpd's name
        if self.answer != OK:
            return self.answer
        assert isinstance(envelope.content, bytes)
        message = email.message_from_bytes(envelope.content, policy=email.policy.default)
        assert isinstance(message, EmailMessage)
        assert message["To"] == envelope.rcpt_tos[0]
        self.got.append(message)
        return OK

    def to(self, address: str) -> list[EmailMessage]:
        return [one for one in self.got if one["To"] == address]

    def code(self, address: str) -> str:
        """The code in the last mail to that address."""
        found = CODE.search(self.to(address)[-1].get_content())
        assert found
        shown_codes().add(found[0])
        return found[0]
