"""A package at the municipality's own address: signed, whole, once for its key, whatever the line and it do."""

import signal
import time

import pytest

from tests.integration.delivery.leaving import Leaving
from tests.integration.handover.world import until
from wizard.archive_message.names import MESSAGE
from wizard.cases.delivering import DeliveryStore, deliver_again
from wizard.models_access import Access
from wizard.models_deliveries import Delivery

POINTS = ("before_webhook", "webhook_answered", "after_webhook", "recorded_webhook")
LARGE = 20_000_000


@pytest.fixture
def takes() -> str:
    return "webhook = HOOK"


@pytest.fixture
def with_documents(leaving: Leaving) -> Leaving:
    leaving.start_small_docgen()
    return leaving


def only(leaving: Leaving) -> Delivery:
    """The one delivery, once it is there."""
    found: list[Delivery] = []

    def there() -> bool:
        with leaving.own.store.read() as db:
            found[:] = db.query(Delivery).all()
        return bool(found)

    until(there)
    [row] = found
    return row


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_a_package_comes_signed_and_its_receipt_is_kept(with_documents: Leaving) -> None:
    leaving = with_documents
    leaving.start_receiver()
    leaving.start_worker()
    leaving.submit()
    until(lambda: only(leaving).state == "delivered")
    [came], [kept] = leaving.receiver.came(), leaving.receiver.kept()
    assert came["verified"]
    assert only(leaving).receipt == came["receipt"]
    assert came["key"] == f'"{kept.name}"'
    assert {MESSAGE, "hoveddokument.pdf", "hoveddokument.docx"} <= {one.name for one in kept.iterdir()}


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
def test_a_worker_killed_at_every_point_delivers_once(with_documents: Leaving) -> None:
    leaving = with_documents
    leaving.start_receiver()
    leaving.submit()
    for point in POINTS:
        died = leaving.start_worker(fail=f"{point}:kill")
        assert died.wait(timeout=60) == -signal.SIGKILL, point
    leaving.start_worker()
    until(lambda: leaving.at_work() == 0)
    assert len(leaving.receiver.kept()) == 1
    assert len({one["key"] for one in leaving.receiver.came()}) == 1
    assert only(leaving).state == "delivered"


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_f_12_a_line_cut_in_a_transfer_of_20_mb_is_sent_again_under_the_same_key(
    with_documents: Leaving,
) -> None:
    leaving = with_documents
    leaving.docgen_is(padding=LARGE)
    leaving.start_receiver()
    leaving.receiver.is_like(cut_after=LARGE // 2)
    leaving.start_worker()
    leaving.submit()
    until(lambda: len(leaving.receiver.came()) >= 2)
    assert leaving.receiver.kept() == []
    leaving.receiver.is_like(silent=True)  # it is whole there, and the line is cut before the answer
    until(lambda: len(leaving.receiver.kept()) == 1)
    leaving.receiver.is_like()
    until(lambda: only(leaving).state == "delivered")
    assert len(leaving.receiver.kept()) == 1
    assert len({one["key"] for one in leaving.receiver.came()}) == 1
    whole = [one for one in leaving.receiver.came() if "size" in one]
    assert all(one["verified"] and one["size"] > LARGE for one in whole)
    assert only(leaving).receipt == whole[-1]["receipt"]
    assert only(leaving).attempts == len(leaving.receiver.came())
    with leaving.own.store.read() as db:  # the citizen reads it once, however often it was tried
        assert db.query(Access).where(Access.what == "worker.delivery").count() == 1


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_a_receiver_is_left_in_peace_for_as_long_as_it_asks(with_documents: Leaving) -> None:
    leaving = with_documents
    leaving.start_receiver()
    leaving.receiver.is_like(status=429, headers={"Retry-After": "3"})
    leaving.start_worker()
    leaving.submit()
    until(lambda: only(leaving).trouble == "status_429")
    begun = time.monotonic()
    leaving.receiver.is_like()
    until(lambda: only(leaving).state == "delivered")
    assert time.monotonic() - begun > 2
    assert len(leaving.receiver.came()) == 2


def test_a_no_is_kept_in_its_words_and_one_press_tries_anew_under_another_key(
    with_documents: Leaving,
) -> None:
    leaving = with_documents
    leaving.start_receiver()
    leaving.receiver.is_like(
        status=400,
        answer='{"detail": "Arkivet kjenner ikke klassen"}',
        headers={"Content-Type": "application/json"},
    )
    leaving.start_worker()
    case_id = leaving.submit()
    until(lambda: leaving.states(case_id) == ["webhook 0 refused"])
    assert leaving.events(case_id)[-1] == "delivery_refused"
    leaving.receiver.is_like()
    assert deliver_again(leaving.own, case_id)
    assert not deliver_again(leaving.own, case_id)
    until(lambda: leaving.states(case_id) == ["webhook 0 refused", "webhook 1 delivered"])
    first, second = leaving.receiver.came()
    assert first["key"] != second["key"]


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_a_case_whose_delivery_was_never_enqueued_is_found(with_documents: Leaving) -> None:
    leaving = with_documents
    places = leaving.environment.pop("VEIVISER_MUNICIPALITIES")
    before = leaving.start_worker()
    case_id = leaving.submit()
    until(lambda: leaving.delivered(case_id))
    before.kill()
    before.wait()
    assert leaving.states(case_id) == []
    leaving.environment["VEIVISER_MUNICIPALITIES"] = places
    leaving.start_receiver()
    leaving.start_worker()
    until(lambda: leaving.states(case_id) == ["webhook 0 delivered"])
    assert DeliveryStore(leaving.own).begin_missing() == 0
