"""What somebody does on the page for notices."""

from typing import Protocol

import httpx

from tests.guest import Guest
from tests.mailbox import Mailbox


class Posting(Protocol):
    box: Mailbox

    def mail(self) -> None: ...


def page(guest: Guest) -> str:
    return f"{guest.at}/varsler"


def ask(guest: Guest, address: str) -> httpx.Response:
    return guest.post(f"{page(guest)}/adresse", {"email": address}, page=page(guest))


def type_code(guest: Guest, code: str) -> httpx.Response:
    return guest.post(f"{page(guest)}/kode", {"code": code}, page=page(guest))


def choose(guest: Guest, *kinds: str) -> httpx.Response:
    return guest.post(f"{page(guest)}/velg", {"kinds": list(kinds)}, page=page(guest))


def take_away(guest: Guest) -> httpx.Response:
    return guest.post(f"{page(guest)}/ta-bort", page=page(guest))


def confirmed(guest: Guest, town: Posting, address: str) -> None:
    assert ask(guest, address).status_code == 303
    town.mail()
    assert type_code(guest, town.box.code(address)).status_code == 303
    assert address in guest.get(page(guest)).text
