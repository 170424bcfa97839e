"""Every address of a case, and with which ground one comes in: our own list, held against the application's map."""

import uuid
from typing import Any

import httpx

from tests.guest import bare
from tests.integration.any_order.cast import AT_THE_OFFICE, PLACE, TRUSTED
from tests.integration.any_order.model import (
    ASSISTANT,
    LOST,
    OWNER,
    PROXY,
    SIGNERS,
    WRITERS,
    Case,
    Way,
    restricted,
)
from tests.integration.any_order.town import Town

TAKES_PART = (*WRITERS, *SIGNERS)
ELSEWHERE = uuid.UUID(int=7)
FILE = f"/vedlegg/{ELSEWHERE}"
PREVIEW = f"{FILE}/lite-bilde"
READ: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("", "/kvittering", "/dokumenter", "/dokument/pdf", "/frist.ics", FILE), TAKES_PART),
    **dict.fromkeys(("/steg/need", "/se-over", "/underskrifter", PREVIEW), WRITERS),
    **dict.fromkeys(("/send", "/hjelp"), (OWNER, PROXY)),
    **dict.fromkeys(("/sett", "/slett"), (OWNER,)),
    "/skriv-under": SIGNERS,
    **dict.fromkeys(("/over-til-telefon", "/over-til-kollega", "/underskrift", "/papir"), (ASSISTANT,)),
}
WRITE: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("/steg/need", "/steg/need/autolagring", "/hjelp/avslutt"), WRITERS),
    **dict.fromkeys((f"/underskrifter/{one}" for one in ("be-om", "send", "trekk")), WRITERS),
    **dict.fromkeys(("/send", "/hjelp"), (OWNER, PROXY)),
    **dict.fromkeys(("/slett", "/ta-over"), (OWNER,)),
    "/behold": WRITERS,
    **dict.fromkeys(("/skriv-under", "/skriv-under/nei"), SIGNERS),
    **dict.fromkeys(("/over-til-telefon", "/over-til-kollega", "/underskrift", "/papir"), (ASSISTANT,)),
}
AT_WORK, ON_PAPER = f"/{PLACE}/kontor/sak/", f"/{PLACE}/kontor/papir/"
OFFICE_READ = (
    "",
    "/arkivert",
    "/arkivert/angre",
    "/dokument/pdf",
    "/grunn",
    "/nummer",
    "/fullmakt-trukket",
    "/samtykke-trukket",
    "/siste-dag",
    FILE,
)
OFFICE_WRITE = (
    "/arkivert",
    "/arkivert/angre",
    "/fullmakt-i-orden",
    "/fullmakt-trukket/skriv-ned",
    "/gi-slipp",
    "/grunn",
    "/lag-dokumentene",
    "/lever-igjen",
    "/prov-na",
    "/nummer/feil",
    "/nummer/legg-til",
    "/samtykke-trukket/skriv-ned",
    "/send-videre",
    "/siste-dag/skriv-inn",
    "/tatt-i-hand",
    "/underskrift-kommet",
)
PAPER_READ, PAPER_WRITE = ("/registrer",), ("/registrer", "/slett")
MAY_BE_EMPTY = ("/dokument/pdf", "/dokumenter", "/frist.ics", FILE, PREVIEW)
SHOWN = {200, 204, 302, 303, 409}


def listed() -> set[tuple[str, str]]:
    """All of the above, as the application's map writes them."""
    own, office, paper = (
        f"/<municipality>/{one}" for one in ("sak/<case>", "kontor/sak/<id>", "kontor/papir/<id>")
    )
    found = {("GET", own + one) for one in READ} | {("POST", own + one) for one in WRITE}
    found |= {("GET", office + one) for one in OFFICE_READ} | {("POST", office + one) for one in OFFICE_WRITE}
    found |= {("GET", paper + one) for one in PAPER_READ} | {("POST", paper + one) for one in PAPER_WRITE}
    return found


def case_id(case: Case) -> str:
    return case.path.rsplit("/", 1)[1]


def works_on(who: str, case: Case) -> bool:
    """Whether the case is one of the office's that they may see."""
    hidden = restricted(case) and who != TRUSTED
    return who in AT_THE_OFFICE and case.sent is not None and not case.thrown and not hidden


def look(town: Town, who: str, case: Case, way: Way | None, page: str) -> None:
    """They see it with a ground for it, and otherwise no more than of a case that there is none of."""
    ground = case.ground(who, way, town.books.now)
    address = town.at(case, way)
    answer = town.get(who, address + page)
    told = (who, ground, page, case.journey, answer.status_code, answer.headers.get("location"))
    over = ground == LOST or case.copy_over(way, town.books.now)
    if over and answer.status_code == 403:
        assert not secrets(case) & _words(answer.text, case), told
    elif ground in READ[page]:
        empty = page in MAY_BE_EMPTY and answer.status_code == 404
        assert empty or answer.status_code in SHOWN, told
        assert _leads(answer) == "" or _leads(answer).startswith(address), told
    else:
        nothing = f"/{PLACE}/sak/{ELSEWHERE}" + (f".{ELSEWHERE}" if way else "")
        assert _seen(answer, address) == _of_nothing(town, who, nothing, page), told


def look_at_work(town: Town, who: str, case: Case, page: str, at: str = AT_WORK) -> None:
    address, nothing = f"{at}{case_id(case)}", f"{at}{ELSEWHERE}"
    answer = town.get(who, address + page)
    told = (who, page, case.journey, answer.status_code, answer.headers.get("location"))
    if at == AT_WORK and works_on(who, case):
        empty = page in MAY_BE_EMPTY and answer.status_code == 404
        assert empty or answer.status_code == 200 or _leads(answer).startswith(address), told
    else:
        assert _seen(answer, address) == _of_nothing(town, who, nothing, page), told


def _of_nothing(town: Town, who: str, nothing: str, page: str) -> tuple[Any, ...]:
    """The answer for a case that there is none of: the same all the time."""
    key = (who, nothing + page)
    if key not in town.nothings:
        town.nothings[key] = _seen(town.get(who, nothing + page), nothing)
    return town.nothings[key]


def secrets(case: Case) -> set[str]:
    """What nobody may read who has no ground."""
    return {one for one in (*case.saved.values(), case.typed, case.reference) if one}


def _words(text: str, case: Case) -> set[str]:
    return {one for one in secrets(case) if one in text}


def _leads(answer: httpx.Response) -> str:
    found: str = answer.headers.get("location", "")
    return found


def _seen(answer: httpx.Response, address: str) -> tuple[Any, ...]:
    """What somebody can tell an answer by, wherever it was asked for."""
    text = bare(answer.text).replace(address, "CASE")
    return answer.status_code, _leads(answer).replace(address, "CASE"), text
