"""Forms about an earlier case, in the hands of a guest: begun from that case's page, or from the start."""

import re
from typing import Any

import httpx

from tests.draft import Draft
from tests.guest import Guest
from tests.sendable import pdf

SAFE = {"address_protected": "no"}
NEWS = {"supplement_kinds": "news", "supplement_news": "Jeg har vært på sykehus i to uker."}
ALL = {"withdrawal_extent": "all", "withdrawal_understood": "yes"}
PART = ALL | {
    "withdrawal_extent": "part",
    "withdrawal_part": "Ønsket om en plan.",
    "withdrawal_remains": "Jeg vil fortsatt ha koordinator.",
}
PDF = pdf()


def reference(draft: Draft) -> str:
    """What the case is called aloud."""
    found = re.search(r'class="reference">(V-[^<]+)<', draft.guest.get(draft.path).text)
    assert found
    return found[1]


def post_begin(guest: Guest, journey: str, **fields: str) -> httpx.Response:
    return guest.post(f"{guest.at}/begynn", {"journey": journey, **fields}, page=f"{guest.at}/mine-saker")


def begin_about(earlier: Draft, journey: str) -> Draft:
    """As the button on the case's page does."""
    answer = post_begin(earlier.guest, journey, about=reference(earlier))
    assert answer.status_code == 303, answer.text
    return Draft(earlier.guest, answer.headers["location"])


def begin(guest: Guest, journey: str) -> Draft:
    answer = post_begin(guest, journey)
    assert answer.status_code == 303, answer.text
    return Draft(guest, answer.headers["location"].split("/steg/")[0])


def fill(draft: Draft, **steps: Any) -> Draft:
    """Answer these steps; ``_`` stands for ``-`` in a step's name."""
    for name, data in steps.items():
        slug = name.replace("_", "-")
        answer = draft.answer(slug, data)
        assert answer.status_code == 303, f"{slug}: {answer.text}"
    return draft


def attach(draft: Draft, slug: str, question: str, name: str, chosen: Any) -> None:
    """Press the button beside a question for files, with what is chosen on the same page."""
    fields: dict[str, list[str]] = {}
    for key, value in draft.guest.told(draft.step(slug)).along(dict(chosen) | {"_upload": question}):
        fields.setdefault(key, []).append(value)
    answer = draft.guest.http.post(
        draft.step(slug), data=fields, files={question: (name, PDF, "application/pdf")}
    )
    assert answer.status_code == 303, answer.text


def supplement(earlier: Draft, **steps: Any) -> Draft:
    """All that is asked is answered; ``steps`` go over the plainest way."""
    usual: dict[str, Any] = {"address_protection": SAFE, "enclosed": NEWS, "message": {}}
    return fill(begin_about(earlier, "supplement"), **usual | steps)


def withdrawal(earlier: Draft, **steps: Any) -> Draft:
    usual: dict[str, Any] = {
        "answered": {"withdrawal_answered": "no"},
        "extent": ALL,
    }
    return fill(begin_about(earlier, "withdrawal"), **usual | steps)


def sent(draft: Draft, **changed: str) -> Draft:
    answer = draft.send(**changed)
    assert answer.status_code == 303, answer.text
    assert answer.headers["location"] == f"{draft.path}/kvittering"
    return draft
