"""The ground is asked again where something is written, whatever a page was let through with a moment before."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from werkzeug.datastructures import MultiDict

from forms.language import Language
from forms.situation import Person
from tests import behind, powers
from tests.draft import CONSENTS, Draft
from tests.guest import Guest
from tests.later import PDF, sent
from tests.running_site import Site
from wizard.accounts import Post, log_in
from wizard.cases import answering, attaching, sending
from wizard.cases import powers as register
from wizard.cases.attaching import Upload
from wizard.cases.drafts import Filled, Reader
from wizard.cases.errors import GroundLostError
from wizard.cases.finding import CaseRow, find_case
from wizard.cases.participants import WORKS_HERE
from wizard.cases.sending import Signing
from wizard.tools import Tools

NEED = MultiDict([("need_description", "Noe helt annet.")])
SIGNING = Signing("0" * 64, MultiDict(CONSENTS), "demo")
FILE = Upload("attachments", "attachments", "et brev.pdf", PDF)
Verb = Callable[[Tools, CaseRow, Reader], Any]
VERBS: dict[str, Verb] = {
    "save": lambda tools, case, reader: answering.answer(tools, case, reader, Filled("need", NEED, 1)),
    "autosave": lambda tools, case, reader: answering.keep_typed(
        tools, case, reader, Filled("need", NEED, 1)
    ),
    "attach": lambda tools, case, reader: attaching.attach(tools, case.id, reader, FILE),
    "detach": lambda tools, case, reader: attaching.detach(tools, case.id, reader, case.id),
    "send": lambda tools, case, reader: sending.send(tools, case.id, reader, SIGNING),
}


@pytest.mark.parametrize("verb", VERBS)
def test_a_power_that_ends_after_the_page_was_let_through(either_site: Site, verb: str) -> None:
    site = either_site
    stille, myk = site.visitor("stille"), site.visitor("myk")
    power = sent(powers.given(stille, myk))
    draft = powers.filled_in(powers.begin_for(site, myk, power))
    part = powers.parts(site, draft)[0]
    with site.tools() as tools:
        with tools.store.connect() as db:
            case = find_case(db, draft.id)
        assert case
        person = Person(myk.invented.name, myk.invented.national_id)
        with tools.store.write() as session:
            register.end(session, power.id, tools.clock())
        with site.unchanged(), pytest.raises(GroundLostError):
            VERBS[verb](tools, case, Reader(person, Language(), part.account_id, part.id))


def test_of_many_saves_at_the_moment_it_is_taken_back_none_comes_after(either_site: Site) -> None:
    site = either_site
    stille, myk = site.visitor("stille"), site.visitor("myk")
    power = sent(powers.given(stille, myk))
    draft = powers.filled_in(powers.begin_for(site, myk, power))
    revocation = powers.revocation(power)
    controls = myk.told(draft.step("need")).controls
    with ThreadPoolExecutor(4) as pool:
        saves = [pool.submit(_save, myk, draft, controls, number) for number in range(12)]
        assert revocation.send().status_code == 303
        last = behind.typed(site, draft, "need")
        after = _save(myk, draft, controls, 99)
        codes = [save.result() for save in saves]
    assert after == 403
    assert set(codes) <= {200, 409, 403}
    assert behind.typed(site, draft, "need") == last


def test_whoever_is_hired_after_the_page_was_let_through_writes_nothing(either_site: Site) -> None:
    site = either_site
    stille, stolt = site.visitor("stille"), site.visitor("stolt")
    draft = powers.filled_in(powers.begin_for(site, stolt, sent(powers.given(stille, stolt))))
    part = powers.parts(site, draft)[0]
    person = Person(stolt.invented.name, stolt.invented.national_id)
    controls = stolt.told(draft.step("need")).controls
    with ThreadPoolExecutor(4) as pool:
        saves = [pool.submit(_save, stolt, draft, controls, number) for number in range(12)]
        _hired(site, person)
        last = behind.typed(site, draft, "need")
        codes = [save.result() for save in saves]
    assert set(codes) <= {200, 409, 403}
    assert behind.typed(site, draft, "need") == last
    reader = Reader(person, Language(), part.account_id, part.id)
    with site.tools() as tools:
        with tools.store.connect() as db:
            case = find_case(db, draft.id)
        assert case
        for verb in VERBS.values():
            with site.unchanged(), pytest.raises(GroundLostError) as lost:
                verb(tools, case, reader)
            assert lost.value.why == WORKS_HERE


def _hired(site: Site, person: Person) -> None:
    with site.tools() as tools:
        log_in(tools, person, level="demo", post=Post("larvik"))


def _save(guest: Guest, draft: Draft, controls: dict[str, str], number: int) -> int:
    version = str(int(controls["version"]) + number)
    said = controls | {"version": version, "need_description": f"Lagring nummer {number}."}
    return guest.submit(f"{draft.step('need')}/autolagring", list(said.items())).status_code


def test_what_belongs_to_a_protected_giver_is_for_few(site: Site) -> None:
    var, myk = site.visitor("var"), site.visitor("myk")
    hidden = {"address_protected": "yes", "safe_contact": "phone", "safe_contact_phone": "+4722222222"}
    power = sent(powers.given(var, myk, address_protection=hidden))
    draft = sent(powers.filled_in(powers.begin_for(site, myk, power)))
    page = f"/larvik/kontor/sak/{draft.id}"
    assert site.visitor("lun").get(page).status_code == 404
    assert site.visitor("mild").get(page).status_code == 200


def test_whoever_logs_in_again_is_told_why_it_does_not_open(site: Site) -> None:
    stille, myk = site.visitor("stille"), site.visitor("myk")
    power = sent(powers.given(stille, myk))
    draft = powers.begin_for(site, myk, power)
    sent(powers.revocation(power))
    myk.log_out()
    assert myk.get(draft.step("role")).status_code == 302
    entered = myk.post("/larvik/logg-inn", {"person": "myk"})
    assert entered.headers["location"] == draft.step("role")
    assert "Du handler ikke lenger" in myk.get(draft.step("role")).text
