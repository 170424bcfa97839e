"""The whole application over HTTP in the test's own process, where the test says what time it is."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any, Self
from uuid import UUID

import httpx
from sqlalchemy import event

import tests.rules_kept
import tests.statements_kept  # noqa: F401 -- keeps them
from docgen.contract import PDF
from docgen.make import make_pdf
from docgen.seal import SealingKey
from docgen.sealing_key import make_once
from forms.language import OSLO
from tests import behind
from tests.documents import pdf_words
from tests.draft import Draft, begin
from tests.guest import Guest
from tests.migrated import migrated
from tests.planted import Given, plant
from tests.running_site import Site
from tests.templates_kept import kept
from wizard.app import create_app
from wizard.cases.handing_over import CaseStore
from wizard.store import Store
from wizard.tools import Tools


def quick(store: Store) -> Store:
    """Nobody pulls the plug here: nothing waits for the disk."""
    if store.writer.dialect.name != "sqlite":
        return store

    @event.listens_for(store.writer, "connect")
    def connected(connection: Any, _: Any) -> None:
        connection.execute("PRAGMA synchronous=OFF")

    return store


class SiteAt(Site):
    """A site with a clock of its own. Nobody hands over: the test makes the documents when it wants them."""

    def __init__(self, folder: Path, database_url: str = "") -> None:
        super().__init__(folder, database_url or f"sqlite:///{folder / 'site.sqlite'}")
        self.now = datetime(2026, 12, 1, 12, tzinfo=OSLO)

    def __enter__(self) -> Self:
        migrated(self.database_url)
        self.app = create_app(self.settings(), enqueue=lambda _db, _case: None)
        self.app.jinja_env.bytecode_cache = kept()
        made: Tools = self.app.extensions["tools"]
        self.app.extensions["tools"] = replace(made, clock=lambda: self.now, store=quick(made.store))
        return self

    def __exit__(self, *_: object) -> None:
        for guest in self.guests:
            guest.http.close()
        self.app.extensions["tools"].store.close()

    @contextmanager
    def tools(self) -> Iterator[Tools]:
        """With the site's own clock: by another one its log-ins would be of a future."""
        with super().tools() as tools:
            yield replace(tools, clock=lambda: self.now)

    def visitor(self, person: str | None = None, municipality: str = "larvik") -> Guest:
        return self.met(Guest(self.url, municipality, person, httpx.WSGITransport(app=self.app)))

    def plant(self, case_id: UUID, answers: Given) -> bool:
        return plant(self.app.extensions["tools"], case_id, answers)

    def begin(self, person: str, journey: str, municipality: str = "larvik") -> Draft:
        """A new draft, on the day it is now."""
        draft = begin(self.visitor(person, municipality), journey)
        draft.today = self.now.astimezone(OSLO).date()
        return draft

    def later(self, draft: Draft, at: datetime) -> None:
        """Time goes by, longer than a log-in lasts: the draft's owner comes back."""
        self.now = at
        draft.guest.log_in(draft.guest.invented.key)

    def made_pdf(self, draft: Draft) -> str:
        """The words of the sealed PDF as its owner downloads it, without white space."""
        key_file = self.folder / "seal.p12"
        make_once(key_file, b"x")
        made = make_pdf(behind.frozen(self, draft), SealingKey.load(key_file, b"x"))
        with self.tools() as tools:
            CaseStore(tools).keep_document(draft.id, PDF, made)
        answer = draft.guest.get(f"{draft.path}/dokument/pdf")
        assert answer.content == made
        return pdf_words(answer.content)
