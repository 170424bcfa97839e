"""Whatever several people do, in whatever order: no signature survives a change, and nobody let go goes on."""

import tempfile
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from sqlalchemy import select
from werkzeug.datastructures import MultiDict

from forms.language import Language
from forms.situation import Person
from tests import several
from tests.draft import CONSENTS
from tests.made import saved
from tests.running_site import Site
from wizard import access, accounts
from wizard.accounts import Visitor
from wizard.case_address import CaseAddress
from wizard.cases import answering, asking, cosigning, sending
from wizard.cases.beginning import begin
from wizard.cases.drafts import Filled, Reader, read_draft
from wizard.cases.errors import (
    AlreadySentError,
    CodeOverError,
    ConflictError,
    ContentChangedError,
    GroundLostError,
    IncompleteError,
    NotToSignError,
    TooManyTriesError,
    WrongCodeError,
)
from wizard.cases.finding import find_case
from wizard.cases.freezing import frozen, given
from wizard.cases.sending import Signing
from wizard.cases.taking_up import take_up
from wizard.cases.what_is_signed import frozen_content, standing_content
from wizard.migrate import migrate
from wizard.models import StepAnswers, Submission
from wizard.providers import invented
from wizard.tools import Tools, make_tools

REFUSED = (
    AlreadySentError,
    CodeOverError,
    ConflictError,
    ContentChangedError,
    GroundLostError,
    IncompleteError,
    NotToSignError,
    TooManyTriesError,
    WrongCodeError,
)
PEOPLE = {"second_parent": "kjekk", "young_person": "rask"}
CAPACITY = st.sampled_from(sorted(PEOPLE))


def known(key: str) -> Person:
    found = next(one for one in invented() if one.key == key)
    return Person(found.name, found.national_id)


