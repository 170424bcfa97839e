"""Rules of what is filled in: begun, saved, half typed, said otherwise, taken over, thrown away."""

from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from tests import several
from tests.integration.any_order import begun
from tests.integration.any_order.cast import CHILD, GIVER, MOTHER, OUTSIDER, SISTER, age, person
from tests.integration.any_order.machine import NEED, WHICH, InTown, some, taken
from tests.integration.any_order.model import OWNER, PROXY, SIGNERS, WRITERS, Case, Way, day_of
from tests.integration.any_order.town import brief

MOST = 5
PROTECTION = {
    True: {"address_protected": "yes", "safe_contact": "phone", "safe_contact_phone": "+4722222222"},
    False: {"address_protected": "no"},
}


class Filling(InTown):
    @precondition(lambda self: len(self.applications()) < MOST)
    @rule(child=st.booleans())
    def somebody_begins(self, *, child: bool) -> None:
        self.step(begun.begin_for_child(self.town) if child else begun.begin_own(self.town))

    @precondition(lambda self: len(self.applications()) < MOST)
    @rule(which=WHICH)
    def a_proxy_begins(self, which: int) -> None:
        power = some(self.books.powers, which)
        self.step()
        answer = begun.begin_by_power(self.town, power)
        assert taken(answer) is power.holds(self.now), "begun without a power, or refused with one"
        if taken(answer):
            self.step(begun.filled_by_power(self.town, power, answer.headers["location"]))

    @precondition(lambda self: self.applications())
    @rule(which=WHICH, by=WHICH, stranger=st.booleans())
    def somebody_writes(self, which: int, by: int, *, stranger: bool) -> None:
        """By each address that there ever was, by whoever it is for, or by somebody else."""
        case = some(self.applications(), which)
        who, way = some(
            [*self.hands(case), *((way.who, way) for way in case.ways if way.capacity in SIGNERS)], by
        )
        self.write(case, OUTSIDER if stranger and by % 3 == 0 else who, way)

    @precondition(lambda self: self.drafts())
    @rule(which=WHICH)
    def the_author_writes(self, which: int) -> None:
        case = some(self.drafts(), which)
        self.write(case, *self.author_of(case))

    def write(self, case: Case, who: str, way: Way | None) -> None:
        text = self.town.new_text()
        if self.save(case, (who, way), NEED, {"need_description": text, "duration": "long"}):
            case.saved[NEED], case.typed = text, ""
            case.changes(self.now)

    def save(self, case: Case, by: tuple[str, Way | None], slug: str, typed: dict[str, Any]) -> bool:
        """Whether it was taken: only from somebody who may write now, and always from them."""
        self.step(case)
        who, way = by
        may = case.ground(who, way, self.now) in WRITERS and not case.sent
        filled = {"version": str(self.town.version(case, slug)), **typed}
        answer = self.town.post(who, f"{self.town.at(case, way)}/steg/{slug}", filled)
        assert taken(answer) is may or self.led_to_log_in(answer), (who, slug, *brief(answer))
        return may

    @staticmethod
    def led_to_log_in(answer: Any) -> bool:
        return "/logg-inn" in answer.headers.get("location", "")

    @precondition(lambda self: self.drafts())
    @rule(which=WHICH, by=WHICH)
    def somebody_types_and_does_not_save(self, which: int, by: int) -> None:
        case = some(self.drafts(), which)
        who, way = some(self.hands(case), by)
        self.step(case)
        may, text = case.ground(who, way, self.now) in WRITERS, self.town.new_text()
        typed = {"version": str(self.town.version(case, NEED)), "need_description": text, "duration": "long"}
        answer = self.town.post(who, f"{self.town.at(case, way)}/steg/{NEED}/autolagring", typed)
        assert answer.is_success is may, (who, *brief(answer))
        if may:
            case.typed = text

    def child_drafts(self) -> list[Case]:
        return [case for case in self.children() if not case.sent]

    def fathers_asked(self) -> list[Case]:
        """From 16 on nobody asks whether the parents agree."""
        return [case for case in self.child_drafts() if age(case.about, day_of(self.now)) < 16]

    @precondition(lambda self: self.fathers_asked())
    @rule(which=WHICH, agrees=st.booleans())
    def the_mother_tells_of_the_father(self, which: int, *, agrees: bool) -> None:
        case = some(self.fathers_asked(), which)
        said = {"other_parent": "agrees" if agrees else "no_contact"}
        if self.save(case, (MOTHER, None), "other-parent", said) and case.agrees is not agrees:
            case.agrees = agrees
            case.changes(self.now)

    @precondition(lambda self: self.child_drafts())
    @rule(which=WHICH, child=st.sampled_from([CHILD, SISTER]))
    def the_mother_tells_of_a_child(self, which: int, child: str) -> None:
        """Of another than before: whoever was asked about the one reads nothing of the other."""
        case = some(self.child_drafts(), which)
        typed = {**several.answers_for(person(child))["subject"], "subject_age": "younger"}
        if self.save(case, (MOTHER, None), "subject", typed) and case.about != child:
            case.about = child
            case.changes(self.now, another=True)

    @precondition(lambda self: self.drafts())
    @rule(which=WHICH, protected=st.booleans())
    def the_address_is_protected(self, which: int, *, protected: bool) -> None:
        case = some(self.drafts(), which)
        typed = PROTECTION[protected]
        if (
            self.save(case, self.author_of(case), "address-protection", typed)
            and case.protected is not protected
        ):
            case.protected = protected
            case.changes(self.now)

    def for_others(self) -> list[Case]:
        return [case for case in self.drafts() if case.author != case.owner]

    @precondition(lambda self: self.for_others())
    @rule(which=WHICH)
    def the_owner_takes_over(self, which: int) -> None:
        case = some(self.for_others(), which)
        self.step(case)
        assert taken(self.town.post(GIVER, f"{case.path}/ta-over"))
        for way in case.ways:
            way.ended = way.ended or way.capacity in {PROXY, "assistant"}
        case.author, case.unfinished = case.owner, True
        case.falls()

    @precondition(lambda self: len(self.drafts()) > 3)
    @rule(which=WHICH)
    def the_owner_throws_it_away(self, which: int) -> None:
        case = some(self.drafts(), which)
        self.step(case)
        assert taken(self.town.post(case.owner, f"{case.path}/slett", {"sure": "yes"}))
        assert case.ground(case.owner, None, self.now) == OWNER
        case.thrown = True
