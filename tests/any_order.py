"""What the stateful tests share: an application in the test's own process, a clock that is set, people who enter."""

import tempfile
import uuid
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import RuleBasedStateMachine
from sqlalchemy import select
from werkzeug.datastructures import MultiDict

from forms.language import Language
from forms.situation import Person
from tests.at_a_time import quick
from tests.draft import CONSENTS
from tests.migrated import migrated
from tests.planted import saved
from tests.running_site import Site
from wizard import access, accounts
from wizard.accounts import Visitor
from wizard.case_address import CaseAddress
from wizard.cases import answering, errors, sending
from wizard.cases.drafts import Filled, Reader, read_draft
from wizard.cases.finding import CaseRow, find_case
from wizard.cases.step_places import place_of
from wizard.cases.what_is_signed import frozen_content, standing_content
from wizard.models import StepAnswers
from wizard.providers import invented
from wizard.tools import Tools, make_tools

REFUSED = (
    errors.AlreadySentError,
    errors.CodeOverError,
    errors.ConflictError,
    errors.ContentChangedError,
    errors.GroundLostError,
    errors.IncompleteError,
    errors.NotFillingInError,
    errors.NotToSignError,
    errors.NotYoursError,
    errors.OutOfOrderError,
    errors.TooManyTriesError,
    errors.WrongCodeError,
)
ANY_ORDER = settings(
    max_examples=25,
    stateful_step_count=15,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
)
"""A failing order is told as it was found: to make it shorter takes minutes."""


def known(key: str) -> Person:
    found = next(one for one in invented() if one.key == key)
    return Person(found.name, found.national_id)


class AnyOrder(RuleBasedStateMachine):
    """Several people with verbs of the application, in any order."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        site = Site(Path(self.folder.name), f"sqlite:///{self.folder.name}/any.sqlite")
        migrated(site.database_url)
        self.now = datetime(2026, 12, 1, 12, tzinfo=UTC)
        made = make_tools(site.settings(), lambda _db, _case: None)
        self.tools = Tools(
            made.settings, quick(made.store), made.vault, made.blobs, made.enqueue, lambda: self.now
        )

    def teardown(self) -> None:
        self.tools.store.close()
        self.folder.cleanup()

    def enter(self, key: str) -> Visitor:
        found = accounts.visitor(self.tools, accounts.log_in(self.tools, known(key), level="demo"))
        assert found
        return found

    def tried(self, verb: Callable[[], Any]) -> Any:
        """What came of it; None where it was refused."""
        self.now += timedelta(seconds=20)
        try:
            return verb()
        except REFUSED:
            return None

    def fill(self, case_id: uuid.UUID, answers: Mapping[str, Mapping[str, Any]]) -> None:
        with self.tools.store.write() as db:
            db.add_all(saved(self.tools, case_id, slug, dict(one)) for slug, one in answers.items())

    def case(self, case_id: uuid.UUID) -> CaseRow:
        with self.tools.store.connect() as db:
            found = find_case(db, case_id)
        assert found
        return found

    def shown(self, case_id: uuid.UUID, reader: Reader) -> str:
        """The hash of what the reader has in front of them."""
        with self.tools.store.read() as db:
            case = find_case(db.connection(), case_id)
            assert case
            content = standing_content(db, self.tools, case)
            if content is None:
                content = frozen_content(read_draft(db.connection(), self.tools, case, reader))
        return content.sha256()

    def signs(self, case_id: uuid.UUID, reader: Reader, when: str = "now") -> None:
        typed = MultiDict(CONSENTS | {"send_when": when})
        shown = self.shown(case_id, reader)
        sending.send(self.tools, case_id, reader, sending.Signing(shown, typed, "demo"))

    def writes(
        self,
        case_id: uuid.UUID,
        reader: Reader,
        text: str,
        rest: Mapping[str, Any],
        *,
        only_typed: bool = False,
    ) -> bool:
        """Write into the step about the need; whether it was taken."""
        typed = {"need_description": text, "duration": str(rest.get("duration") or "")}
        return self.answers(case_id, reader, "need", typed, only_typed=only_typed)

    def answers(
        self,
        case_id: uuid.UUID,
        reader: Reader,
        slug: str,
        typed: Mapping[str, str],
        *,
        only_typed: bool = False,
    ) -> bool:
        """Answer a step that was answered before; whether it was taken."""
        with self.tools.store.connect() as db:
            version = db.execute(
                select(StepAnswers.version).where(StepAnswers.case_id == case_id, StepAnswers.slug == slug)
            ).scalar_one()
        filled, case = Filled(slug, MultiDict(typed), version), self.case(case_id)
        verb = answering.keep_typed if only_typed else answering.answer
        return bool(self.tried(lambda: verb(self.tools, case, reader, filled)))

    def need(self, case_id: uuid.UUID) -> str:
        """What is saved of it."""
        with self.tools.store.read() as db:
            row = db.get_one(StepAnswers, (case_id, "need"))
        kept = self.tools.vault.open_json(row.sealed_answers or b"", place_of(case_id, "need", "answers"))
        return str(kept["need_description"])

    def may(self, rule: access.Rule, visitor: Visitor, address: CaseAddress) -> bool:
        """Whether that rule lets them in there."""
        try:
            rule(self.tools, visitor, {"municipality": "larvik", "case_id": address})
        except (errors.GroundLostError, access.NotThereError):
            return False
        return True


def reader_of(visitor: Visitor, at: CaseAddress | None = None) -> Reader:
    return Reader(visitor.person, Language(), visitor.account_id, at.participant_id if at else None)
