"""As in any order at home, with a helper at the counter who comes, writes, sees somebody sign, and is gone again."""

from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, rule
from sqlalchemy import select
from werkzeug.datastructures import MultiDict

from tests.any_order import ANY_ORDER, REFUSED, known, reader_of
from tests.integration.signing.test_any_order import Together
from tests.integration.wizard.test_counter_signing import DRAWN, PAPER
from wizard import access, accounts
from wizard.accounts import Post, Visitor
from wizard.case_address import CaseAddress
from wizard.cases import assisting, handing_on, sending
from wizard.cases.assisting import Helper
from wizard.cases.counter_sending import send_at_counter
from wizard.cases.counter_signature import Seen
from wizard.cases.errors import NeverSignsError, NotFillingInError
from wizard.cases.freezing import given
from wizard.cases.sending import Signing
from wizard.cases.signature_files import DRAWN_SIGNATURE
from wizard.cases.standing import DRAWN as DRAWN_HERE
from wizard.cases.taking_up import take_up
from wizard.models import Attachment, CaseEvent

WAITS = {"send_when": "wait"}


class AtCounter(Together):
    """The mother, the father and their child, and somebody of Servicesenteret."""

    @initialize()
    def at_work(self) -> None:
        person = known("fin")
        token = accounts.log_in(
            self.tools, person, level="demo", post=Post("larvik", helps="Servicesenteret")
        )
        found = accounts.visitor(self.tools, token)
        assert found
        self.helper: Visitor = found
        self.helping: CaseAddress | None = None
        self.gone: set[CaseAddress] = set()

    @rule(related=st.booleans())
    def come_to_the_counter(self, *, related: bool) -> None:
        def verb() -> CaseAddress:
            code = handing_on.code_for_counter(self.tools, self.case_id, self.reader())
            return assisting.take_up(self.tools, Helper(self.helper, related), code)

        self.helping = self.tried(verb) or self.helping

    @rule(text=st.sampled_from(["Skrevet i skranken.", "Skrevet på nytt i skranken."]))
    def helper_writes(self, text: str) -> None:
        if self.helping and self.writes(self.case_id, reader_of(self.helper, self.helping), text, self.rest):
            self.written = text

    @rule(typed=st.sampled_from([DRAWN | WAITS, DRAWN | WAITS, DRAWN, PAPER]))
    def sign_at_the_counter(self, typed: dict[str, Any]) -> None:
        if not self.helping:
            return
        reader, helper = reader_of(self.helper, self.helping), self.helper
        self.tried(
            lambda: send_at_counter(
                self.tools,
                self.case_id,
                reader,
                Seen(self.shown(self.case_id, reader), MultiDict(typed), helper),
            )
        )

    @rule(changed=st.sampled_from(["", "", "Noe.", "Noe annet."]))
    def sign_with_help(self, changed: str) -> None:
        """As it mostly goes; and somebody thinks better of it at home."""
        self.come_to_the_counter(related=False)
        self.sign_at_the_counter(DRAWN | WAITS)
        if changed:
            self.author_writes(changed, only_typed=False)

    @rule(by_code=st.booleans())
    def be_helped_and_go_home(self, *, by_code: bool) -> None:
        self.come_to_the_counter(related=False)
        self.go_home(by_code=by_code)

    @rule()
    def helper_tries_to_sign(self) -> None:
        """By their own log-in: refused whatever has happened."""
        if not self.helping:
            return
        reader = reader_of(self.helper, self.helping)
        typed = MultiDict({"info_read": "yes", "declaration": "yes", "sign_method": "electronic"})
        try:
            signing = Signing(self.shown(self.case_id, reader), typed, "demo")
            done = sending.send(self.tools, self.case_id, reader, signing)
        except (*REFUSED, NeverSignsError, NotFillingInError):
            return
        assert done is None, "signed before"

    @rule(by_code=st.booleans())
    def go_home(self, *, by_code: bool) -> None:
        if not self.helping:
            return
        address = self.helping

        def verb() -> bool:
            if by_code:
                code = handing_on.code_for_phone(
                    self.tools, self.case_id, self.helper.account_id, address.participant_id
                )
                take_up(self.tools, self.mother.account_id, code)
            else:
                assisting.end_help(self.tools, self.case_id, self.mother.account_id)
            return True

        if self.tried(verb):
            self.gone.add(address)
            self.helping = None

    @invariant()
    def a_helper_who_is_gone_neither_reads_nor_writes(self) -> None:
        for address in getattr(self, "gone", ()):
            try:
                access.taking_part(self.tools, self.helper, {"municipality": "larvik", "case_id": address})
            except REFUSED:
                continue
            raise AssertionError("somebody without ground reads")

    @invariant()
    def no_signature_is_the_helpers_and_no_drawing_outlives_its_own(self) -> None:
        if not hasattr(self, "helper") or not hasattr(self, "case_id"):
            return
        with self.tools.store.read() as db:
            signatures = given(db, self.tools, self.case_id)
            drawn = Attachment.case_id == self.case_id, Attachment.question == DRAWN_SIGNATURE
            pictures = list(db.scalars(select(Attachment).where(*drawn)))
            seen = CaseEvent.case_id == self.case_id, CaseEvent.kind == DRAWN_HERE
            events = list(db.scalars(select(CaseEvent).where(*seen)))
        assert self.helper.account_id not in {one.account_id for one in signatures}
        assert len(pictures) <= len(signatures)
        assert {one.actor_id for one in events} <= {self.helper.account_id}


TestAnyOrderAtCounter = AtCounter.TestCase
TestAnyOrderAtCounter.settings = ANY_ORDER
