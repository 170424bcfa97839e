"""What a mail server says no to: an address that is none gets nothing more, and any other no shuts nobody out."""

import pytest

from tests.integration.notices.conftest import Town
from tests.integration.notices.giving import ask, confirmed, page
from tests.integration.notices.test_address import address


@pytest.mark.parametrize(
    "answer",
    [
        "550-5.1.1 no such user\r\n550 5.1.1 look for another",
        "556 5.1.10 null MX",
        "550 5.2.1 shut",
    ],
    ids=["none", "takes none", "shut"],
)
def test_an_address_that_is_none_is_told_on_the_page_and_gets_nothing_more(town: Town, answer: str) -> None:
    mine = address("refused")
    guest = town.giver("stille", mine)
    town.box.refuses[mine] = answer
    town.announced(guest)
    town.mail()
    assert "kom ikke fram til denne adressen" in guest.get(page(guest)).text
    town.box.refuses.clear()
    town.later(hours=21)
    guest.log_in("stille")
    town.announced(guest)
    town.mail()
    assert (len(town.box.to(mine)), town.waiting()) == (1, 0)
    confirmed(guest, town, mine)
    assert "kom ikke fram" not in guest.get(page(guest)).text


def test_so_is_one_that_the_code_does_not_reach(town: Town) -> None:
    guest, mine = town.visitor("stille"), address("nocode")
    town.box.refuses[mine] = "550 5.1.1 no such user"
    ask(guest, mine)
    town.mail()
    shown = guest.get(page(guest)).text
    assert f"Koden kom ikke fram til {mine}." in shown
    assert 'id="code"' not in shown


@pytest.mark.parametrize(
    "answer",
    [
        "550 5.7.1 relay access denied",
        "450 4.2.1 greylisted",
        "550 relay not permitted",
        "550 5.1.8 Sender address rejected: Domain not found",
        "553 5.1.7 Bad sender address syntax",
    ],
    ids=["relay", "greylisted", "plain", "sender's domain", "sender's form"],
)
def test_a_server_that_lets_us_not_send_shuts_no_address_out(town: Town, answer: str) -> None:
    mine = address("relay")
    guest = town.giver("stille", mine)
    town.box.refuses[mine] = answer
    town.announced(guest)
    town.mail()
    assert "kom ikke fram" not in guest.get(page(guest)).text
    town.box.refuses.clear()
    town.mail()
    assert len(town.box.to(mine)) == 1, "it waits a while first"
    town.later(minutes=3)
    town.mail()
    assert len(town.box.to(mine)) == 2
