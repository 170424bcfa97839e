"""What a receiver may answer, and what is made of it: no worker is needed to see that."""

import os
from collections.abc import Iterator
from typing import Any

import pytest

from tests.guest import TRUST
from tests.integration.delivery.receiver import KEY, Receiver, running
from wizard.delivery.answer import LONGEST
from wizard.delivery.outcome import LaterError, RefusedError
from wizard.delivery.webhook import Webhook, fault

FILES = {"arkivmelding.xml": b"<arkivmelding/>", "hoveddokument.pdf": b"%PDF-invented"}
RECEIPT = (
    '<arkivmeldingKvittering xmlns="urn:invented"><registreringKvittering><systemID>6f1c-2</systemID>'
    "</registreringKvittering></arkivmeldingKvittering>"
)
FAILED = (
    '<arkivmeldingKvittering xmlns="urn:invented"><registreringFeilet><feilmelding>Ukjent  klasse</feilmelding>'
    "</registreringFeilet></arkivmeldingKvittering>"
)
INVALID = (
    '<ugyldigForespoersel xmlns="urn:invented"><feilmelding>Ukjent klasse</feilmelding></ugyldigForespoersel>'
)
LATER = {
    "a fault": ({"status": 500}, "status_500"),
    "not let in": ({"status": 401}, "status_401"),
    "not there": ({"status": 404}, "status_404"),
    "elsewhere": ({"status": 302, "headers": {"Location": "http://127.0.0.1:9/"}}, "status_302"),
    "at work with that key": ({"status": 409}, "no_receipt"),
    "a page": ({"answer": "<html>velkommen</html>"}, "no_receipt"),
    "a broken page": ({"answer": "<html>velkommen"}, "no_receipt"),
    "words": ({"answer": '{"receipt": "to ord"}'}, "no_receipt"),
    "a list": ({"answer": "[1]"}, "no_receipt"),
    "nothing": ({"answer": ""}, "no_receipt"),
    "without end": ({"answer": "x" * (3 * LONGEST)}, "no_receipt"),
    "cut": ({"silent": True}, "no_answer"),
    "an outer entity": (
        {"answer": '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><a>&x;</a>'},
        "no_receipt",
    ),
}
REFUSED = {
    "problem details": ({"status": 422, "answer": '{"detail": "Ukjent klasse"}'}, "Ukjent klasse"),
    "no words": ({"status": 400, "answer": "<html>"}, ""),
    "an error message": ({"status": 400, "answer": INVALID}, "Ukjent klasse"),
    "a receipt that says no": ({"answer": FAILED}, "Ukjent klasse"),
    "an error message as an answer": ({"answer": INVALID}, "Ukjent klasse"),
}


@pytest.fixture(scope="module")
def receiver(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Receiver]:
    with running(tmp_path_factory.mktemp("answers") / "receiver", dict(os.environ)) as receiver:
        yield receiver


def sent(receiver: Receiver, key: str = "a", **mood: Any) -> str:
    receiver.is_like(**mood)
    return Webhook(receiver.address, "larvik", KEY, total=20.0, trust=TRUST).send(FILES, key)


@pytest.mark.parametrize(("mood", "trouble"), LATER.values(), ids=LATER)
def test_what_is_no_receipt_is_asked_for_again(
    receiver: Receiver, mood: dict[str, Any], trouble: str
) -> None:
    with pytest.raises(LaterError) as raised:
        sent(receiver, **mood)
    assert raised.value.trouble == trouble


@pytest.mark.parametrize(("mood", "reason"), REFUSED.values(), ids=REFUSED)
def test_a_no_is_told_in_the_receivers_words(receiver: Receiver, mood: dict[str, Any], reason: str) -> None:
    with pytest.raises(RefusedError) as raised:
        sent(receiver, **mood)
    assert raised.value.reason == reason


def test_a_receipt_of_fiks_arkiv_is_known_by_its_id(receiver: Receiver) -> None:
    assert sent(receiver, answer=RECEIPT) == "6f1c-2"


def test_the_same_key_gets_the_same_receipt_also_where_it_is_said_to_be_there(receiver: Receiver) -> None:
    first = sent(receiver, key="twice")
    assert sent(receiver, key="twice") == first
    assert sent(receiver, key="twice", status=409, answer=f'{{"receipt": "{first}"}}') == first


def test_the_same_package_has_the_same_bytes_and_another_signature_each_time(receiver: Receiver) -> None:
    for _ in range(2):
        sent(receiver, key="bytes")
    first, second = receiver.came()[-2:]
    assert first["verified"]
    assert second["verified"]
    assert first["digest"] == second["digest"]
    assert first["signature"] != second["signature"]


def test_a_key_that_is_not_the_receivers_is_seen(receiver: Receiver) -> None:
    receiver.is_like()
    Webhook(receiver.address, "larvik", bytes(reversed(KEY)), total=20.0, trust=TRUST).send(FILES, "forged")
    assert not receiver.came()[-1]["verified"]


def test_how_long_a_receiver_wants_peace_is_read_as_seconds_and_as_a_date(receiver: Receiver) -> None:
    waits = []
    for said in ("7", "Fri, 01 Jan 2100 00:00:00 GMT", "soon"):
        with pytest.raises(LaterError) as raised:
            sent(receiver, status=503, headers={"Retry-After": said})
        waits.append(raised.value.wait)
    assert (waits[0], waits[2]) == (7, None)
    assert waits[1] is not None
    assert waits[1] > 1e9


@pytest.mark.parametrize(
    ("address", "demo", "why"),
    [
        ("https://arkiv.example.no/inn", False, ""),
        ("https://ARKIV.example.no/inn", False, ""),
        ("http://arkiv.example.no/inn", False, "it is not https"),
        ("http://arkiv.example.no/inn", True, ""),
        ("https://arkiv.example.no:8443/inn", False, "its host"),
        ("https://x@arkiv.example.no/inn", False, "its host"),
        ("https://arkiv.example.no.evil.example/inn", True, "its host"),
        ("https://169.254.169.254/inn", True, "its host"),
    ],
)
def test_nothing_is_sent_to_a_host_that_the_settings_do_not_name(address: str, demo: bool, why: str) -> None:  # noqa: FBT001 -- a parameter
    assert fault(address, ["arkiv.example.no"], demo=demo).startswith(why)
    assert bool(fault(address, ["arkiv.example.no"], demo=demo)) == bool(why)
