"""The ways that a package leaves by, over the case's own verbs."""

from collections.abc import Mapping
from pathlib import Path

from forms.delivery import FOLDER, MAIL, WEBHOOK
from wizard import mail
from wizard.archive_message import fetching
from wizard.cases.delivering import DeliveryStore, Due
from wizard.delivery import office_mail, webhook
from wizard.delivery.answer import LONGEST, receipt_of
from wizard.delivery.folder import lay
from wizard.delivery.outcome import LaterError
from wizard.delivery.queue import Which
from wizard.delivery.work import Deliveries
from wizard.handover import BackOff
from wizard.tools import Tools
from wizard.trust import trusted

ANSWERS = "kvittering"
WHAT = "worker.delivery"


def deliveries(tools: Tools) -> Deliveries:
    """All that leaves, as a worker does it."""
    back_off = BackOff(tools.settings.retry_first_seconds, tools.settings.retry_longest_seconds)
    return Deliveries(DeliveryStore(tools), Channels(tools).deliver, back_off)


class Channels:
    """Delivers by whichever channel a delivery is for."""

    def __init__(self, tools: Tools) -> None:
        self._tools, self._settings = tools, tools.settings
        self._rows = DeliveryStore(tools)
        self._post = mail.post(tools.settings)
        self._ways = {FOLDER: self._to_folder, WEBHOOK: self._to_webhook, MAIL: self._to_mailbox}

    def deliver(self, which: Which) -> str | None:
        """Its receipt; None where it has come to an end already. ``LaterError`` or ``RefusedError``."""
        due = self._rows.due(which)
        return None if due is None else self._ways[which.channel](which, due)

    def _to_folder(self, which: Which, due: Due) -> str:
        if not self._settings.delivery_folder:
            raise LaterError("not_set")
        name = due.reference if which.number == 0 else f"{due.reference}-{which.number + 1}"
        folder = Path(self._settings.delivery_folder) / due.place.id
        laid = lay(folder, name, lambda: self._files(which, due))
        return self._answer(folder / ANSWERS / f"{name}.xml") if due.place.delivery.answers else laid

    def _answer(self, file: Path) -> str:
        try:
            with file.open("rb") as answer:
                return receipt_of(answer.read(LONGEST + 1))
        except FileNotFoundError as error:
            raise LaterError("no_receipt") from error

    def _to_webhook(self, which: Which, due: Due) -> str:
        address, key = due.place.delivery.webhook, self._settings.delivery_key(due.place.id)
        if not address or not key:
            raise LaterError("not_set")
        if webhook.fault(address, self._settings.allowed_hosts(), demo=self._settings.demo):
            raise LaterError("not_allowed")
        seconds, trust = self._settings.delivery_seconds, trusted(self._settings.ca_file)
        there = webhook.Webhook(address, due.place.id, key, seconds, trust)
        return there.send(self._files(which, due), which.key)

    def _to_mailbox(self, which: Which, due: Due) -> str:
        if not due.place.delivery.mail or not self._settings.mail_from:
            raise LaterError("not_set")
        host = next(iter(self._settings.trusted_hosts))
        address = f"https://{host}/{due.place.id}/kontor"
        now = self._tools.clock()
        message = office_mail.composed(which.key, self._settings.mail_from, due.place, address, now)
        self._rows.tried(which)
        return office_mail.send(self._post, message)

    def _files(self, which: Which, due: Due) -> Mapping[str, bytes]:
        """Read as it is now; that it left is in the access log before, once for each delivery."""
        try:
            if due.attempts == 0:
                fetching.note(self._tools, due.reference, WHAT)
            self._rows.tried(which)
            return fetching.made(self._tools, due.reference).files
        except fetching.NotToArchiveError as error:
            raise LaterError("not_whole_yet") from error
