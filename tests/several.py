"""A case that several sign: somebody fills in for a child, asks others, and they come with their code."""

import re
from collections.abc import Mapping
from typing import Any

import httpx

from forms.journeys.registry import samples
from forms.situation import Answers, Person
from tests.draft import CONSENTS, Draft, begin
from tests.guest import Guest
from wizard.providers import Invented

CODE = re.compile(r'<p class="code">\s*<strong>([^<]+)</strong>')
READ = {"info_read": "yes", "declaration": "yes"}


def answers_for(child: Invented, journey: str = "coordination", **steps: Mapping[str, Any]) -> Answers:
    """What a parent answers for that child, whose other parent agrees; ``steps`` go over them, ``_`` for ``-``."""
    sample = next(one for one in samples(journey) if one.name == "child")
    answers = {slug: dict(given) for slug, given in sample.answers.items()}
    given, _, family = child.name.rpartition(" ")
    answers["subject"] = {
        "subject_no_id": "has_number",
        "subject_national_id": child.national_id,
        "subject_given_name": given,
        "subject_family_name": family,
    }
    answers["other-parent"] = {"other_parent": "agrees"}
    for slug, changed in steps.items():
        answers[slug.replace("_", "-")] |= dict(changed)
    return answers


def filled_for(parent: Guest, child: Invented, journey: str = "coordination", **steps: Any) -> Draft:
    """All answered by the parent, and nothing signed."""
    return begin(parent, journey).complete(answers_for(child, journey, **steps))


def wait(draft: Draft) -> httpx.Response:
    """The author signs, and waits for others."""
    return draft.guest.post(f"{draft.path}/send", CONSENTS | {"send_when": "wait"})


def page(draft: Draft) -> str:
    return f"{draft.path}/underskrifter"


def ask(draft: Draft, capacity: str, who: Invented | Person | None = None, **typed: str) -> httpx.Response:
    """Ask somebody to sign; whoever the answers tell of is not named again."""
    told = {f"{capacity}-person_name": who.name, f"{capacity}-national_id": who.national_id} if who else {}
    own = {f"{capacity}-{name}": value for name, value in typed.items()}
    return draft.guest.post(
        f"{page(draft)}/be-om", {"capacity": capacity} | told | own, page=f"{draft.guest.at}/"
    )


def code_of(answer: httpx.Response) -> str:
    assert answer.status_code == 200, (answer.status_code, answer.headers.get("location"), answer.text[:3000])
    found = CODE.search(answer.text)
    assert found, answer.text
    return found[1]


def type_code(guest: Guest, code: str) -> httpx.Response:
    return guest.post(f"{guest.at}/kode", {"code": code})


def come(guest: Guest, code: str) -> str:
    """Where somebody reads what they are asked to sign, once they have typed their code."""
    answer = type_code(guest, code)
    assert answer.status_code == 303, answer.text
    return answer.headers["location"]


def sign(guest: Guest, at: str, **changed: str) -> httpx.Response:
    return guest.post(at, READ | changed)


def decline(guest: Guest, at: str, word: str = "") -> httpx.Response:
    return guest.post(f"{at}/nei", {"word": word}, page=at)


def receipt(guest: Guest, at: str) -> str:
    answer = guest.get(at.replace("/skriv-under", "/kvittering"))
    assert answer.status_code == 200, answer.headers.get("location")
    return answer.text
