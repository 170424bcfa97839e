"""Sends what waits in the outbox: the worker does it all the time, and several of them do each mail once.

A row is moved on before its mail is sent, so that no other worker takes it and a failure waits longer each time. Where
the process dies between the mail server's yes and ours, the mail goes once more, under the same Message-ID.
"""

from contextlib import suppress
from email.message import EmailMessage

import structlog

from forms.municipality import municipality
from wizard.cases.outbox import Taken, claim, drop_over, next_due, note_refused, note_sent, taken
from wizard.catalogues import language_of
from wizard.failpoints import reach
from wizard.mail import AddressRefusedError, AwayError, NotTakenError, Post, Send
from wizard.mail_texts import composed
from wizard.models_notices import Notice
from wizard.tools import Tools

log = structlog.get_logger()


def mail_waiting(tools: Tools, post: Post) -> None:
    """Send all that is due; where the mail server is away, it waits."""
    drop_over(tools)
    due = next_due(tools)
    if not due:
        return
    with suppress(AwayError), post.opened() as send:
        while due:
            _mail(tools, due, send)
            due = next_due(tools)


def _mail(tools: Tools, due: Notice, send: Send) -> None:
    ids = claim(tools, due)
    try:
        found = taken(tools, ids) if ids else None
        message = _composed(tools, found) if found else None
    except Exception as error:  # noqa: BLE001 -- sealed by a key that is gone, an address of no form: it keeps no other
        log.error("mail_not_made", cause=type(error).__name__)  # noqa: TRY400 -- its text may quote a row
        return
    if found and message:
        _send(tools, found, message, send)


def _composed(tools: Tools, found: Taken) -> EmailMessage:
    place = municipality(found.whose.municipality, tools.settings.municipalities)
    return composed(found.letter, tools.settings.mail_from, place, language_of(found.language), tools.clock())


def _send(tools: Tools, found: Taken, message: EmailMessage, send: Send) -> None:
    try:
        send(message)
    except AddressRefusedError:
        note_refused(tools, found)
    except NotTakenError as error:
        log.error("mail_not_taken", account=str(found.whose.account_id), code=error.code)  # noqa: TRY400 -- as above
    else:
        reach("mail_taken")
        note_sent(tools, found)
