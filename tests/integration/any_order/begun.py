"""How each kind of case begins: for oneself, for one's child, by a power, and what is given and sent at once."""

import re
from datetime import timedelta

import httpx

from forms.situation import Answers
from tests import powers, several
from tests.draft import CONSENTS, Draft, told
from tests.filled import pairs
from tests.guest import hidden
from tests.integration.any_order.cast import CHILD, GIVER, MOTHER, PLACE, person
from tests.integration.any_order.model import AUTHOR, PROXY, Case, Power, Way, day_of
from tests.integration.any_order.town import Town, brief

APPLICATION = "coordination"
NAMES = {"subject_given_name": "Stille", "subject_family_name": "Bjørkeløv"}
NOWHERE = {"current_services": ["hospital"], "current_services_text": ""}
"""Services that tell of no place, so that all stays answered where an address is protected."""
REFERENCE = re.compile(r"V-[0-9A-Z]{4}-[0-9A-Z]{4}")
Filled = list[tuple[str, list[tuple[str, str]]]]


def led(answer: httpx.Response) -> str:
    """Where a verb that succeeded leads."""
    assert answer.status_code == 303, brief(answer)
    return answer.headers["location"].split("#")[0]


def case_of(path: str) -> str:
    return path.split("/steg/", maxsplit=1)[0].split("/se-over", maxsplit=1)[0]


def typed_in(draft: Draft, answers: Answers) -> Filled:
    walk = draft.walk(answers)
    return [(step.slug, pairs(walk.form(step))) for step in walk.path]


def fill(town: Town, who: str, path: str, filled: Filled) -> None:
    for slug, typed in filled:
        answer = town.fill_in(who, f"{path}/steg/{slug}", [("version", "0"), *typed])
        assert answer.status_code == 303, (slug, *brief(answer))


def with_text(filled: Filled, text: str) -> Filled:
    """The same answers, with words of their own about the need."""
    return [
        (slug, [(name, text if name == "need_description" else value) for name, value in typed])
        for slug, typed in filled
    ]


def draft_of(town: Town, who: str, path: str, journey: str) -> Draft:
    draft = Draft(town.guest(who), path, journey)
    draft.today = day_of(town.books.now)
    return draft


def begin(town: Town, who: str, journey: str, **fields: str) -> str:
    answer = town.post(who, f"/{PLACE}/begynn", {"journey": journey, **fields})
    return case_of(led(answer))


def referred(town: Town, who: str, path: str) -> str:
    """What the case is called aloud: every draft tells it where it can be thrown away."""
    found = REFERENCE.search(town.get(who, path).text)
    assert found, path
    return found[0]


def _entered(town: Town, case: Case) -> Case:
    town.books.cases.append(case)
    case.everybodys = town.books.cases
    return case


def begin_for_child(town: Town) -> Case:
    path, text = begin(town, MOTHER, APPLICATION), town.new_text()
    answers = several.answers_for(person(CHILD), services=NOWHERE)
    fill(town, MOTHER, path, with_text(typed_in(draft_of(town, MOTHER, path, APPLICATION), answers), text))
    return _entered(town, Case(path, APPLICATION, "", MOTHER, MOTHER, {"need": text}, about=CHILD))


def begin_own(town: Town) -> Case:
    path, text = begin(town, GIVER, APPLICATION), town.new_text()
    fill(town, GIVER, path, with_text(typed_in(draft_of(town, GIVER, path, APPLICATION), told()), text))
    return _entered(town, Case(path, APPLICATION, "", GIVER, GIVER, {"need": text}))


def begin_by_power(town: Town, power: Power) -> httpx.Response:
    """The button of the page of whoever acts for others."""
    data = {"power": power.path.rsplit("/", 1)[1], "journey": APPLICATION}
    return town.post(MOTHER, f"/{PLACE}/handle-for/begynn", data)


def filled_by_power(town: Town, power: Power, begun: str) -> Case:
    path, text = case_of(begun), town.new_text()
    draft = draft_of(town, MOTHER, path, APPLICATION)
    given = draft_of(town, GIVER, power.path, "power_of_attorney")
    draft.power = powers.held(town.site, given)
    answers = {**told(APPLICATION), **powers.answers_of_a_proxy()}
    fill(town, MOTHER, path, with_text(typed_in(draft, answers), text))
    case = Case(path.partition(".")[0], APPLICATION, "", GIVER, MOTHER, {"need": text})
    case.ways.append(Way(MOTHER, PROXY, path, power))
    return _entered(town, case)


def sign_and_send(town: Town, who: str, path: str, **chosen: str) -> str:
    """Read it over, sign and send; gives the hash of what was signed."""
    page = town.get(who, f"{path}/send")
    assert page.status_code == 200, page.headers.get("location")
    sha256 = hidden(page.text, "content")
    answer = town.post(who, f"{path}/send", CONSENTS | {"content": sha256} | chosen)
    assert led(answer) == f"{path}/kvittering"
    return sha256


def sent_at_once(town: Town, journey: str, path: str, who: str = GIVER, **chosen: str) -> Case:
    """Somebody's own, filled in already."""
    sha256 = sign_and_send(town, who, path, **chosen)
    case = Case(path, journey, referred(town, who, path), who, who, {})
    case.signs(who, AUTHOR, sha256)
    case.goes_in(town.books.now, sha256)
    return _entered(town, case)


def give_power(town: Town, days: int | None) -> Power:
    last = day_of(town.books.now) + timedelta(days=days) if days else None
    to = person(MOTHER)
    known = {"proxy_name": to.name, "proxy_known_by": "number", "proxy_national_id": to.national_id}
    given = told("power_of_attorney", you=NAMES, proxy=known, scope={"scope": powers.EVERYTHING})
    limits = {
        "case_limit": "all_cases",
        "valid_from": "at_once",
        "valid_to": last.isoformat() if last else "",
        "withdraw_info": True,
    }
    answers = {**given, "limits": limits}
    path = begin(town, GIVER, "power_of_attorney")
    draft = draft_of(town, GIVER, path, "power_of_attorney")
    fill(town, GIVER, path, typed_in(draft, answers))
    case = sent_at_once(town, "power_of_attorney", path)
    power = Power(path, case.reference, last)
    town.books.powers.append(power)
    return power
