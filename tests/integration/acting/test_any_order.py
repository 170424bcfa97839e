"""Whatever a giver and their proxy do, in whatever order: only who has a ground today reads and writes."""

import uuid
from dataclasses import dataclass
from datetime import date, timedelta

from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, precondition, rule

from forms.language import OSLO
from tests import powers
from tests.any_order import ANY_ORDER, AnyOrder, known, reader_of
from tests.draft import told
from wizard import access
from wizard.accounts import Visitor
from wizard.case_address import CaseAddress
from wizard.cases.beginning import begin
from wizard.cases.behalf import begin_for
from wizard.cases.powers import PowerThere, give_back
from wizard.cases.taking_over import take_over
from wizard.models import Submission

WHICH = st.integers(min_value=0, max_value=2)


@dataclass
class Given:
    """What we know of a power: it holds from its first to its last day, unless it was ended."""

    id: uuid.UUID
    reference: str
    last_day: date | None
    ended: bool = False

    def holds(self, today: date) -> bool:
        return not self.ended and (self.last_day is None or today <= self.last_day)


@dataclass
class Begun:
    """A draft that the proxy began, and what was written into it."""

    at: CaseAddress
    power: Given
    need: str
    taken_over: bool = False
    sent: bytes = b""


class OnBehalf(AnyOrder):
    """Stille gives, Myk acts, Jevn has nothing to do with it."""

    @initialize()
    def people(self) -> None:
        self.giver, self.proxy, self.outsider = (self.enter(key) for key in ("stille", "myk", "jevn"))
        self.powers: list[Given] = []
        self.drafts: list[Begun] = []
        self.texts = 0

    @property
    def today(self) -> date:
        return self.now.astimezone(OSLO).date()

    @precondition(lambda self: len(self.powers) < 3)
    @rule(days=st.sampled_from([None, None, 20]))
    def give(self, days: int | None) -> None:
        limits = {"case_limit": "all_cases", "valid_from": "at_once"}
        last = self.today + timedelta(days=days) if days else None
        if last:
            limits["valid_to"] = last.isoformat()
        answers = told(
            "power_of_attorney",
            you={"subject_given_name": "Stille", "subject_family_name": "Bjørkeløv"},
            proxy={
                "proxy_name": known("myk").name,
                "proxy_known_by": "number",
                "proxy_national_id": known("myk").national_id,
            },
            scope={"scope": powers.EVERYTHING},
        )
        answers = {**answers, "limits": {**limits, "withdraw_info": True}}
        case_id = begin(self.tools, self.giver.account_id, "larvik", "power_of_attorney")
        self.fill(case_id, answers)
        self.signs(case_id, reader_of(self.giver))
        self.powers.append(Given(case_id, self.case(case_id).reference, last))

    @precondition(lambda self: self.powers)
    @rule(which=WHICH)
    def revoke(self, which: int) -> None:
        power = self.powers[which % len(self.powers)]
        if power.ended:
            return
        case_id = begin(self.tools, self.giver.account_id, "larvik", "power_of_attorney_revocation")
        answers = told(
            "power_of_attorney_revocation", revocation=powers.AT_ONCE | {"poa_reference": power.reference}
        )
        self.fill(case_id, answers)
        self.signs(case_id, reader_of(self.giver))
        power.ended = True

    @precondition(lambda self: self.powers)
    @rule(which=WHICH)
    def give_back(self, which: int) -> None:
        power = self.powers[which % len(self.powers)]
        give_back(self.tools, self.proxy, PowerThere(power.id, "larvik"))
        power.ended = True

    @precondition(lambda self: self.powers and len(self.drafts) < 3)
    @rule(which=WHICH)
    def begin_for(self, which: int) -> None:
        power = self.powers[which % len(self.powers)]
        there = PowerThere(power.id, "larvik")
        begun = self.tried(lambda: begin_for(self.tools, self.proxy, there, "coordination"))
        assert bool(begun) is power.holds(self.today)
        assert self.tried(lambda: begin_for(self.tools, self.outsider, there, "coordination")) is None
        if begun:
            answers = {**told("coordination"), **powers.answers_of_a_proxy()}
            self.rest = dict(answers["need"])
            self.fill(begun.case_id, answers)
            self.drafts.append(Begun(CaseAddress(*begun), power, str(answers["need"]["need_description"])))

    def some(self, which: int) -> Begun:
        return self.drafts[which % len(self.drafts)]

    def new_text(self) -> str:
        """What says something new each time: the same once more is not written."""
        self.texts += 1
        return f"Noe nytt, nummer {self.texts}."

    @precondition(lambda self: self.drafts)
    @rule(which=WHICH, only_typed=st.booleans())
    def proxy_writes(self, which: int, *, only_typed: bool) -> None:
        draft, text = self.some(which), self.new_text()
        taken = self.writes(
            draft.at.case_id, reader_of(self.proxy, draft.at), text, self.rest, only_typed=only_typed
        )
        assert taken <= self.acts(draft), "written without a ground"
        if taken and not only_typed:
            draft.need = text

    @precondition(lambda self: self.drafts)
    @rule(which=WHICH)
    def owner_writes(self, which: int) -> None:
        draft, text = self.some(which), self.new_text()
        if self.writes(draft.at.case_id, reader_of(self.giver), text, self.rest):
            draft.need = text

    @precondition(lambda self: self.drafts)
    @rule(which=WHICH)
    def owner_takes_over(self, which: int) -> None:
        draft = self.some(which)
        self.tried(lambda: take_over(self.tools, draft.at.case_id))
        draft.taken_over = draft.taken_over or not draft.sent

    @precondition(lambda self: self.drafts)
    @rule(which=WHICH, own=st.booleans())
    def sign_and_send(self, which: int, *, own: bool) -> None:
        draft = self.some(which)
        reader = reader_of(self.giver) if own else reader_of(self.proxy, draft.at)
        acts = self.acts(draft)
        self.tried(lambda: self.signs(draft.at.case_id, reader))
        sent = self.sealed(draft)
        if sent and not draft.sent:
            assert own or acts, "sent without a ground"
            draft.sent = sent

    @rule(days=st.sampled_from([1, 15]))
    def time_goes_by(self, days: int) -> None:
        self.now += timedelta(days=days)
        self.giver, self.proxy, self.outsider = (self.enter(key) for key in ("stille", "myk", "jevn"))

    def acts(self, draft: Begun) -> bool:
        return draft.power.holds(self.today) and not draft.taken_over

    def sealed(self, draft: Begun) -> bytes:
        with self.tools.store.read() as db:
            found = db.get(Submission, draft.at.case_id)
        return found.sealed_request if found else b""

    def people_at(self, draft: Begun) -> list[tuple[Visitor, CaseAddress, bool]]:
        own = CaseAddress(draft.at.case_id)
        return [
            (self.proxy, draft.at, self.acts(draft)),
            (self.proxy, own, False),
            (self.giver, own, True),
            (self.giver, draft.at, False),
            (self.outsider, own, False),
            (self.outsider, draft.at, False),
        ]

    @invariant()
    def whoever_has_a_ground_comes_in_and_nobody_else(self) -> None:
        for draft in getattr(self, "drafts", ()):
            for visitor, address, may in self.people_at(draft):
                assert self.may(access.writer, visitor, address) is may, (visitor.name, address)

    @invariant()
    def nothing_saved_is_lost(self) -> None:
        for draft in getattr(self, "drafts", ()):
            assert self.need(draft.at.case_id) == draft.need
            assert self.sealed(draft) == draft.sent, "what is in stays as it was"


TestOnBehalf = OnBehalf.TestCase
TestOnBehalf.settings = ANY_ORDER
