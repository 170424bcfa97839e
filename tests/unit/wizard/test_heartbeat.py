"""F-22: a worker is lost when nobody has seen a new beat of it for the time, by the clock of whoever watches."""

from wizard.heartbeat import Watch


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_f_22_a_worker_is_lost_after_the_time_without_a_beat_and_no_sooner() -> None:
    clock = Clock()
    watch = Watch(30, clock)
    for clock.now in (0, 10, 20, 29.9):
        assert watch.lost({"one"}, {"one": 7}) == set()
    clock.now = 30
    assert watch.lost({"one"}, {"one": 7}) == {"one"}
    assert watch.lost({"one"}, {"one": 8}) == set(), "it has come back"


def test_f_03_one_that_has_no_row_is_lost_after_the_time_too() -> None:
    clock = Clock()
    watch = Watch(30, clock)
    assert watch.lost({"gone"}, {}) == set()
    clock.now = 30
    assert watch.lost({"gone"}, {}) == {"gone"}


def test_f_22_a_slow_one_that_beats_now_and_then_is_never_lost() -> None:
    clock = Clock()
    watch = Watch(30, clock)
    for beat in range(20):
        clock.now += 25
        assert watch.lost({"slow"}, {"slow": beat}) == set()
