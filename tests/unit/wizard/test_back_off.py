import pytest

from wizard.handover import LONGEST_REQUESTED_WAIT, BackOff

BACK_OFF = BackOff(first=5, longest=900)


@pytest.mark.parametrize(
    ("attempt", "least", "most"),
    [(0, 5, 7.5), (1, 10, 15), (7, 640, 960), (8, 900, 1350), (10**6, 900, 1350)],
)
def test_the_wait_doubles_up_to_a_cap_and_never_ends(attempt: int, least: float, most: float) -> None:
    waits = [BACK_OFF.seconds(attempt, None) for _ in range(50)]
    assert all(least <= wait <= most for wait in waits)
    assert len(set(waits)) > 1, "cases that failed together would come back together"


@pytest.mark.parametrize(("requested", "least"), [(120, 120), (2, 5), (10**9, LONGEST_REQUESTED_WAIT)])
def test_what_docgen_asks_for_is_honoured_within_reason(requested: float, least: float) -> None:
    assert least <= BACK_OFF.seconds(0, requested) <= 1.5 * least
