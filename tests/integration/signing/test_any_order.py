"""Whatever several people do, in whatever order: no signature survives a change, and nobody let go goes on."""

from datetime import timedelta

from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, rule
from werkzeug.datastructures import MultiDict

from tests import several
from tests.any_order import ANY_ORDER, AnyOrder, known, reader_of
from wizard import access
from wizard.case_address import CaseAddress
from wizard.cases import asking, cosigning
from wizard.cases.beginning import begin
from wizard.cases.drafts import Reader
from wizard.cases.freezing import frozen, given
from wizard.cases.sending import Signing
from wizard.cases.taking_up import take_up
from wizard.models import Submission
from wizard.providers import invented

PEOPLE = {"second_parent": "kjekk", "young_person": "rask"}
CAPACITY = st.sampled_from(sorted(PEOPLE))


class Together(AnyOrder):
    """A mother, the father and their child, with one application."""

    def __init__(self) -> None:
        super().__init__()
        self.codes: dict[str, str] = {}
        self.ways_in: dict[str, CaseAddress] = {}
        self.let_go: set[CaseAddress] = set()
        self.sealed = b""
        self.child = "rask"

    @initialize()
    def fill_in(self) -> None:
        self.mother = self.enter("myk")
        self.signers = {capacity: self.enter(key) for capacity, key in PEOPLE.items()}
        self.case_id = begin(self.tools, self.mother.account_id, "larvik", "coordination")
        child = next(one for one in invented() if one.key == "rask")
        answers = several.answers_for(child)
        self.fill(self.case_id, answers)
        self.written = str(answers["need"]["need_description"])
        self.rest = dict(answers["need"])

    def reader(self, capacity: str = "") -> Reader:
        if not capacity:
            return reader_of(self.mother)
        return reader_of(self.signers[capacity], self.ways_in.get(capacity))

    @rule(when=st.sampled_from(["wait", "wait", "wait", "now"]))
    def author_signs(self, when: str) -> None:
        self.tried(lambda: self.signs(self.case_id, self.reader(), when))

    @rule(text=st.sampled_from(["Noe.", "Noe annet.", "Og noe til."]), only_typed=st.booleans())
    def author_writes(self, text: str, *, only_typed: bool) -> None:
        if (
            self.writes(self.case_id, self.reader(), text, self.rest, only_typed=only_typed)
            and not only_typed
        ):
            self.written = text

    @rule(says=st.sampled_from(["agrees", "no_contact", "not_informed"]))
    def author_tells_of_the_father(self, says: str) -> None:
        taken = self.answers(self.case_id, self.reader(), "other-parent", {"other_parent": says})
        if taken and says != "agrees":
            self.goes("second_parent")

    @rule(key=st.sampled_from(["rask", "frisk"]))
    def author_tells_of_a_child(self, key: str) -> None:
        """Of another than before: whoever was asked about the one reads nothing of the other."""
        child = next(one for one in invented() if one.key == key)
        typed = {**several.answers_for(child)["subject"], "subject_age": "younger"}
        if self.answers(self.case_id, self.reader(), "subject", typed) and key != self.child:
            self.child = key
            for capacity in PEOPLE:
                self.goes(capacity)

    def goes(self, capacity: str) -> None:
        self.codes.pop(capacity, None)
        if capacity in self.ways_in:
            self.let_go.add(self.ways_in.pop(capacity))

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

    @rule(capacity=CAPACITY)
    def come_and_be_named_no_more(self, capacity: str) -> None:
        self.author_tells_of_the_father("agrees")
        self.ask_and_come(capacity)
        if capacity == "second_parent":
            self.author_tells_of_the_father("no_contact")
        else:
            self.author_tells_of_a_child("frisk" if self.child == "rask" else "rask")

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

        if self.tried(verb):
            self.goes(capacity)

    @rule(capacity=CAPACITY)
    def sign(self, capacity: str) -> None:
        def verb() -> None:
            shown = Signing(self.shown(self.case_id, self.reader()), MultiDict(several.READ), "demo")
            cosigning.cosign(self.tools, self.case_id, self.reader(capacity), shown)

        self.tried(verb)

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
                assert not self.may(access.signer, visitor, address), "somebody without ground reads"

    @invariant()
    def nothing_saved_is_lost(self) -> None:
        if hasattr(self, "written"):
            assert self.need(self.case_id) == self.written


TestAnyOrder = Together.TestCase
TestAnyOrder.settings = ANY_ORDER
