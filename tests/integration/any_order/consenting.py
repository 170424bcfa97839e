"""Rules of consents: given, taken back whole or in part, at once or later, by the citizen or written down by staff."""

from collections.abc import Mapping
from datetime import datetime, time, timedelta
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from forms.language import OSLO
from tests import behind, consents, several
from tests.integration.any_order import begun, said_yes
from tests.integration.any_order.cast import BORN, CHILD, GIVER, MOTHER, OFFICE, TRUSTED, age, person
from tests.integration.any_order.machine import InTown, some, taken
from tests.integration.any_order.model import Case, Yes, day_of, restricted
from tests.integration.any_order.pages import AT_WORK, case_id, works_on
from tests.integration.any_order.town import brief

JOURNEY = "consent_withdrawal"
SHARING = st.sampled_from(
    [({"gp", "school"}, {"gp", "home_care"}), ({"nav"}, {"home_care"}), (set[str](), set[str]())]
)
SOME = st.sets(st.integers(0, 7), min_size=1, max_size=3)
DECIDES_FROM = 16
OWN: dict[str, Mapping[str, Any]] = {"role": {"submitter_role": "self"}}
WHO: dict[str, dict[str, Mapping[str, Any]]] = {
    GIVER: OWN | {"you": begun.NAMES},
    CHILD: OWN | {"you": {"subject_given_name": "Rask", "subject_family_name": "Elveblest"}},
    MOTHER: {"role": {"submitter_role": "parent"}, "subject": several.answers_for(person(CHILD))["subject"]},
}
"""What each answers of themselves where they take something back."""
STILL = "Dette gjelder fortsatt"


