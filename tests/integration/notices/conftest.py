"""A site with a clock of its own beside a mail server: what is sent is sent when the test says so."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import delete

from tests.aged import age
from tests.at_a_time import SiteAt
from tests.draft import Draft, begin
from tests.guest import Guest
from tests.integration.notices.giving import confirmed
from tests.integration.wizard.test_purging import QUIET
from tests.mailbox import OK, Mailbox
from wizard import mail
from wizard.cases.mailing import mail_waiting
from wizard.cases.purging import Purged, purge
from wizard.models_notices import AddressCode, CodeMail, Notice, NoticeAddress
from wizard.tools import Tools


class Town:
    """The site, its mail server, and what time does."""

    def __init__(self, site: SiteAt, box: Mailbox) -> None:
        self.site, self.box = site, box
        self.tools: Tools = site.app.extensions["tools"]

    def visitor(self, person: str, municipality: str = "larvik") -> Guest:
        return self.site.visitor(person, municipality)

    def giver(self, person: str, address: str) -> Guest:
        """Somebody who has confirmed that address."""
        guest = self.visitor(person)
        confirmed(guest, self, address)
        return guest

    def mail(self) -> None:
        """As the worker does, all the time."""
        found = mail.post(self.tools.settings)
        assert found
        mail_waiting(self.tools, found)

    def purge(self) -> Purged:
        return purge(self.tools)

    def later(self, **time: int) -> None:
        self.site.now += timedelta(**time)

    def announced(self, guest: Guest) -> Draft:
        """A draft of the guest's that lay so long that they are told when it goes."""
        draft = self.quiet_draft(guest)
        assert self.purge().announced == 1
        return draft

    def quiet_draft(self, guest: Guest) -> Draft:
        """One whose owner has to be told today that it goes."""
        draft = begin(guest)
        age(self.site, draft, QUIET + 1)
        return draft

    def waiting(self) -> int:
        with self.tools.store.read() as db:
            return db.query(Notice).count()


@pytest.fixture(scope="package")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    with SiteAt(tmp_path_factory.mktemp("notices")) as site, Mailbox(site.mail_port) as box:
        yield Town(site, box)


@pytest.fixture
def town(shared: Town) -> Iterator[Town]:
    """Nobody has given an address yet, and the mail server takes all."""
    with shared.tools.store.write() as db:
        for table in (Notice, AddressCode, NoticeAddress, CodeMail):
            db.execute(delete(table))
    shared.box.got.clear()
    shared.box.refuses.clear()
    shared.box.answer = OK
    now: Any = shared.site.now
    yield shared
    shared.site.now = now
