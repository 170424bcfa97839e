"""What a withdrawal takes of what holds, and what is left when it has."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forms.document import content
from forms.journeys.consent_withdrawal.parts import mistaken_parts, remaining_told
from forms.language import Language
from forms.situation import SentCase, Situation
from forms.ties import CONSENT_TAKEN_BACK, PARTLY_WITHDRAWN, WITHDRAWN
from forms.walk import Walk
from forms.yes import Direction, HeldYes, Taken, emptied
from tests.unit.forms.declarations.walking import CONSENT, WITHDRAWAL, asked, facts, offered, walked
from tests.unit.forms.invented import HERE

PLAN, GP, NAV = HeldYes("a", "plan"), HeldYes("b", "sharing", "gp"), HeldYes("c", "sharing", "nav")
FIRST = SentCase("V-1111", "consent", date(2026, 10, 1), title=CONSENT.title, consents=(PLAN, GP, NAV))
OTHER = SentCase("V-2222", "consent", date(2026, 9, 1), title=CONSENT.title, consents=(HeldYes("d", "plan"),))
OLD = SentCase("V-3333", "consent", date(2026, 8, 1), title=CONSENT.title)
APPLICATION = SentCase(
    "V-4444", "care_services", date(2026, 7, 1), helps_by_consent=True, consents=(HeldYes("e", "help"),)
)


def sender(*cases: SentCase) -> Situation:
    return replace(HERE, sent=cases)


def walk(cases: tuple[SentCase, ...], chosen: str, **wanted: str) -> Walk:
    return walked(WITHDRAWAL, sender(*cases), consent_reference=chosen, **wanted)


def part(parts: str, **wanted: str) -> dict[str, str]:
    return {"withdraw_extent": "part", "withdraw_parts": parts, **wanted}


def taken(found: Walk) -> Taken | None:
    return WITHDRAWAL.takes(found.now)


def test_the_whole_takes_all_of_the_chosen_cases() -> None:
    found = walk((FIRST, OTHER), "V-1111 V-2222")
    assert taken(found) == Taken(("V-1111", "V-2222"))
    assert remaining_told(found.now) == ""


def test_a_part_takes_that_alone_and_the_rest_is_told_on_receipt_and_document() -> None:
    found = walk((FIRST,), "V-1111", **part("b"))
    assert taken(found) == Taken((), ("b",))
    rest = "Individuell plan; Deling: NAV"
    assert remaining_told(found.now) == rest
    assert facts(content(found, "V-9"))["Dette gjelder fortsatt"] == rest
    assert f"Dette gjelder fortsatt: {rest}." in list(WITHDRAWAL.afterwards(found.now))
    tie = WITHDRAWAL.tie(found.now)
    assert tie
    assert tie.when_sent == (PARTLY_WITHDRAWN,)


def test_what_holds_of_another_case_is_told_with_its_reference_unless_only_some_may_see_it() -> None:
    secret = replace(OTHER, reference="V-5555", restricted=True)
    found = walk((FIRST, OTHER, secret), "V-1111")
    assert remaining_told(found.now) == "Individuell plan (V-2222)"
    told = list(WITHDRAWAL.afterwards(found.now))
    assert told[:2] == [
        "Samtykket gjelder ikke lenger.",
        "Dette gjelder fortsatt: Individuell plan (V-2222).",
    ]
    own = walk((FIRST, secret), "V-5555", **part("other", withdraw_part="Noe."))
    assert remaining_told(own.now).endswith("Individuell plan")


def test_every_part_of_it_is_the_whole() -> None:
    found = walk((FIRST,), "V-1111", **part("a b c"))
    assert taken(found) == Taken(("V-1111",))
    tie = WITHDRAWAL.tie(found.now)
    assert tie
    assert tie.when_sent == (WITHDRAWN,)


def test_own_words_take_no_single_one_and_limit_the_chosen_case() -> None:
    found = walk((FIRST,), "V-1111", **part("b other", withdraw_part="Ikke om økonomi."))
    assert taken(found) == Taken((), ("b",), "Ikke om økonomi.", ("V-1111",))
    alone = walk((FIRST,), "V-1111", **part("other", withdraw_part="Ikke om økonomi."))
    assert taken(alone) == Taken((), (), "Ikke om økonomi.", ("V-1111",))


def test_where_nothing_is_known_to_hold_the_words_are_asked_alone() -> None:
    found = walk((OLD,), "V-3333", withdraw_extent="part", withdraw_part="Sykehuset.")
    assert "withdraw_parts" not in asked(found)
    assert taken(found) == Taken((), (), "Sykehuset.", ("V-3333",))


def test_what_is_not_listed_takes_nothing_here() -> None:
    found = walk((FIRST,), "unlisted", withdraw_extent="all")
    assert taken(found) is None


def test_from_a_later_day_the_day_is_taken_along() -> None:
    found = walk((FIRST,), "V-1111", **part("b", from_when="later", from_when_date="2026-12-24"))
    assert taken(found) == Taken((), ("b",), day=date(2026, 12, 24))


def test_a_yes_to_help_in_an_application_is_taken_back_and_not_the_application() -> None:
    found = walk((APPLICATION,), "V-4444")
    tie = WITHDRAWAL.tie(found.now)
    assert tie
    assert tie.beside == ("V-4444",)
    assert CONSENT_TAKEN_BACK not in tie.when_sent
    assert offered(found, "withdrawal", "consent_reference") == {"V-4444", "unlisted"}


def test_what_waits_for_a_signature_can_be_taken_back_and_is_not_told_to_hold() -> None:
    waiting = replace(FIRST, consents=(PLAN, GP._replace(waits=True), NAV))
    found = walk((waiting,), "V-1111", **part("c"))
    assert remaining_told(found.now) == "Individuell plan"
    assert "b" in offered(found, "withdrawal", "withdraw_parts")


@pytest.mark.parametrize(
    ("cases", "parts", "mistakes"),
    [
        (["V-1111"], ["a"], 0),
        (["V-1111"], ["d"], 2),
        (["V-1111", "V-2222"], ["a"], 1),
        (["V-1111", "V-2222"], ["a", "d"], 0),
        (["V-1111", "V-2222"], ["a", "other"], 0),
        (["unlisted"], ["other"], 0),
    ],
)
def test_parts_and_cases_must_fit(cases: list[str], parts: list[str], mistakes: int) -> None:
    assert len(list(mistaken_parts(sender(FIRST, OTHER), cases, parts))) == mistakes


def test_a_department_with_a_sign_in_it_is_shown_as_it_was_written() -> None:
    odd = replace(FIRST, consents=(HeldYes("b", "sharing", "others", "100 % oss, %(form)s"), PLAN))
    found = walk((odd,), "V-1111", **part("b"))
    assert "Deling: Andre (100 % oss, %(form)s)" in content(found, "V-9").model_dump_json()
    assert "Deling" in remaining_told(walk((odd,), "V-1111", **part("a")).now)
    assert Language().code == "nb"


DIRECTIONS = st.lists(st.builds(Direction, st.uuids().map(str), st.booleans(), st.booleans()), max_size=5)


@given(left=DIRECTIONS, alone=st.booleans())
def test_sharing_needs_somebody_who_gives_and_somebody_who_receives(
    left: list[Direction], *, alone: bool
) -> None:
    over = emptied(tuple(left), alone_before=alone)
    assert over in {(), tuple(one.id for one in left)}, "all together, or none"
    if not over and left:
        assert any(one.gives for one in left)
        assert any(one.receives for one in left)
        assert len(left) > 1 or alone
