"""A package at the municipality's own address: signed, whole, once for its key, whatever the line and it do."""

import signal
import time

import pytest

from tests.integration.delivery.leaving import Leaving
from tests.integration.handover.world import until
from wizard.archive_message.names import MESSAGE
from wizard.cases.delivering import DeliveryStore, deliver_again
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


def test_a_package_comes_signed_and_its_receipt_is_kept(with_documents: Leaving) -> None:
    leaving = with_documents
    leaving.start_receiver()
    leaving.start_worker()
    leaving.submit()
    until(lambda: only(leaving).state == "delivered")
    [came], [kept] = leaving.came(), leaving.kept()
    assert came["verified"]
    assert only(leaving).receipt == came["receipt"]
    assert came["key"] == f'"{kept.name}"'
    assert {MESSAGE, "hoveddokument.pdf", "hoveddokument.docx"} <= {one.name for one in kept.iterdir()}


def test_a_worker_killed_at_every_point_delivers_once(with_documents: Leaving) -> None:
    leaving = with_documents
    leaving.start_receiver()
    leaving.submit()
    for point in POINTS:
        died = leaving.start_worker(fail=f"{point}:kill")
        assert died.wait(timeout=60) == -signal.SIGKILL, point
    leaving.start_worker()
    until(lambda: leaving.at_work() == 0)
    assert len(leaving.kept()) == 1
    assert len({one["key"] for one in leaving.came()}) == 1
    assert only(leaving).state == "delivered"


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_f_12_a_line_cut_in_a_transfer_of_20_mb_is_sent_again_under_the_same_key(
    with_documents: Leaving,
) -> None:
    leaving = with_documents
    leaving.docgen_is(padding=LARGE)
    leaving.start_receiver()
    leaving.receiver_is(cut_after=LARGE // 2)
    leaving.start_worker()
    leaving.submit()
    until(lambda: len(leaving.came()) >= 2)
    assert leaving.kept() == []
    leaving.receiver_is(silent=True)  # it is whole there, and the line is cut before the answer
    until(lambda: len(leaving.kept()) == 1)
    leaving.receiver_is()
    until(lambda: only(leaving).state == "delivered")
    assert len(leaving.kept()) == 1
    assert len({one["key"] for one in leaving.came()}) == 1
    whole = [one for one in leaving.came() if "size" in one]
    assert all(one["verified"] and one["size"] > LARGE for one in whole)
    assert only(leaving).receipt == whole[-1]["receipt"]
    assert only(leaving).attempts == len(leaving.came())


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_what_is_no_receipt_is_asked_for_again_and_peace_is_kept(with_documents: Leaving) -> None:
    """One worker meets them all, one after the other."""
    leaving = with_documents
    leaving.start_receiver()
    moods = [
        {"status": 500},
        {"status": 409},
        {"status": 404},
        {"status": 302, "headers": {"Location": "http://127.0.0.1:9/"}},
        {"answer": "<html>velkommen</html>"},
        {"answer": '{"receipt": "to ord"}'},
    ]
    leaving.receiver_is(**moods[0])
    leaving.start_worker()
    leaving.submit()
    for mood in moods:
        before = len(leaving.came())
        leaving.receiver_is(**mood)
        until(lambda before=before: len(leaving.came()) >= before + 2)
        assert only(leaving).state == "waiting"
    leaving.receiver_is(status=429, headers={"Retry-After": "3"})
    before = len(leaving.came())
    until(lambda: only(leaving).trouble == "status_429")
    asked, begun = len(leaving.came()), time.monotonic()
    leaving.receiver_is()
    until(lambda: only(leaving).state == "delivered")
    assert time.monotonic() - begun > 2
    assert asked > before
    assert len(leaving.kept()) == 1


def test_a_no_is_kept_in_its_words_and_one_press_tries_anew_under_another_key(
    with_documents: Leaving,
) -> None:
    leaving = with_documents
    leaving.start_receiver()
    leaving.receiver_is(
        status=400,
        answer='{"detail": "Arkivet kjenner ikke klassen"}',
        headers={"Content-Type": "application/json"},
    )
    leaving.start_worker()
    case_id = leaving.submit()
    until(lambda: leaving.states(case_id) == ["webhook 0 refused"])
    assert leaving.events(case_id)[-1] == "delivery_refused"
    leaving.receiver_is()
    assert deliver_again(leaving.own, case_id)
    assert not deliver_again(leaving.own, case_id)
    until(lambda: leaving.states(case_id) == ["webhook 0 refused", "webhook 1 delivered"])
    first, second = leaving.came()
    assert first["key"] != second["key"]


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_a_case_whose_delivery_was_never_enqueued_is_found(with_documents: Leaving) -> None:
    leaving = with_documents
    leaving.environment["VEIVISER_MUNICIPALITIES"], places = (
        "",
        leaving.environment["VEIVISER_MUNICIPALITIES"],
    )
    del leaving.environment["VEIVISER_MUNICIPALITIES"]
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
