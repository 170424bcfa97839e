"""A name is mended at the very moment when its owner logs in elsewhere: it stays mended, and the mending counted."""

from threading import Thread
from time import monotonic, sleep
from typing import Any

from sqlalchemy import select, text, update

from forms.person import Person
from tests.forged import log_in_of
from tests.running_site import Site
from wizard import accounts
from wizard.models import Account
from wizard.tools import Tools

MENDED = "Glad Bekkesuss"
WAITING = text(
    "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()"
)


def waits(tools: Tools) -> bool:
    """Whether another transaction waits for this one; SQLite lets none begin, and tells of none."""
    with tools.store.read() as db:
        return db.connection().dialect.name == "sqlite" or bool(db.scalar(WAITING))


def test_neither_undoes_the_other(either_site: Site) -> None:
    guest = either_site.visitor("glad")
    with either_site.tools() as tools:
        here = accounts.visitor(tools, log_in_of(either_site, guest))
        assert here
        mine, told = Account.id == here.account_id, Person("", here.person.national_id)
        enters = Thread(target=lambda: accounts.log_in(tools, told, level="demo"))
        with tools.store.write() as db:
            sealed = db.execute(select(Account.sealed_person).where(mine).with_for_update()).scalar_one()
            kept: dict[str, Any] = accounts.open_account(tools, here.account_id, sealed)
            kept |= {"name": MENDED, "first": here.name, "mended": 1, "said": True}
            again = accounts.seal_account(tools, here.account_id, kept)
            db.execute(update(Account).where(mine).values(sealed_person=again))
            db.flush()
            enters.start()
            end = monotonic() + 5
            while not waits(tools) and monotonic() < end:
                sleep(0.01)
        enters.join()
        with tools.store.read() as db:
            sealed = db.execute(select(Account.sealed_person).where(mine)).scalar_one()
        found = accounts.open_account(tools, here.account_id, sealed)
        assert (found["name"], found["mended"]) == (MENDED, 1)
