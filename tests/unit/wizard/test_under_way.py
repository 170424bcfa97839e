"""Work that stands as a worker's own and that it does not do is found, and what it does is left alone."""

from wizard.under_way import Forgotten, doing

SECONDS = 30.0


def test_what_is_not_done_for_the_time_is_forgotten_and_what_is_done_never() -> None:
    now = 0.0
    forgotten = Forgotten(SECONDS, lambda: now)
    with doing("done"):
        assert forgotten.among(["done", "lost"]) == set()
        now = SECONDS
        assert forgotten.among(["done", "lost"]) == {"lost"}
    assert forgotten.among(["done"]) == set(), "it has only just ended"


def test_what_was_begun_in_the_meantime_is_counted_anew() -> None:
    now = 0.0
    forgotten = Forgotten(SECONDS, lambda: now)
    forgotten.among(["one"])
    now = SECONDS - 1
    with doing("one"):
        forgotten.among(["one"])
    now = SECONDS
    assert forgotten.among(["one"]) == set()
