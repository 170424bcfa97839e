"""A form that came on paper, in the hands of a member of staff who registers it."""

import re
from datetime import UTC, date, datetime, timedelta
from typing import Any

import httpx

from forms.language import OSLO
from tests.draft import Draft
from tests.guest import Guest, hidden
from tests.sendable import pdf

SCAN = pdf("an invented scan of a form")
VOUCHED = {"compared": "yes", "impartial": "yes"}
STILLE = {
    "subject_no_id": "has_number",
    "subject_national_id": "148357 49828",
    "subject_given_name": "Stille",
    "subject_family_name": "Bjørkeløv",
    "answer_by": "digital",
}
NEW = {
    "subject_no_id": "has_number",
    "subject_national_id": "01814849852",
    "subject_given_name": "Jevnlig",
    "subject_family_name": "Åkerlyng",
    "answer_by": "unsaid",
}
"""Somebody who has never logged in."""

MYK_AS_PROXY = {
    "proxy_name": "Myk Havgløtt",
    "proxy_known": "has_number",
    "proxy_national_id": "218684 49893",
}
POWER = {"scope": ["apply", "see_case", "appeal"], "case_limit": "all_cases", "ends": "no"}


def today() -> date:
    return datetime.now(UTC).astimezone(OSLO).date()


def boxes(question: str, day: date) -> dict[str, str]:
    """A date as its three boxes are sent."""
    return {
        f"{question}-day": str(day.day),
        f"{question}-month": str(day.month),
        f"{question}-year": str(day.year),
    }


class PaperForm(Draft):
    """Its steps are those of every journey, at the same addresses."""

    def __init__(self, staff: Guest, path: str, slug: str) -> None:
        super().__init__(staff, path, slug)
        self.registering = f"{staff.at}/kontor/papir/{self.id}/registrer"
        self.at_office = f"{staff.at}/kontor/sak/{self.id}"

    def scanned(self, name: str = "skjema.pdf", content: bytes = SCAN) -> httpx.Response:
        page = self.guest.told(self.step("papers")).controls
        files = {"scan": (name, content, "application/pdf")}
        return self.guest.http.post(self.step("papers"), data=page | {"_upload": "scan"}, files=files)

    def write_down(self, **steps: dict[str, Any]) -> "PaperForm":
        """Step after step; what is not said is the plainest: sent by the person, posted, signed."""
        posted = boxes("postmark", today() - timedelta(2)) | boxes("arrived", today())
        told: dict[str, dict[str, Any]] = {
            "address-protection": {"address_protected": "no"},
            "subject": NEW,
            "wish": {},
            "sender": {"sent_by": "self"},
            "young": {"parents_may_know": "no"},
            "safe-place": {"letters_home": "unsaid"},
            "days": {"came_by": "post"} | posted,
            "answer": {"decision_maker": "office"},
            "dates": {"received_known": "no"},
            "earlier": {"withdraw_extent": "all"},
            "proxy": MYK_AS_PROXY,
            "power": POWER,
            "kinds": {"own_form": "yes", "consent_kind": ["plan"]},
            "sharing": {},
            "papers": {"signed_on_paper": "yes"},
        }
        told |= {slug.replace("_", "-"): given for slug, given in steps.items()}
        told["papers"] = {"of_another": "no"} | told["papers"]
        slug = self.next_step()
        while slug is not None:
            if slug == "papers":
                assert self.scanned().status_code == 303
            answer = self.answer(slug, told[slug])
            assert answer.status_code == 303, (slug, answer.text)
            ahead = answer.headers["location"].split("#")[0]
            slug = None if ahead.endswith("/se-over") else ahead.rsplit("/", 1)[1]
        return self

    def next_step(self) -> str | None:
        """The first step that is left; None where all is told."""
        going = self.guest.get(self.step("papers"))
        if going.status_code == 200:
            return "papers" if "se-over" not in self._after_papers() else None
        return going.headers["location"].rsplit("/", 1)[1].split("#")[0]

    def _after_papers(self) -> str:
        review = self.guest.get(f"{self.path}/se-over").text
        return "" if "Gå videre til registrering" not in review else "se-over"

    @property
    def reference(self) -> str:
        """What the case is called aloud."""
        found = re.search(r"V-[0-9A-Z]{4}-[0-9A-Z]{4}", self.guest.get(self.at_office).text)
        assert found
        return found[0]

    def register(self, **changed: str) -> httpx.Response:
        page = self.guest.get(self.registering)
        given: dict[str, Any] = VOUCHED | {"content": hidden(page.text, "content")} | changed
        return self.guest.post(self.registering, given)


def begin_paper(staff: Guest, slug: str = "coordination", language: str = "nb") -> PaperForm:
    picked = {"has_form_id": "no", "form_kind": slug, "written_in": language}
    answer = staff.post(f"{staff.at}/kontor/papir", picked)
    assert answer.status_code == 303, answer.text
    return PaperForm(staff, answer.headers["location"].split("/steg/")[0], slug)


def registered(staff: Guest, slug: str = "coordination", **steps: dict[str, Any]) -> PaperForm:
    """A form that came on paper and is a case now."""
    paper = begin_paper(staff, slug).write_down(**steps)
    answer = paper.register(once_more="yes")  # other tests may have sent the like on the same day
    assert answer.status_code == 303, answer.text
    return paper


def wrong(answer: httpx.Response, field: str) -> str:
    """What is said at that field."""
    assert answer.status_code == 422, answer.headers.get("location")
    found = re.search(rf'id="{field}-error">([^<]*)<', answer.text)
    assert found, f"nothing at {field}"
    return found[1]


def faults(answer: httpx.Response) -> str:
    assert answer.status_code == 422, answer.headers.get("location")
    found = re.search("<ds-error-summary.*?</ds-error-summary>", answer.text, re.DOTALL)
    assert found
    return found[0]


def other(day: int) -> dict[str, str]:
    """Days that no other test registers the same person's form on."""
    arrived = boxes("arrived", today() - timedelta(day))
    return {"came_by": "by_hand"} | arrived
