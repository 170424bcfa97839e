"""How a case stands, whatever the order in which machines and people get to it."""

import uuid
from datetime import UTC, datetime
from itertools import permutations

import pytest

from wizard.cases.standing import Happened, awaits_paper, delayed, in_hand, stage, standing

BEGINNING = ["started", "signed", "submitted"]
HANDED_OVER = ["handover_refused", "handover_retried", "documents_made", "delivered"]


def orders(*inserted: str) -> list[list[str]]:
    """The hand-over's events in their order, with what people did put in at every place."""
    mixed = permutations([*HANDED_OVER, *inserted])
    kept = [list(one) for one in mixed if [kind for kind in one if kind in HANDED_OVER] == HANDED_OVER]
    return [one for one in kept if [kind for kind in one if kind not in HANDED_OVER] == list(inserted)]


@pytest.mark.parametrize("order", orders("taken_in_hand"), ids="-".join)
def test_nothing_that_the_hand_over_does_hides_that_a_case_is_in_hand(order: list[str]) -> None:
    for end in range(order.index("taken_in_hand") + 1, len(order) + 1):
        assert standing([*BEGINNING, *order[:end]]) == "taken_in_hand"


@pytest.mark.parametrize("order", orders("taken_in_hand", "let_go"), ids="-".join)
def test_a_case_that_was_let_go_stands_as_the_hand_over_has_it(order: list[str]) -> None:
    done = [kind for kind in order if kind in HANDED_OVER]
    assert standing([*BEGINNING, *order]) == standing([*BEGINNING, *done]) == "delivered"
    until_let_go = order[: order.index("let_go") + 1]
    alone = [kind for kind in until_let_go if kind in HANDED_OVER]
    assert standing([*BEGINNING, *until_let_go]) == standing([*BEGINNING, *alone])


@pytest.mark.parametrize("order", orders("taken_in_hand"), ids="-".join)
def test_what_people_do_changes_nothing_about_the_hand_over(order: list[str]) -> None:
    for end in range(len(order) + 1):
        done = [kind for kind in order[:end] if kind in HANDED_OVER]
        assert stage([*BEGINNING, *order[:end]]) == stage(done)


def test_a_draft_has_no_standing_and_what_is_sent_has() -> None:
    assert standing(["started"]) == ""
    assert [standing([*BEGINNING, *HANDED_OVER[:end]]) for end in range(5)] == ["submitted", *HANDED_OVER]


def test_documents_made_late_do_not_take_delivered_back() -> None:
    assert standing([*BEGINNING, "delivered", "documents_made"]) == "delivered"


def test_a_hand_over_is_delayed_until_it_ends_or_is_begun_anew() -> None:
    late = [*BEGINNING, "handover_delayed"]
    assert standing(late) == "handover_delayed"
    assert [delayed(kinds) for kinds in (BEGINNING, late, [*late, "taken_in_hand"])] == [False, True, True]
    for end in ("handover_refused", "handover_retried", "delivered"):
        assert not delayed([*late, end])
        assert standing([*late, end]) == end


def test_a_signature_on_paper_is_awaited_until_it_comes_and_only_where_it_was_promised() -> None:
    promised = ["started", "paper_signature_promised", "submitted", "delivered", "taken_in_hand"]
    assert awaits_paper(promised)
    assert not awaits_paper([*promised, "paper_signature_received", "let_go"])
    assert not awaits_paper(BEGINNING)


def test_a_case_is_in_the_hand_that_took_it_last() -> None:
    one, other = uuid.uuid4(), uuid.uuid4()
    kinds = [("taken_in_hand", one), ("let_go", other), ("taken_in_hand", other), ("documents_made", None)]
    events = [
        Happened(number, kind, datetime(2026, 11, 22, tzinfo=UTC), by)
        for number, (kind, by) in enumerate(kinds)
    ]
    assert [getattr(in_hand(events[:end]), "actor_id", None) for end in range(5)] == [
        None,
        one,
        None,
        other,
        other,
    ]


@pytest.mark.parametrize("order", orders("taken_in_hand", "withdrawn"), ids="-".join)
def test_what_was_withdrawn_stays_so_whatever_comes_after(order: list[str]) -> None:
    for end in range(order.index("withdrawn") + 1, len(order) + 1):
        assert standing([*BEGINNING, *order[:end]]) == "withdrawn"


@pytest.mark.parametrize("kind", ["supplemented", "authorization_sent", "partly_withdrawn"])
def test_what_comes_to_a_case_later_does_not_change_how_it_stands(kind: str) -> None:
    for end in range(len(HANDED_OVER) + 1):
        before, after = HANDED_OVER[:end], HANDED_OVER[end:]
        assert standing([*BEGINNING, *before, kind, *after]) == standing([*BEGINNING, *HANDED_OVER])


def test_no_signature_is_waited_for_once_it_is_withdrawn() -> None:
    promised = ["started", "paper_signature_promised", "submitted"]
    assert awaits_paper(promised)
    assert not awaits_paper([*promised, "withdrawn"])
