"""Powers of attorney in the hands of guests: given here, taken back, and acted by."""

import re
import uuid
from datetime import date
from typing import Any

import httpx
from sqlalchemy import select

from forms.powers import HeldPower
from forms.situation import Answers
from tests.draft import Draft, begin, told
from tests.guest import Guest
from tests.later import begin_about, fill, reference
from tests.paper_form import boxes, today
from tests.running_site import Site
from wizard.cases.held import find_held
from wizard.cases.participants import PROXY
from wizard.models_acting import Participant, Power

EVERYTHING = ["apply", "see_case", "appeal", "withdraw"]
AT_ONCE = {"revoke_from": "at_once", "tell_proxy": "yes"}


def given(giver: Guest, to: Guest, **steps: Any) -> Draft:
    """A power from one guest to another, ready to be signed; ``steps`` go over one for all cases."""
    known = {
        "proxy_name": to.invented.name,
        "proxy_known_by": "number",
        "proxy_national_id": to.invented.national_id,
    }
    usual: dict[str, Any] = {
        "you": names(giver),
        "proxy": known,
        "scope": {"scope": EVERYTHING},
        "limits": {"case_limit": "all_cases"},
    }
    changed = {name: usual.get(name, {}) | steps.get(name, {}) for name in {*usual, *steps}}
    slug = "power_of_attorney"
    return begin(giver, slug).complete(told(slug, **changed))


def names(guest: Guest) -> dict[str, str]:
    first, _, family = guest.invented.name.rpartition(" ")
    return {"subject_given_name": first, "subject_family_name": family}


def revocation(power: Draft, **changed: str) -> Draft:
    """Of that power, ready to be sent by its giver."""
    later = begin_about(power, "power_of_attorney_revocation")
    what = AT_ONCE | {"poa_reference": reference(power)} | changed
    return fill(later, revocation=what, you=names(power.guest))


def page(guest: Guest) -> str:
    answer = guest.get(f"{guest.at}/handle-for")
    assert answer.status_code == 200
    return answer.text


def press(guest: Guest, verb: str, power: Draft, **fields: str) -> httpx.Response:
    """A button of the page, about that power."""
    at = f"{guest.at}/handle-for"
    return guest.post(f"{at}/{verb}", {"power": str(power.id), **fields}, page=at)


def begin_for(site: Site, guest: Guest, power: Draft, journey: str = "coordination", **fields: str) -> Draft:
    """A draft of the giver's in the hands of their proxy."""
    answer = press(guest, "begynn", power, journey=journey, **fields)
    assert answer.status_code == 303, answer.text
    draft = Draft(guest, answer.headers["location"], journey)
    draft.power = held(site, power)
    return draft


def held(site: Site, power: Draft) -> HeldPower:
    """As its forms know it."""
    with site.tools() as tools, tools.store.connect() as db:
        found = find_held(db, tools, power.id)
        assert found
        return found.power


def owners(draft: Draft, owner: Guest) -> Draft:
    """The same draft at its owner's own address."""
    return Draft(owner, draft.path.split(".", 1)[0], draft.journey)


def row(site: Site, power: Draft) -> Power | None:
    with site.tools() as tools, tools.store.read() as db:
        return db.get(Power, power.id)


def parts(site: Site, draft: Draft) -> list[Participant]:
    with site.tools() as tools, tools.store.read() as db:
        return list(db.scalars(select(Participant).where(Participant.case_id == draft.id)))


def proxies(site: Site, draft: Draft) -> list[Participant]:
    return [one for one in parts(site, draft) if one.capacity == PROXY]


def answers_of(draft: Draft) -> Answers:
    """All of an application, as a proxy answers it."""
    return {
        **told(draft.journey),
        **answers_of_a_proxy(),
    }


def answers_of_a_proxy() -> Answers:
    """What they say of themselves, and of whom they act for."""
    return {
        "role": {"submitter_role": "proxy"},
        "representative": {
            "rep_phone": "+4799999998",
            "rep_relation": "friend",
            "copy_to": ["person"],
            "rep_address": ADDRESS,
        },
        "own-view": {"subject_knows": "yes", "subject_view": "Hun ønsker dette selv."},
    }


def filled_in(draft: Draft) -> Draft:
    return draft.complete(answers_of(draft))


def hidden() -> Answers:
    """An application of somebody with a protected address."""
    protection = {"address_protected": "yes", "safe_contact": "phone", "safe_contact_phone": "+4722222222"}
    return told("coordination", address_protection=protection)


def power_ids(text: str) -> set[uuid.UUID]:
    """The powers that a page has buttons about."""
    return {uuid.UUID(found) for found in re.findall(r'name="power" value="([^"]+)"', text)}


ADDRESS = {"street": "Fjellveien 8", "postcode": "4611", "city": "Kristiansand"}
UNCLE = {
    "subject_no_id": "has_number",
    "subject_national_id": "02894149976",
    "subject_given_name": "Lun",
    "subject_family_name": "Myrvang",
}
NEPHEW = {
    "rep_phone": "+4799999998",
    "rep_relation": "other_family",
    "rep_relation_text": "Nevø",
    "rep_authority": "power_of_attorney",
    "rep_document_when": "later",
    "copy_to": ["person", "proxy"],
    "rep_address": ADDRESS,
}


def lacking(nephew: Guest, today: date | None = None) -> Draft:
    """An application for an uncle, whose written authorization is sent later; ready to be signed."""
    own_view = {"subject_knows": "yes", "subject_view": "Han vil ha hjelp av noen som kjenner ham."}
    draft = begin(nephew)
    draft.today = today
    role = {"submitter_role": "proxy"}
    return draft.complete(told(role=role, subject=UNCLE, representative=NEPHEW, own_view=own_view))


def end_at_office(staff: Guest, power: Draft, page: str = "", **told: str) -> httpx.Response:
    """The office writes down that its giver has taken it back without a form; told today."""
    at = f"{staff.at}/kontor/sak/{power.id}"
    heard = {
        "heard": "oral",
        "taken_by": "Stille Bjørkeløv",
        "taken_as": "giver",
        "revoke_from": "at_once",
        "identity_checked": "called_back",
        "tell_proxy": "no",
    }
    day = {} if "told_on-day" in told else boxes("told_on", today())
    return staff.post(f"{at}/fullmakt-trukket/skriv-ned", heard | day | told, page=page or at)
