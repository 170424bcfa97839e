"""Whatever is said and taken back, in whatever order: no consent outlives its withdrawal, and none is lost."""

import tempfile
import uuid
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from sqlalchemy import select
from werkzeug.datastructures import MultiDict

from forms.journeys.registry import samples
from forms.language import Language
from forms.situation import Answers, Person
from tests import consents
from tests.at_a_time import quick
from tests.draft import CONSENTS
from tests.made import READER, applicant
from tests.migrated import migrated
from tests.planted import saved
from tests.running_site import Site
from wizard import accounts
from wizard.cases import sending
from wizard.cases.beginning import begin, find_draft
from wizard.cases.consented import HOLDS
from wizard.cases.continuing import Earlier, begin_about
from wizard.cases.drafts import Reader, read_draft
from wizard.cases.errors import IncompleteError
from wizard.cases.finding import find_case
from wizard.cases.said_for import consents_of
from wizard.cases.sending import Signing
from wizard.cases.step_places import place_of
from wizard.cases.taking_down import Staff, take_down
from wizard.cases.what_is_signed import frozen_content
from wizard.models import StepAnswers
from wizard.models_consents import Consent
from wizard.providers import invented
from wizard.tools import make_tools

OSLO = ZoneInfo("Europe/Oslo")
KINDS = st.sets(st.sampled_from(["plan", "coordinator", "sharing"]), min_size=1)
SERVICES = st.sets(st.sampled_from(["gp", "nav", "school", "ppt"]), min_size=1)
SOME = st.sets(st.integers(0, 7), min_size=1, max_size=3)


