"""A store that speaks S3 and is away, frozen, full, or knows nobody: each in a bounded time, and as what it is."""

import time
import uuid
from collections.abc import Iterator

import pytest

from tests.integration.s3_server import S3Server
from wizard.files.interface import NoBucketError, StoreAwayError, StoreFailsError, StoreRefusesError
from wizard.files.rest import Rest
from wizard.files.s3 import S3

NAME = f"{'ab' * 32}.1"
BOUND = 30
"""Seconds, of a machine under load; the store is asked with 2."""


def verbs(store: S3) -> dict[str, type[BaseException] | None]:
    """What comes of each verb."""
    asked = {
        "put": lambda: store.put(NAME, b"invented"),
        "get": lambda: store.get(NAME),
        "names": lambda: list(store.names()),
        "try_out": store.try_out,
    }
    said, found = "", dict[str, type[BaseException] | None]()
    for name, ask in asked.items():
        try:
            ask()
        except OSError as error:
            found[name] = type(error)
            said += str(error)
        else:
            found[name] = None
    assert not any(told in said for told in ("AKIA", "127.0.0.1", "<Error>"))
    return found


def all_of(error: type[BaseException]) -> dict[str, type[BaseException] | None]:
    return dict.fromkeys(("put", "get", "names", "try_out"), error)


@pytest.fixture
def store(s3: S3Server) -> S3:
    return s3.store(uuid.uuid4().hex)


def test_whom_the_store_does_not_know_it_refuses(s3: S3Server) -> None:
    for wrong in ({"secret": "another"}, {"key_id": "AKIANOBODY"}):
        store = s3.store("site", **wrong)  # type: ignore[arg-type]
        assert verbs(store) == all_of(StoreRefusesError)
        with pytest.raises(StoreRefusesError):
            store.has(NAME)
        with pytest.raises(StoreRefusesError):
            store.delete(NAME)


def test_a_bucket_that_is_missing_is_no_store_without_files(s3: S3Server) -> None:
    assert verbs(s3.store("site", bucket="nobodys-bucket")) == all_of(NoBucketError)


def test_f_15_a_store_without_room_refuses_what_comes_and_gives_what_it_has(s3: S3Server, store: S3) -> None:
    store.put(NAME, b"earlier")
    s3.is_full()
    try:
        assert verbs(store) == {
            "put": StoreFailsError,
            "get": None,
            "names": None,
            "try_out": StoreFailsError,
        }
    finally:
        s3.is_full(full=False)
    assert store.get(NAME) == b"earlier"


@pytest.fixture
def frozen(s3: S3Server) -> Iterator[S3Server]:
    s3.freeze()
    yield s3
    s3.freeze(again=True)


def test_one_that_answers_nothing_costs_one_wait_and_then_nobody_waits(store: S3, frozen: S3Server) -> None:
    begun = time.monotonic()
    assert verbs(store) == all_of(StoreAwayError)
    assert time.monotonic() - begun < BOUND
    begun = time.monotonic()
    assert verbs(store) == all_of(StoreAwayError)
    assert time.monotonic() - begun < 1, "it is left in peace"
    short = frozen.store("site", seconds=0.5)
    begun = time.monotonic()
    for ask in (short.has, short.delete):
        with pytest.raises(StoreAwayError):
            ask(NAME)
    assert time.monotonic() - begun < BOUND


def test_one_that_was_killed_is_away_and_used_again_once_it_is_back(s3: S3Server) -> None:
    prefix = uuid.uuid4().hex
    s3.kill()
    try:
        assert verbs(s3.store(prefix)) == all_of(StoreAwayError)
    finally:
        s3.start()
    store = s3.store(prefix)
    store.put(NAME, b"invented")
    assert store.get(NAME) == b"invented"


def test_a_store_is_asked_by_one_whether_it_is_back_while_it_rests_for_all_others() -> None:
    rest = Rest(seconds=0.2)

    def ask(error: OSError | None = None) -> None:
        with rest.asked():
            if error:
                raise error

    with pytest.raises(StoreAwayError):
        ask(StoreAwayError())
    with pytest.raises(StoreAwayError):
        ask()
    time.sleep(0.25)
    with rest.asked(), pytest.raises(StoreAwayError):
        ask()  # while one asks, the others do not
    ask()
    with pytest.raises(StoreRefusesError):
        ask(StoreRefusesError())
    ask()