class Together(RuleBasedStateMachine):
    """A mother, the father and their child, with one application."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        site = Site(Path(self.folder.name), f"sqlite:///{self.folder.name}/any.sqlite")
        migrate(site.database_url)
        self.now = datetime(2026, 12, 1, 12, tzinfo=UTC)
        made = make_tools(site.settings(), lambda _db, _case: None)
        self.tools = Tools(made.settings, made.store, made.vault, made.blobs, made.enqueue, lambda: self.now)
        self.codes: dict[str, str] = {}
        self.ways_in: dict[str, CaseAddress] = {}
        self.let_go: set[CaseAddress] = set()
        self.sealed = b""

    def teardown(self) -> None:
        self.tools.store.close()
        self.folder.cleanup()

    @initialize()
    def fill_in(self) -> None:
        self.mother = self.enter("myk")
        self.signers = {capacity: self.enter(key) for capacity, key in PEOPLE.items()}
        self.case_id = begin(self.tools, self.mother.account_id, "larvik", "coordination")
        child = next(one for one in invented() if one.key == "rask")
        answers = several.answers_for(child)
        with self.tools.store.write() as db:
            db.add_all(saved(self.tools, self.case_id, slug, dict(one)) for slug, one in answers.items())
        self.need = str(answers["need"]["need_description"])
        self.rest = dict(answers["need"])

    def enter(self, key: str) -> Visitor:
        found = accounts.visitor(self.tools, accounts.log_in(self.tools, known(key), level="demo"))
        assert found
        return found

    def reader(self, capacity: str = "") -> Reader:
        if not capacity:
            return Reader(self.mother.person, Language(), self.mother.account_id)
        who, at = self.signers[capacity], self.ways_in.get(capacity)
        return Reader(who.person, Language(), who.account_id, at.participant_id if at else None)

    def tried(self, verb: Callable[[], Any]) -> Any:
        """What came of it; None where it was refused."""
        self.now += timedelta(seconds=20)
        try:
            return verb()
        except REFUSED:
            return None

    def shown(self) -> str:
        with self.tools.store.read() as db:
            case = find_case(db.connection(), self.case_id)
            assert case
            content = standing_content(db, self.tools, case)
            if content is None:
                content = frozen_content(read_draft(db.connection(), self.tools, case, self.reader()))
        return content.sha256()

    @rule(when=st.sampled_from(["wait", "wait", "wait", "now"]))
    def author_signs(self, when: str) -> None:
        typed = MultiDict(CONSENTS | {"send_when": when})
        self.tried(
            lambda: sending.send(
                self.tools, self.case_id, self.reader(), Signing(self.shown(), typed, "demo")
            )
        )

    @rule(text=st.sampled_from(["Noe.", "Noe annet.", "Og noe til."]), only_typed=st.booleans())
    def author_writes(self, text: str, *, only_typed: bool) -> None:
        with self.tools.store.connect() as db:
            case = find_case(db, self.case_id)
            version = db.execute(
                select(StepAnswers.version).where(
                    StepAnswers.case_id == self.case_id, StepAnswers.slug == "need"
                )
            ).scalar_one()
        assert case
        typed = MultiDict({"need_description": text, "duration": str(self.rest.get("duration") or "")})
        filled = Filled("need", typed, version)
        verb = answering.keep_typed if only_typed else answering.answer
        if self.tried(lambda: verb(self.tools, case, self.reader(), filled)) and not only_typed:
            self.need = text

    @rule(capacity=CAPACITY)
    def ask(self, capacity: str) -> None:
        who = known(PEOPLE[capacity])
        code = self.tried(lambda: asking.ask(self.tools, self.case_id, self.reader(), capacity, who))
        self.codes[capacity] = code or self.codes.get(capacity, "2222-2222")

    @rule(capacity=CAPACITY)
    def ask_and_come(self, capacity: str) -> None:
        """As it mostly goes."""
        self.author_signs("wait")
        self.ask(capacity)
        self.type_code(capacity, capacity)

    @rule(capacity=CAPACITY)
    def come_and_be_let_go(self, capacity: str) -> None:
        self.ask_and_come(capacity)
        self.let_somebody_go(capacity)

    @rule(capacity=CAPACITY, of=CAPACITY)
    def type_code(self, capacity: str, of: str) -> None:
        account = self.signers[capacity].account_id
        taken = self.tried(lambda: take_up(self.tools, account, self.codes.get(of, "3333-3333")))
        assert taken is None or capacity == of, "a code is for one person alone"
        if taken:
            self.ways_in[capacity] = taken.address

    @rule(capacity=CAPACITY)
    def let_somebody_go(self, capacity: str) -> None:
        def verb() -> bool:
            asking.take_back(self.tools, self.case_id, self.reader(), capacity)
            return True

        if self.tried(verb) and capacity in self.ways_in:
            self.let_go.add(self.ways_in.pop(capacity))

    @rule(capacity=CAPACITY)
    def sign(self, capacity: str) -> None:
        typed = MultiDict(several.READ)
        self.tried(
            lambda: cosigning.cosign(
                self.tools, self.case_id, self.reader(capacity), Signing(self.shown(), typed, "demo")
            )
        )

    @rule(capacity=CAPACITY)
    def say_no(self, capacity: str) -> None:
        self.tried(lambda: cosigning.decline(self.tools, self.case_id, self.reader(capacity), "Nei."))

    @rule(sure=st.sampled_from([False, False, False, True]))
    def send_without_waiting(self, *, sure: bool) -> None:
        if not sure:  # what is sent ends most of what can happen
            return
        self.tried(lambda: cosigning.send_now(self.tools, self.case_id, self.reader()))

    @rule()
    def time_goes_by(self) -> None:
        self.now += timedelta(days=15)

    @invariant()
    def every_signature_is_on_what_stands(self) -> None:
        if not hasattr(self, "case_id"):
            return
        with self.tools.store.read() as db:
            signatures = given(db, self.tools, self.case_id)
            sent = db.get(Submission, self.case_id)
            content = frozen(db, self.tools, self.case_id)
        standing = sent.content_sha256 if sent else content.sha256() if content else ""
        assert {one.signature.content_sha256 for one in signatures} <= {standing}
        people = [one.account_id for one in signatures]
        assert len(people) == len(set(people)), "nobody signs twice"

    @invariant()
    def what_is_sent_stays_as_it_was(self) -> None:
        if not hasattr(self, "case_id"):
            return
        with self.tools.store.read() as db:
            sent = db.get(Submission, self.case_id)
        if sent:
            self.sealed = self.sealed or sent.sealed_request
            assert sent.sealed_request == self.sealed
        assert bool(sent) == bool(self.sealed), "what is in stays in"

    @invariant()
    def whoever_was_let_go_finds_no_way_in(self) -> None:
        for address in self.let_go:
            for visitor in self.signers.values():
                try:
                    access.signer(self.tools, visitor, {"municipality": "larvik", "case_id": address})
                except (GroundLostError, access.NotThereError):
                    continue
                raise AssertionError("somebody without ground reads")

    @invariant()
    def nothing_saved_is_lost(self) -> None:
        if not hasattr(self, "need"):
            return
        with self.tools.store.read() as db:
            row = db.get_one(StepAnswers, (self.case_id, "need"))
        kept = self.tools.vault.open_json(
            row.sealed_answers or b"", f"step_answers:{self.case_id}:need:answers"
        )
        assert kept["need_description"] == self.need


TestAnyOrder = Together.TestCase
TestAnyOrder.settings = settings(
    max_examples=25, stateful_step_count=25, deadline=None, suppress_health_check=list(HealthCheck)
)