class Ledger(RuleBasedStateMachine):
    """One citizen and the office, over some weeks."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        site = Site(Path(self.folder.name), f"sqlite:///{self.folder.name}/any.sqlite")
        migrated(site.database_url)
        self.now = datetime(2026, 12, 1, 12, tzinfo=OSLO)
        made = make_tools(site.settings(), lambda _db, _case: None)
        self.tools = replace(made, clock=lambda: self.now, store=quick(made.store))
        self.over_from: dict[uuid.UUID, datetime] = {}
        self.first_seen: dict[uuid.UUID, tuple[Any, ...]] = {}

    def teardown(self) -> None:
        self.tools.store.close()
        self.folder.cleanup()

    @initialize()
    def come(self) -> None:
        self.owner = applicant(self.tools)
        self.reader = Reader(READER.person, Language(), self.owner)
        found = next(one for one in invented() if one.key == "mild")
        token = accounts.log_in(
            self.tools,
            Person(found.name, found.national_id),
            level="demo",
            post=accounts.Post("larvik", sees_restricted=True),
        )
        staff = accounts.visitor(self.tools, token)
        assert staff
        self.staff = Staff(staff, Language())

    def answer(self, case_id: uuid.UUID, answers: Answers) -> None:
        with self.tools.store.write() as db:
            db.add_all(saved(self.tools, case_id, slug, dict(given)) for slug, given in answers.items())

    def send(self, case_id: uuid.UUID) -> bool:
        with self.tools.store.connect() as db:
            draft = read_draft(db, self.tools, find_draft(db, case_id), self.reader)
        try:
            content = frozen_content(draft)
        except IncompleteError:
            return False
        signing = Signing(content.sha256(), MultiDict(CONSENTS), "demo")
        assert sending.send(self.tools, case_id, self.reader, signing) is None
        return True

    @rule(kinds=KINDS, givers=SERVICES, receivers=SERVICES, days=st.integers(1, 40))
    def say_yes(self, kinds: set[str], givers: set[str], receivers: set[str], days: int) -> None:
        until = (self.now.date() + timedelta(days=days)).isoformat()
        own = {slug: dict(given) for slug, given in samples("consent")[0].answers.items()}
        own |= {
            "kinds": {"consent_kind": sorted(kinds)},
            "sharing": {"share_from": sorted(givers), "share_to": sorted(receivers)},
            "duration": {"valid_to": until},
        }
        case_id = begin(self.tools, self.owner, "larvik", "consent")
        self.answer(case_id, own)
        assert self.send(case_id)

    def holding(self) -> list[Any]:
        found = consents_of(self.tools, self.owner, "larvik")
        return [one for one in found if one.state(self.now, self.tools.today()) == HOLDS]

    def some(self, wanted: set[int]) -> list[Any]:
        """Of one case, some of what holds."""
        held = self.holding()
        if not held:
            return []
        of = held[min(wanted) % len(held)].case_id
        own = [one for one in held if one.case_id == of]
        return [own[place] for place in sorted({number % len(own) for number in wanted})]

    @rule(wanted=SOME, later=st.integers(0, 9))
    def take_back(self, wanted: set[int], later: int) -> None:
        chosen = self.some(wanted)
        if not chosen:
            return
        about = Earlier(chosen[0].reference, tuple(str(one.id) for one in chosen))
        case = begin_about(self.tools, self.reader, self.owner, "larvik", "consent_withdrawal", about)
        day = self.now.astimezone(OSLO).date() + timedelta(days=later)
        if later:
            self.from_day(case.id, day)
        names = dict(consents.NAMES)
        self.answer(case.id, {"role": {"submitter_role": "self"}, "you": names})
        assert self.send(case.id)
        self.ended(chosen, datetime.combine(day, time(), OSLO) if later else self.now)

    def from_day(self, case_id: uuid.UUID, day: date) -> None:
        with self.tools.store.write() as db:
            row = db.get_one(StepAnswers, (case_id, "withdrawal"))
            place = place_of(case_id, "withdrawal", "answers")
            said = self.tools.vault.open_json(row.sealed_answers or b"", place)
            said |= {"from_when": "later", "from_when_date": day.isoformat()}
            row.sealed_answers = self.tools.vault.seal_json(said, place)

    @rule(wanted=SOME)
    def take_down(self, wanted: set[int]) -> None:
        chosen = self.some(wanted)
        if not chosen:
            return
        with self.tools.store.connect() as db:
            case = find_case(db, chosen[0].case_id)
        assert case
        typed = MultiDict[str, Any](consents.heard(self.tools.today()))
        typed.setlist("taken", [str(one.id) for one in chosen])
        assert take_down(self.tools, case, self.staff, typed) is None
        self.ended(chosen, self.now)

    def ended(self, chosen: list[Any], at: datetime) -> None:
        for one in chosen:
            self.over_from[one.id] = min(at, self.over_from.get(one.id, at))

    @rule(hours=st.integers(1, 200))
    def time_goes_by(self, hours: int) -> None:
        self.now += timedelta(hours=hours)

    @invariant()
    def none_outlives_its_withdrawal_or_its_last_day(self) -> None:
        if not hasattr(self, "owner"):
            return
        for one in self.holding():
            assert self.over_from.get(one.id, self.now + timedelta(1)) > self.now
            assert one.last_day is None or one.last_day >= self.now.astimezone(OSLO).date()

    @invariant()
    def nothing_ends_that_nobody_took_back(self) -> None:
        """But sharing that is left with nobody to share with."""
        if not hasattr(self, "owner"):
            return
        found = consents_of(self.tools, self.owner, "larvik")
        for one in found:
            if one.ended_at is None or one.id in self.over_from:
                continue
            left = [
                other
                for other in found
                if other.case_id == one.case_id and other.said.service and other.ended_at is None
            ]
            assert one.kind == "sharing"
            assert left == [], "all that was left ended together"

    @invariant()
    def what_was_said_is_never_changed_and_never_gone(self) -> None:
        with self.tools.store.read() as db:
            rows = {
                row.id: (row.sealed_detail, row.text_sha256, row.given_at, row.given_by, row.last_day)
                for row in db.scalars(select(Consent))
            }
        assert self.first_seen.items() <= rows.items()
        self.first_seen = rows


TestAnyOrder = Ledger.TestCase
TestAnyOrder.settings = settings(
    max_examples=20, stateful_step_count=12, deadline=None, suppress_health_check=list(HealthCheck)
)
