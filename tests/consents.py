"""The ledger of consents in the hands of guests: given, looked at, taken back, and taken down by the office."""

import re
from datetime import date
from typing import Any

import httpx

from tests.at_a_time import SiteAt
from tests.draft import Draft, begin, told
from tests.guest import Guest
from tests.later import fill, sent
from tests.running_site import Site
from wizard.cases.consented import Consented, consents_of_case

UNTIL = {"valid_to": "2027-06-30"}
NAMES = {"subject_given_name": "Stille", "subject_family_name": "Bjørkeløv"}


def given(guest: Guest, **steps: Any) -> Draft:
    """Yes to a plan, to a coordinator, and to sharing between three services; ``steps`` go over it."""
    answers = told("consent", **{"duration": UNTIL, **steps})
    return sent(begin(guest, "consent").complete(answers))


def rows(site: Site | SiteAt, draft: Draft) -> list[Consented]:
    """What the ledger has of the case, in the order in which it was said."""
    with site.tools() as tools:
        return consents_of_case(tools, draft.id)


def states(site: SiteAt, draft: Draft) -> dict[str, str]:
    """How each stands by the site's clock, by its kind or by its service."""
    today = site.now.date()
    return {one.said.service or one.kind: one.state(site.now, today) for one in rows(site, draft)}


def part_ids(site: Site | SiteAt, draft: Draft, *names: str) -> list[str]:
    """The ids of those of that kind or service."""
    found = {one.said.service or one.kind: str(one.id) for one in rows(site, draft)}
    return [found[name] for name in names]


def page(guest: Guest) -> str:
    answer = guest.get(f"{guest.at}/samtykker")
    assert answer.status_code == 200
    return answer.text


def holds(text: str) -> str:
    """The part of the page about what can still be taken back."""
    return text.split("<h2>Gjelder ikke lenger</h2>", maxsplit=1)[0]


def press(guest: Guest, ids: list[str]) -> httpx.Response:
    """The button of the page that begins to take these back."""
    at = f"{guest.at}/samtykker"
    return guest.post(f"{at}/trekk", {"part": ids}, page=at)


def take_back(guest: Guest, ids: list[str]) -> Draft:
    """Begun by the button, and sent."""
    answer = press(guest, ids)
    assert answer.status_code == 303, answer.text
    draft = Draft(guest, answer.headers["location"], "consent_withdrawal")
    return sent(fill(draft, role={"submitter_role": "self"}, you=NAMES))


def office(draft: Draft) -> str:
    return draft.path.replace("/sak/", "/kontor/sak/")


def spoken(draft: Draft) -> str:
    return f"{office(draft)}/samtykke-trukket"


def heard(on: date = date(2026, 12, 1)) -> dict[str, str]:
    return {
        "heard": "oral",
        "said_by": "Stille Bjørkeløv",
        "said_as": "self",
        "said_on-day": str(on.day),
        "said_on-month": str(on.month),
        "said_on-year": str(on.year),
        "from_when": "at_once",
        "identity_checked": "called_back",
    }


def take_down(staff: Guest, draft: Draft, ids: list[str], **changed: Any) -> httpx.Response:
    """What staff write down on the page of that case."""
    data = heard() | {"taken": ids} | changed
    return staff.post(f"{spoken(draft)}/skriv-ned", data, page=office(draft))


def linked_cases(text: str) -> set[str]:
    """The cases that a page leads to."""
    return set(re.findall(r'href="(/[a-z]+/sak/[0-9a-f-]{36})"', text))
