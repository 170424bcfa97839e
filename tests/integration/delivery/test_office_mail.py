"""The office's mailbox is told that something has come: once, by several workers, and nothing of what."""

import signal

import pytest

from tests.integration.delivery.leaving import Leaving
from tests.integration.handover.world import until
from tests.mailbox import OK, Mailbox

ADDRESS = "tjenestekontoret@larvik.example"


@pytest.fixture
def takes() -> str:
    return f'mail = "{ADDRESS}"'


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
def test_the_office_is_told_once_by_several_workers_and_nothing_of_what(leaving: Leaving) -> None:
    leaving.start_small_docgen()
    cases = [leaving.submit() for _ in range(3)]
    with Mailbox(leaving.mail_port) as box:
        box.answer = "451 4.3.0 later"
        for name in ("one", "two"):
            leaving.start_worker(name=name)
        until(lambda: [one.trouble for one in leaving.deliveries(cases[0])] == ["mail_451"])
        assert box.got == []
        box.answer = OK
        until(lambda: all(leaving.states(one) == ["mail 0 delivered"] for one in cases))
        assert len(box.got) == len(cases)
        assert len({mail["Message-ID"] for mail in box.got}) == len(cases)
        mail = box.got[0]
        assert mail["To"] == ADDRESS
        told = f"{mail['Subject']} {mail.get_content()}"
        assert "/larvik/kontor" in told
        assert leaving.reference(cases[0]) not in told
        assert "koordinator" not in told


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_a_mail_that_goes_twice_is_known_as_the_same(leaving: Leaving) -> None:
    """Its worker dies between the mail server's yes and its own."""
    leaving.start_small_docgen()
    case_id = leaving.submit()
    with Mailbox(leaving.mail_port) as box:
        died = leaving.start_worker(fail="office_mail_taken:kill")
        assert died.wait(timeout=60) == -signal.SIGKILL
        leaving.start_worker()
        until(lambda: leaving.states(case_id) == ["mail 0 delivered"])
        assert len({mail["Message-ID"] for mail in box.got}) == 1


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_a_mailbox_that_is_not_there_is_told_to_the_office(leaving: Leaving) -> None:
    leaving.start_small_docgen()
    case_id = leaving.submit()
    with Mailbox(leaving.mail_port) as box:
        box.refuses[ADDRESS] = "550 5.1.1 no such user"
        leaving.start_worker()
        until(lambda: leaving.states(case_id) == ["mail 0 refused"])
        assert leaving.events(case_id)[-1] == "delivery_refused"
