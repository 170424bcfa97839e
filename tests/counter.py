"""A helper and a citizen at the counter, over HTTP: begun together, filled in, handed over."""

import re
import uuid
from datetime import UTC, datetime
from html import unescape
from typing import Any

import httpx

from forms.helped import Help, initials
from forms.journeys.registry import journey
from forms.language import OSLO
from forms.municipality import municipality
from forms.situation import Answers, Person, Situation
from forms.walk import Walk
from tests.draft import JOURNEY, Draft
from tests.guest import Guest
from wizard.case_address import CaseAddress

NUMBER = "04886549631"
"""Of somebody who has never been here: domain.md P11."""
STILLE = Person("Stille Bjørkeløv", "14835749828")


class Helped(Draft):
    """A citizen's draft in the hands of a helper, at an address of the helper's own."""

    def __init__(self, guest: Guest, path: str, citizen: Person, slug: str = JOURNEY) -> None:
        super().__init__(guest, path.partition(".")[0], slug)
        self.path, self.citizen = path, citizen

    @property
    def address(self) -> CaseAddress:
        case_id, taking_part = self.path.rsplit("/", 1)[1].split(".")
        return CaseAddress(uuid.UUID(case_id), uuid.UUID(taking_part))

    def walk(self, answers: Answers) -> Walk:
        by, today = self.guest.invented, self.today or datetime.now(UTC).astimezone(OSLO).date()
        return Walk(
            journey(self.journey),
            Situation(
                municipality=municipality(self.guest.municipality),
                submitter=self.citizen,
                today=today,
                answers=answers,
                helped=(Help(by.helps or "", initials(by.name), today),),
                synthetic=True,
            ),
        )


def start(helper: Guest, citizen: Person, slug: str = JOURNEY, **changed: Any) -> httpx.Response:
    typed = {
        "journey": slug,
        "name": citizen.name,
        "number_known": "has_number" if citizen.national_id else "no_number",
        "national_id": citizen.national_id,
        "related": "no",
    }
    return helper.post(f"{helper.at}/skranke/ny", typed | changed)


def begun(helper: Guest, citizen: Person = STILLE, slug: str = JOURNEY, **changed: Any) -> Helped:
    answer = start(helper, citizen, slug, **changed)
    assert answer.status_code == 303, answer.text
    return Helped(helper, answer.headers["location"].split("/steg/")[0], citizen, slug)


def code_on(page: str) -> str:
    """The code that the page shows, this once."""
    found = re.search(r'class="code">([^<]+)<', page)
    assert found, page
    return unescape(found[1])


def code_for_counter(draft: Draft) -> str:
    return code_on(draft.guest.post(f"{draft.path}/hjelp").text)


def code_for_phone(draft: Draft) -> str:
    return code_on(draft.guest.post(f"{draft.path}/over-til-telefon").text)


def take_up(helper: Guest, code: str, related: str = "no") -> httpx.Response:
    return helper.post(f"{helper.at}/skranke/kode", {"code": code, "related": related})


def taken_up(helper: Guest, draft: Draft) -> Helped:
    """The draft that its owner began at home, now at the counter."""
    answer = take_up(helper, code_for_counter(draft))
    assert answer.status_code == 303, answer.text
    owner = draft.guest.invented
    citizen = Person(owner.name, owner.national_id)
    return Helped(helper, answer.headers["location"], citizen, draft.journey)


def take_home(citizen: Guest, code: str) -> httpx.Response:
    return citizen.post(f"{citizen.at}/kode", {"code": code})
