"""Rules of time, of what is taken back whole, and of those who come with no ground and press every button."""

from datetime import datetime, time, timedelta
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from forms.language import OSLO
from tests import consents
from tests.draft import CONSENTS
from tests.guest import hidden
from tests.integration.any_order import begun
from tests.integration.any_order.cast import CITIZENS, EVERYBODY, FATHER, STAFF, person
from tests.integration.any_order.consenting import Consenting
from tests.integration.any_order.counter import AtCounter
from tests.integration.any_order.empowering import Empowering
from tests.integration.any_order.machine import WHICH, some, taken
from tests.integration.any_order.model import AUTHOR, Case, Way, day_of
from tests.integration.any_order.pages import (
    AT_WORK,
    OFFICE_WRITE,
    ON_PAPER,
    PAPER_WRITE,
    WRITE,
    case_id,
    works_on,
)
from tests.integration.any_order.town import brief
from tests.integration.wizard.test_counter_signing import DRAWN
from tests.later import ALL
from tests.several import READ


class Intruding(AtCounter, Empowering, Consenting):
    @rule(days=st.sampled_from([0, 0, 1, 4]))
    def time_goes_by(self, days: int) -> None:
        """Half an hour, after which nobody is taken to be at the counter, or some days: codes and powers expire."""
        self.town.passes(timedelta(days=days) if days else timedelta(minutes=31))
        self.touched = self.applications()[-2:]

    @rule()
    def midnight_comes(self) -> None:
        """The moment at which powers and consents expire, and somebody becomes a year older."""
        tomorrow = day_of(self.now) + timedelta(days=1)
        self.town.passes(datetime.combine(tomorrow, time(0, 1), OSLO) - self.now)
        self.touched = self.applications()[-2:]

    def sent(self) -> list[Case]:
        return [case for case in self.applications() if case.sent and not case.withdrawn]

    @precondition(lambda self: self.sent())
    @rule(which=WHICH)
    def withdraw_an_application(self, which: int) -> None:
        case = some(self.sent(), which)
        self.step(case)
        who = case.owner
        case.reference = case.reference or begun.referred(self.town, who, case.path)
        path = begun.begin(self.town, who, "withdrawal", about=case.reference)
        new = Case(path, "withdrawal", "", who, who, {})
        for slug, typed in (("answered", {"withdrawal_answered": "no"}), ("extent", ALL)):
            version = str(self.town.version(new, slug))
            answer = self.town.post(who, f"{path}/steg/{slug}", {"version": version, **typed})
            assert taken(answer), brief(answer)
        sha256 = begun.sign_and_send(self.town, who, path)
        new.signs(who, AUTHOR, sha256)
        new.goes_in(self.now, sha256)
        self.books.cases.append(new)
        self.tie(new, case)
        case.withdrawn = True

    @precondition(lambda self: self.applications())
    @rule(which=WHICH, who=st.sampled_from(["", *EVERYBODY]), by=WHICH, verb=st.sampled_from(sorted(WRITE)))
    def somebody_presses_a_button(self, which: int, who: str, by: int, verb: str) -> None:
        """Whatever is pressed without a ground for it changes nothing; most by whoever the address is for."""
        case = some(self.applications(), which)
        way = some([*case.ways[::-1], None], by)
        self.press(case, who or (way.who if way else case.owner), way, verb)

    def press(self, case: Case, who: str, way: Way | None, verb: str) -> None:
        self.step(case)
        if case.ground(who, way, self.now) in WRITE[verb]:
            return
        data = self.payload(case, verb)
        self.town.guest(who)
        before = self.town.rows()
        answer = self.town.post(who, (way.path if way else case.path) + verb, data)
        assert self.town.rows() == before, (who, verb, answer.status_code)

    def payload(self, case: Case, verb: str) -> Any:
        """What would be taken from somebody with a ground."""
        need = {"need_description": self.town.new_text(), "duration": "long"}
        content = case.frozen or case.sent_hash or self.content(case)
        known = {
            "/steg/need": {"version": str(self.town.version(case, "need")), **need},
            "/send": CONSENTS | {"content": content, "send_when": "wait"},
            "/skriv-under": READ | {"content": content},
            "/slett": {"sure": "yes"},
            "/underskrift": DRAWN | {"content": content},
            "/underskrifter/trekk": {"capacity": "second_parent"},
            "/underskrifter/be-om": {
                "capacity": "second_parent",
                "second_parent-person_name": person(FATHER).name,
                "second_parent-national_id": person(FATHER).national_id,
            },
        }
        return known.get(verb.removesuffix("/autolagring"))

    def content(self, case: Case) -> str:
        """The hash that whoever fills in would sign now."""
        who, way = self.author_of(case)
        return hidden(self.town.get(who, f"{self.town.at(case, way)}/send").text, "content")

    @rule(
        which=WHICH,
        who=st.sampled_from([*STAFF, *CITIZENS]),
        verb=st.sampled_from(OFFICE_WRITE + PAPER_WRITE),
    )
    def somebody_presses_at_the_office(self, which: int, who: str, verb: str) -> None:
        case = some(self.books.cases, which)
        self.step(*([case] if case in self.applications() else []))
        at = ON_PAPER if verb in PAPER_WRITE else AT_WORK
        if at == AT_WORK and works_on(who, case):
            return
        taken_down = [("taken", yes.id) for yes in self.books.yeses if yes.case is case]
        data = [("reason", "handles"), *consents.heard().items(), *taken_down]
        self.town.guest(who)
        before = self.town.rows()
        answer = self.town.post(who, f"{at}{case_id(case)}{verb}", data)
        assert self.town.rows() == before, (who, verb, answer.status_code)
