"""Rules of consents: given, taken back whole or in part, at once or later, by the citizen or written down by staff."""

from datetime import datetime, time, timedelta

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from forms.language import OSLO
from tests import behind, consents
from tests.integration.any_order import begun, said_yes
from tests.integration.any_order.cast import GIVER, OFFICE, TRUSTED
from tests.integration.any_order.machine import InTown, some, taken
from tests.integration.any_order.model import Case, Yes, day_of
from tests.integration.any_order.pages import AT_WORK, case_id, works_on
from tests.integration.any_order.town import brief

JOURNEY = "consent_withdrawal"
SHARING = st.sampled_from(
    [({"gp", "school"}, {"gp", "home_care"}), ({"nav"}, {"home_care"}), (set[str](), set[str]())]
)
SOME = st.sets(st.integers(0, 7), min_size=1, max_size=3)
STILL = "Dette gjelder fortsatt"


class Consenting(InTown):
    @precondition(lambda self: len(self.books.yeses) < 12)
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

    def chosen(self, wanted: set[int]) -> list[Yes]:
        """Of one case, some of what holds."""
        first = some(self.said(), min(wanted))
        own = [yes for yes in self.said() if yes.case is first.case]
        return [own[place] for place in sorted({number % len(own) for number in wanted})]

    @precondition(lambda self: self.said())
    @rule(wanted=SOME, whole=st.booleans(), later=st.sampled_from([0, 0, 3]))
    def take_back_what_was_said(self, wanted: set[int], *, whole: bool, later: int) -> None:
        """By the button beside it."""
        self.step()
        chosen = self.chosen(wanted)
        case = chosen[0].case
        if whole:
            chosen = [yes for yes in self.said() if yes.case is case]
        data = [("part", yes.id) for yes in chosen]
        path = begun.case_of(begun.led(self.town.post(GIVER, f"{said_yes.PAGE}/trekk", data)))
        new = Case(path, JOURNEY, "", GIVER, GIVER, {})
        day = day_of(self.now) + timedelta(days=later)
        if later:
            self.answer(new, "withdrawal", self.from_day(case, chosen, day))
        self.answer(new, "role", [("submitter_role", "self")])
        self.answer(new, "you", list(begun.NAMES.items()))
        self.books.take_back(chosen, datetime.combine(day, time(), OSLO) if later else self.now)
        told = begun.sent_at_once(self.town, JOURNEY, path)
        self.tie(told, case)
        self.rest_is_told(told, later=later > 0)

    def answer(self, case: Case, slug: str, typed: list[tuple[str, str]]) -> None:
        version = str(self.town.version(case, slug))
        answer = self.town.post(GIVER, f"{case.path}/steg/{slug}", [("version", version), *typed])
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

    def rest_is_told(self, told: Case, *, later: bool) -> None:
        """A document that is made after a withdrawal says what holds still, and nothing else."""
        draft = begun.draft_of(self.town, GIVER, told.path, told.journey)
        facts = {fact.label: fact.value for fact in behind.frozen(self.town.site, draft).content.facts}
        says = sorted(one.split(" (V-")[0] for one in facts.get(STILL, "").split("; ") if one)
        holds = sorted(yes.told for yes in self.said())
        if not later:
            assert set(holds) <= set(says), "what holds still is told"
            alone = [yes.told for yes in self.books.yeses if yes.over_from == self.now and yes.told in says]
            assert set(says) - set(holds) <= set(alone), "no document says that it stands"

    @precondition(lambda self: self.said())
    @rule(wanted=SOME, by=st.sampled_from([OFFICE, TRUSTED]))
    def staff_write_it_down(self, wanted: set[int], by: str) -> None:
        self.step()
        chosen = self.chosen(wanted)
        case = chosen[0].case
        at = f"{AT_WORK}{case_id(case)}"
        data = [*consents.heard(day_of(self.now)).items(), *(("taken", yes.id) for yes in chosen)]
        answer = self.town.post(by, f"{at}/samtykke-trukket/skriv-ned", data)
        assert works_on(by, case)
        assert begun.led(answer) == at, brief(answer)
        self.books.take_back(chosen, self.now)
