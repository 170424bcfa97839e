"""A further look-up key: everybody and everything is found as before, and a wrong key is told before it does harm."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Self

import httpx
import pytest
from flask import Flask
from sqlalchemy import LargeBinary, select
from sqlalchemy.exc import OperationalError

from tests.counter import STILLE
from tests.draft import JOURNEY
from tests.guest import Guest, hidden
from tests.migrated import migrated
from tests.powers import given
from tests.running_site import Site, key
from wizard import process
from wizard.accounts import lookup_of
from wizard.app import create_app
from wizard.cases import rehashing
from wizard.cases.rehashing import HASHES, OtherKeysError
from wizard.models import Account, Table
from wizard.tools import Tools

NOT_LOOKED_UP = {
    ("login_sessions", "token_hash"),
    ("access_log", "login"),
    ("access_log", "hash"),
    ("lookup_keys", "mark"),
}
"""Hashes without a key of ours, the chain of the log, which the first key ties, and the mark itself."""


class Here(Site):
    """The site in the test's own process: it is started anew by ``restart``."""

    def __enter__(self) -> Self:
        migrated(self.database_url)
        self.app = create_app(self.settings(), enqueue=lambda _db, _case: None)
        return self

    def __exit__(self, *_: object) -> None:
        for guest in self.guests:
            guest.http.close()
        self.app.extensions["tools"].store.close()

    def visitor(self, person: str | None = None, municipality: str = "larvik") -> Guest:
        self.guests.append(Guest(self.url, municipality, person, httpx.WSGITransport(app=self.app)))
        return self.guests[-1]


@pytest.fixture
def own_site(database_url: str, tmp_path: Path) -> Iterator[Here]:
    with Here(tmp_path, database_url) as site:
        yield site


def keys_of(site: Site) -> str:
    return site.environment["VEIVISER_LOOKUP_KEY"]


def opened(site: Site, **settings: Any) -> Flask:
    app = create_app(site.settings(**settings))
    app.extensions["tools"].store.close()
    return app


def test_no_keyed_hash_is_forgotten() -> None:
    keyed = {
        (mapper.class_.__tablename__, column.name)
        for mapper in Table.registry.mappers
        for column in mapper.columns
        if isinstance(column.type, LargeBinary) and not column.name.startswith("sealed_")
    }
    assert keyed - NOT_LOOKED_UP == {(table.__tablename__, name) for table, name in HASHES}


def test_everything_is_found_by_the_further_key_as_before(own_site: Here) -> None:
    giver, proxy = own_site.visitor("stille"), own_site.visitor("myk")
    power = given(giver, proxy)
    assert power.send().status_code == 303
    process.fill_in(own_site.settings())
    further = f"{keys_of(own_site)},{key()}"
    with pytest.raises(OtherKeysError, match="veiviser rehash"):
        opened(own_site, lookup_key=further)
    assert process.rehash(own_site.settings(lookup_key=further)) >= 3
    with own_site.unchanged():
        assert process.rehash(own_site.settings(lookup_key=further)) == 0
    with pytest.raises(OtherKeysError, match="put the former"):
        opened(own_site)
    own_site.__exit__()
    own_site.environment["VEIVISER_LOOKUP_KEY"] = further
    before = accounts(own_site)
    with own_site as again:
        assert power.path in again.visitor("stille").get("/larvik/mine-saker").text
        assert "Handle for en annen" in again.visitor("myk").get("/larvik/mine-saker").text
        assert len(accounts(again)) == len(before), "nobody is there twice"
        assert process.check_access_log(again.settings(), "").breaks == []


def test_keys_that_could_not_be_checked_at_the_start_make_no_account(
    own_site: Here, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The database was away when the wizard started: who logs in again must not become somebody new."""
    own_site.visitor("stille")
    helper = own_site.visitor("fin")
    process.fill_in(own_site.settings())
    monkeypatch.setattr(rehashing, "hold", database_is_away)
    app = create_app(own_site.settings(lookup_key=key()), enqueue=lambda _db, _case: None)
    client, page = app.test_client(), "/larvik/logg-inn"
    token = hidden(client.get(page).text, "csrf_token")
    with own_site.unchanged():
        answer = client.post(page, data={"person": "stille", "csrf_token": token})
    assert answer.status_code == 503
    client.set_cookie("veiviser", helper.cookie, domain="localhost")
    typed = {"journey": JOURNEY, "name": STILLE.name, "number_known": "has_number", "related": "no"}
    token = hidden(client.get("/larvik/skranke/").text, "csrf_token")
    made = typed | {"national_id": STILLE.national_id, "csrf_token": token}
    with own_site.unchanged():
        assert client.post("/larvik/skranke/ny", data=made).status_code == 503
    app.extensions["tools"].store.close()


def database_is_away(_: Tools) -> None:
    raise OperationalError("", {}, Exception("away"))


def accounts(site: Site) -> list[str]:
    return next(rows for name, rows in site.rows().items() if name.endswith(".accounts"))


@pytest.mark.parametrize("place", ["another", "before", "fewer"])
def test_what_is_not_the_former_keys_and_more_is_refused(own_site: Here, place: str) -> None:
    first = keys_of(own_site)
    own_site.visitor("stille")
    process.fill_in(own_site.settings())
    if place == "fewer":
        more = f"{first},{key()}"
        process.rehash(own_site.settings(lookup_key=more))
    wrong = {"another": key(), "before": f"{key()},{first}", "fewer": first}[place]
    with own_site.unchanged():
        for refused in (process.rehash, process.fill_in):
            with pytest.raises(OtherKeysError):
                refused(own_site.settings(lookup_key=wrong))
        with pytest.raises(OtherKeysError):
            opened(own_site, lookup_key=wrong)


def test_a_database_from_before_has_been_through_one_key(own_site: Here) -> None:
    """Where two are named before it was ever asked, the first one filled it."""
    own_site.visitor("stille")
    two = f"{keys_of(own_site)},{key()}"
    assert process.rehash(own_site.settings(lookup_key=two)) >= 1
    app = opened(own_site, lookup_key=two)
    tools = app.extensions["tools"]
    wanted = lookup_of(tools, own_site.guests[0].invented.national_id)
    with tools.store.read() as db:
        assert db.scalar(select(Account.id).where(Account.lookup == wanted))
    tools.store.close()
