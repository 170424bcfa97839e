import pytest

from tests.unit.house.sizes import Sizes, all_sizes


def test_everything_stays_small_enough_to_be_read(subtests: pytest.Subtests) -> None:
    """Not a test of each: everything would be measured wherever tests are only collected."""
    for sizes in all_sizes():
        with subtests.test(sizes.kind):
            median, p90, _ = sizes.measured()
            assert not sizes.too_long()
            assert (median <= sizes.median, p90 <= sizes.p90) == (True, True), str(sizes)


def test_a_thing_that_is_too_long_is_named() -> None:
    assert Sizes("files", {"short.py": 3, "long.py": 301}, 80, 200, 300).too_long() == ["long.py: 301"]
