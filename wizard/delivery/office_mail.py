"""Tells the office's mailbox that something has come: not what, of whom, or by which reference."""

import uuid
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from forms.language import N_, Language
from forms.municipality import Municipality
from wizard.delivery.outcome import LaterError, RefusedError
from wizard.failpoints import reach
from wizard.mail import AddressRefusedError, AwayError, NotTakenError, Post

SUBJECT = N_("Noe nytt har kommet til kontoret")
TOLD = (
    N_("Noe nytt har kommet til kontoret hos %(municipality)s."),
    N_("Logg inn her for å lese det:"),
)
WHY = N_("Hva som har kommet, og fra hvem, står aldri i e-posten. Du kan ikke svare på den.")
IN_BOKMAL = Language()


def composed(key: str, sender: str, place: Municipality, address: str, at: datetime) -> EmailMessage:
    """``key`` is the delivery's: a mail that goes twice, because the sender died in between, is known by it."""
    told = [IN_BOKMAL.text(one, municipality=place.name) for one in TOLD]
    message = EmailMessage(policy=SMTP)
    message["From"] = Address(place.name, addr_spec=sender)
    message["To"] = Address(addr_spec=place.delivery.mail or "")
    message["Subject"] = IN_BOKMAL.text(SUBJECT)
    message["Date"] = format_datetime(at)
    message["Message-ID"] = f"<{key}@{sender.rpartition('@')[2]}>"
    message["Auto-Submitted"] = "auto-generated"  # RFC 3834: nobody's absence note comes back
    message.set_content("\n\n".join([*told, address, IN_BOKMAL.text(WHY)]) + "\n", cte="quoted-printable")
    return message


def send(post: Post | None, message: EmailMessage) -> str:
    """Gives the mail's own id. ``LaterError`` or ``RefusedError`` where it was not taken."""
    if post is None:
        raise LaterError("no_mail_server")
    try:
        with post.opened() as take:
            take(message)
    except AwayError as error:
        raise LaterError("mail_server_away") from error
    except NotTakenError as error:
        raise LaterError(f"mail_{error.code}") from error
    except AddressRefusedError as error:
        raise RefusedError from error
    reach("office_mail_taken")
    return str(uuid.UUID(message["Message-ID"].strip("<>").partition("@")[0]))