class Consenting(InTown):
    @precondition(lambda self: len(self.books.yeses) < 16)
    @rule(
        kinds=st.sets(st.sampled_from(["plan", "coordinator"]), min_size=1),
        sharing=SHARING,
        days=st.sampled_from([1, 5, 20]),
    )
    def say_yes(self, kinds: set[str], sharing: tuple[set[str], set[str]], days: int) -> None:
        self.step()
        said_yes.give_consent(self.town, kinds, *sharing, days)

    def said(self) -> list[Yes]:
        return [yes for yes in self.books.yeses if yes.holds(self.now)]

    @staticmethod
    def chosen(said: list[Yes], wanted: set[int]) -> list[Yes]:
        """Of one case, some of these."""
        first = some(said, min(wanted))
        own = [yes for yes in said if yes.case is first.case]
        return [own[place] for place in sorted({number % len(own) for number in wanted})]

    @precondition(lambda self: self.books.said_in(GIVER))
    @rule(wanted=SOME, whole=st.booleans(), later=st.sampled_from([0, 0, 3]))
    def take_back_what_was_said(self, wanted: set[int], *, whole: bool, later: int) -> None:
        self.takes_it_back(GIVER, self.books.said_in(GIVER), wanted, whole=whole, later=later)

    def decides(self) -> bool:
        """Whether the child has turned 16."""
        return age(CHILD, day_of(self.now)) >= DECIDES_FROM

    @precondition(lambda self: self.books.said_in(MOTHER))
    @rule(wanted=SOME, whole=st.booleans(), later=st.sampled_from([0, 0, 3]))
    def the_mother_takes_back_what_she_said(self, wanted: set[int], *, whole: bool, later: int) -> None:
        """Until the child turns 16; from then on it decides, and she is told so."""
        if not self.decides():
            self.takes_it_back(MOTHER, self.books.said_in(MOTHER), wanted, whole=whole, later=later)
            return
        self.step()
        data = [("part", yes.id) for yes in self.books.said_in(MOTHER)]
        answer = self.town.fill_in(MOTHER, f"{said_yes.PAGE}/trekk", data)
        assert begun.led(answer) == said_yes.PAGE
        assert "må trekke samtykket selv" in self.town.get(MOTHER, said_yes.PAGE).text

    @precondition(lambda self: self.books.said_in(MOTHER))
    @rule(wanted=SOME, whole=st.booleans(), later=st.sampled_from([0, 0, 3]), grows=st.booleans())
    def the_child_takes_back_what_its_mother_said(
        self, wanted: set[int], *, whole: bool, later: int, grows: bool
    ) -> None:
        """From the 16th birthday on, and no day before."""
        self.step()
        if not self.decides():
            data = [("part", yes.id) for yes in self.books.said_in(MOTHER)]
            answer = self.town.post(CHILD, f"{said_yes.PAGE}/trekk", data)
            assert answer.status_code == 404, brief(answer)
            if not grows:
                return
            birthday = BORN[CHILD].replace(year=BORN[CHILD].year + DECIDES_FROM)
            self.town.passes(datetime.combine(birthday, time(0, 1), OSLO) - self.now)
        if said := self.books.said_in(MOTHER):
            self.takes_it_back(CHILD, said, wanted, whole=whole, later=later)

    def takes_it_back(self, who: str, said: list[Yes], wanted: set[int], *, whole: bool, later: int) -> None:
        """By the button beside it."""
        self.step()
        chosen = self.chosen(said, wanted)
        case = chosen[0].case
        if whole:
            chosen = [yes for yes in said if yes.case is case]
        data = [("part", yes.id) for yes in chosen]
        path = begun.case_of(begun.led(self.town.post(who, f"{said_yes.PAGE}/trekk", data)))
        new = Case(path, JOURNEY, "", who, who, {})
        day = day_of(self.now) + timedelta(days=later)
        if later:
            self.answer(new, "withdrawal", self.from_day(case, chosen, day))
        for slug, typed in WHO[who].items():
            self.answer(new, slug, list(typed.items()))
        self.books.take_back(chosen, datetime.combine(day, time(), OSLO) if later else self.now)
        told = begun.sent_at_once(self.town, JOURNEY, path, who)
        self.tie(told, case)
        self.rest_is_told(told, case, later=later > 0)

    def answer(self, case: Case, slug: str, typed: list[tuple[str, str]]) -> None:
        version = str(self.town.version(case, slug))
        answer = self.town.post(case.owner, f"{case.path}/steg/{slug}", [("version", version), *typed])
        assert taken(answer), brief(answer)

    def from_day(self, case: Case, chosen: list[Yes], day: object) -> list[tuple[str, str]]:
        year, month, number = str(day).split("-")
        when = [("day", number), ("month", month), ("year", year)]
        return [
            ("consent_reference", case.reference),
            ("withdraw_extent", "part"),
            *(("withdraw_parts", yes.id) for yes in chosen),
            ("from_when", "later"),
            *((f"from_when_date-{part}", value) for part, value in when),
        ]

    @staticmethod
    def tie(told: Case, case: Case) -> None:
        told.ties.append(case)
        case.ties.append(told)

    def rest_is_told(self, told: Case, case: Case, *, later: bool) -> None:
        """A document that is made after a withdrawal says what holds still, and nothing else.

        Of other cases no more than all may see who read it.
        """
        draft = begun.draft_of(self.town, told.owner, told.path, told.journey)
        facts = {fact.label: fact.value for fact in behind.frozen(self.town.site, draft).content.facts}
        says = sorted(one.split(" (")[0] for one in facts.get(STILL, "").split("; ") if one)
        own = self.books.said_in(case.owner)
        holds = sorted(yes.told for yes in own if yes.case is case or not restricted(yes.case))
        if not later:
            assert set(holds) <= set(says), "what holds still is told"
            alone = [yes.told for yes in self.books.yeses if yes.over_from == self.now and yes.told in says]
            assert set(says) - set(holds) <= set(alone), "no document says that it stands"

    @precondition(lambda self: self.said())
    @rule(wanted=SOME, by=st.sampled_from([OFFICE, TRUSTED]))
    def staff_write_it_down(self, wanted: set[int], by: str) -> None:
        self.step()
        chosen = self.chosen(self.said(), wanted)
        case = chosen[0].case
        if not works_on(by, case):
            return
        at = f"{AT_WORK}{case_id(case)}"
        parts = [("taken", yes.id) for yes in chosen]
        heard = consents.heard(day_of(self.now))
        if case.owner == MOTHER and not self.decides():
            refused = self.town.post(by, f"{at}/samtykke-trukket/skriv-ned", [*heard.items(), *parts])
            assert refused.status_code == 422, "a child under 16 ends nothing by its word"
            heard |= {"said_as": "parent", "said_by": person(MOTHER).name}
        answer = self.town.post(by, f"{at}/samtykke-trukket/skriv-ned", [*heard.items(), *parts])
        assert begun.led(answer) == at, brief(answer)
        self.books.take_back(chosen, self.now)
