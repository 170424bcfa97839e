"""Rules of signatures by several: the author signs, asks, takes back; others come by a code, sign or say no."""

import re
from datetime import timedelta

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from tests.draft import CONSENTS
from tests.guest import hidden
from tests.integration.any_order import begun
from tests.integration.any_order.cast import CITIZENS, FATHER, MOTHER, PLACE, person
from tests.integration.any_order.filling import Filling
from tests.integration.any_order.machine import WHICH, some, taken
from tests.integration.any_order.model import (
    AUTHOR,
    LOST,
    SECOND_PARENT,
    SIGNERS,
    TO_OWNER,
    Case,
    Code,
    Way,
    day_of,
)
from tests.integration.any_order.town import brief, own_ways
from tests.several import READ

AS_WHAT = st.sampled_from(SIGNERS)
CODE = re.compile(r'class="code">\s*(?:<strong>)?([^<]+)<')
LIFETIME, A_DAY, MOST = timedelta(days=14), timedelta(days=1), 10


class Signing(Filling):
    @precondition(lambda self: self.drafts())
    @rule(
        which=WHICH,
        when=st.sampled_from(["wait", "wait", "now"]),
        own=st.booleans(),
        paper=st.sampled_from([False] * 5 + [True]),
    )
    def author_signs(self, which: int, when: str, *, own: bool, paper: bool) -> None:
        case = some(self.drafts(), which)
        self.sign_as(case, (case.owner, None) if own else self.author_of(case), when, paper=paper)

    def sign_as(
        self, case: Case, by: tuple[str, Way | None], when: str = "wait", *, paper: bool = False
    ) -> None:
        """Read over and signed; sent at once where nobody else signs, or nobody is waited for."""
        self.step(case)
        who, way = by
        at = self.town.at(case, way)
        page = self.town.get(who, f"{at}/send")
        may = case.ground(who, way, self.now) not in {"", LOST, *SIGNERS} and not case.waits(self.now)
        assert (page.status_code == 200) is (may and case.whole), (case, *brief(page))
        if page.status_code != 200:
            return
        sha256 = hidden(page.text, "content")
        chosen = {"content": sha256, "send_when": when} | ({"sign_method": "paper"} if paper else {})
        led = begun.led(self.town.post(who, f"{at}/send", CONSENTS | chosen))
        waits = when == "wait" and not paper and bool(case.wanted(day_of(self.now)))
        assert led == (f"{at}/underskrifter" if waits else f"{at}/kvittering")
        if case.outdated(self.now):
            case.falls()
        self.signed(case, who if not way else case.author, sha256, waits=waits, paper=paper)

    def signed(
        self, case: Case, who: str, sha256: str, *, waits: bool, paper: bool = False, at_counter: bool = False
    ) -> None:
        if not paper:
            case.signs(who, AUTHOR, sha256)
        if waits:
            case.frozen, case.frozen_on = sha256, self.now
        else:
            case.goes_in(self.now, sha256, at_counter=at_counter)

    @precondition(lambda self: self.children())
    @rule(which=WHICH, capacity=AS_WHAT)
    def ask(self, which: int, capacity: str) -> None:
        self.ask_as(some(self.children(), which), capacity)

    def ask_as(self, case: Case, capacity: str) -> Code | None:
        """A code for that person alone, where there is something to sign."""
        self.step(case)
        asked = FATHER if capacity == SECOND_PARENT else case.about
        may = self.may_ask(case, capacity)
        data = {"capacity": capacity}
        if capacity == SECOND_PARENT:
            data |= {
                f"{capacity}-person_name": person(asked).name,
                f"{capacity}-national_id": person(asked).national_id,
            }
        answer = self.town.post(MOTHER, f"{case.path}/underskrifter/be-om", data)
        assert (answer.status_code == 200) is may, (case, answer.status_code, answer.headers.get("location"))
        if not may:
            return None
        case.end(capacity, but=asked)
        return self.handed(case, answer.text, capacity, asked, LIFETIME)

    def may_ask(self, case: Case, capacity: str) -> bool:
        lately = [code for code in case.codes if code.made > self.now - A_DAY]
        wanted = case.wanted(day_of(self.now))
        if case.withdrawn or capacity not in wanted or len(lately) >= MOST:
            return False
        return case.state(capacity, self.now) != "signed" and bool(case.sent or case.waits(self.now))

    def handed(self, case: Case, page: str, purpose: str, who: str, lifetime: timedelta) -> Code:
        """The code that the page shows, this once."""
        found = CODE.search(page)
        assert found, page
        code = Code(found[1], purpose, who, self.now, self.now + lifetime)
        case.codes.append(code)
        return code

    @precondition(lambda self: self.children())
    @rule(which=WHICH, capacity=AS_WHAT)
    def take_back(self, which: int, capacity: str) -> None:
        case = some(self.children(), which)
        self.step(case)
        assert taken(self.town.post(MOTHER, f"{case.path}/underskrifter/trekk", {"capacity": capacity}))
        if case.state(capacity, self.now) != "signed":
            case.end(capacity)

    def codes(self) -> list[tuple[Case, Code]]:
        found = [(case, code) for case in self.applications() for code in case.codes]
        return [one for one in found if one[1].purpose in {*SIGNERS, TO_OWNER}]

    @precondition(lambda self: self.codes())
    @rule(which=WHICH, who=st.sampled_from([*CITIZENS, "", "", "", ""]))
    def type_a_code(self, which: int, who: str) -> None:
        """The last ones first; by whom it is for, or by somebody else."""
        case, code = some(self.codes()[::-1], which)
        self.come(case, code, who or code.who)

    def come(self, case: Case, code: Code, who: str) -> None:
        self.step(case)
        self.town.passes(timedelta(seconds=20))
        own = code.who == who and code.open(self.now)
        may = own and (code.purpose == TO_OWNER or case.names(code.purpose, who, self.now))
        answer = self.town.post(who, f"/{PLACE}/kode", {"code": code.text})
        assert taken(answer) is may, ("a code is for one person, once, in time", who, code, *brief(answer))
        if not may:
            return
        code.over = True
        if code.purpose == TO_OWNER:
            case.end("assistant")
            return
        path = begun.led(answer).removesuffix("/skriv-under")
        if path not in {way.path for way in case.ways}:
            case.ways.append(Way(who, code.purpose, path))

    def readers(self) -> list[tuple[Case, Way]]:
        """Everybody who ever came to sign, the last first."""
        found = [(case, way) for case in self.children() for way in case.ways if way.capacity in SIGNERS]
        return found[::-1]

    @precondition(lambda self: self.readers())
    @rule(which=WHICH)
    def cosign(self, which: int) -> None:
        self.sign_there(*some(self.readers(), which))

    def sign_there(self, case: Case, way: Way) -> None:
        self.step(case)
        who, at = way.who, f"{way.path}/skriv-under"
        page = self.town.get(who, at)
        ground, before = case.ground(who, way, self.now), who in case.signed
        content = hidden(page.text, "content") if page.status_code == 200 else ""
        answer = self.town.post(who, at, READ | {"content": content or case.frozen or case.sent_hash})
        if ground == LOST or before:
            assert answer.status_code == (303 if ground != LOST else 403), brief(answer)
            return
        stands = not case.withdrawn if case.sent else case.waits(self.now)
        assert taken(answer) is stands or case.withdrawn, (case, answer.status_code)
        if case.outdated(self.now):
            case.falls()
        if not stands:
            return
        assert content == (case.sent_hash or case.frozen), "each signs the same"
        case.signs(who, way.capacity, content)
        way.declined = False
        if not case.sent and case.all_signed(self.now) and case.whole:
            case.goes_in(self.now, content)

    @precondition(lambda self: self.readers())
    @rule(which=WHICH)
    def say_no(self, which: int) -> None:
        case, way = some(self.readers(), which)
        self.step(case)
        answer = self.town.post(way.who, f"{way.path}/skriv-under/nei", {"word": ""})
        lost = case.ground(way.who, way, self.now) == LOST
        assert answer.status_code == (403 if lost else 303)
        if not lost and way.who not in case.signed:
            way.declined = True

    @precondition(lambda self: self.children())
    @rule(which=WHICH)
    def send_without_waiting(self, which: int) -> None:
        case = some(self.children(), which)
        self.step(case)
        led = self.town.post(MOTHER, f"{case.path}/underskrifter/send").headers.get("location", "")
        goes = case.waits(self.now) and case.whole
        assert led.endswith("/kvittering") is bool(goes or case.sent), (case, led)
        if case.outdated(self.now):
            case.falls()
        if goes:
            case.goes_in(self.now, case.frozen)

    def signed_by_the_mother(self, case: Case) -> None:
        """As she would make ready what somebody shall sign with her, where it is not."""
        if case.waits(self.now) and case.wanted(day_of(self.now)):
            return
        if case.typed:
            self.write(case, MOTHER, None)
        if case.protected:
            self.the_address_is_protected(self.drafts().index(case), protected=False)
        if not case.agrees and case in self.fathers_asked():
            self.the_mother_tells_of_the_father(self.fathers_asked().index(case), agrees=True)
        if not case.waits(self.now):
            self.sign_as(case, (MOTHER, None))

    @precondition(lambda self: self.child_drafts())
    @rule(
        which=WHICH,
        capacity=AS_WHAT,
        then=st.sampled_from(["reads", "signs", "signs", "is let go", "is named no more", "sees it changed"]),
    )
    def as_it_mostly_goes(self, which: int, capacity: str, then: str) -> None:
        """Signed by the author, asked, come and read; and then."""
        case = some(self.child_drafts(), which)
        self.signed_by_the_mother(case)
        code = self.ask_as(case, capacity)
        if code is None:
            return
        self.come(case, code, code.who)
        (way, *_) = own_ways(case, code.who, {capacity})
        if then in {"signs", "sees it changed"}:
            self.sign_there(case, way)
        if then == "is let go":
            self.take_back(self.children().index(case), capacity)
        if then == "is named no more":
            self.named_no_more_and_again(case)
        if then == "sees it changed":
            self.write(case, MOTHER, None)

    @precondition(lambda self: self.child_drafts())
    @rule(which=WHICH, first=AS_WHAT, changed=st.booleans())
    def all_of_them_sign(self, which: int, first: str, *, changed: bool) -> None:
        """Those who may, one after the other: with the last one it is sent, unless something was changed between."""
        case = some(self.child_drafts(), which)
        self.signed_by_the_mother(case)
        codes = [self.ask_as(case, one) for one in sorted(SIGNERS, key=first.__ne__)]
        for code in (one for one in codes if one):
            self.come(case, code, code.who)
        for who, capacity in ((code.who, code.purpose) for code in codes if code):
            for way in own_ways(case, who, {capacity})[:1]:
                self.sign_there(case, way)
            if changed:
                self.write(case, MOTHER, None)

    def named_no_more_and_again(self, case: Case) -> None:
        """Whoever was let go is not let in again by that: they must be asked anew."""
        if case in self.fathers_asked():
            for agrees in (False, True):
                self.the_mother_tells_of_the_father(self.fathers_asked().index(case), agrees=agrees)
        for protected in (True, False):
            self.the_address_is_protected(self.drafts().index(case), protected=protected)
