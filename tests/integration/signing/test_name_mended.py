"""Somebody mends their name: what is signed or sent bears the one that was read, and what comes after the new one."""

import pytest

from tests import several
from tests.draft import begin
from tests.forged import log_in_of
from tests.guest import Guest
from tests.running_site import Site
from wizard import accounts
from wizard.cases.following import open_request
from wizard.models import Submission
from wizard.said_names import keep_name

MENDED = "Myk Havgløtt Berg"


def says(site: Site, guest: Guest, name: str) -> None:
    """As on their own page, which the demo has none of: its provider tells names."""
    with site.tools() as tools:
        here = accounts.visitor(tools, log_in_of(site, guest))
        assert here
        named = keep_name(tools, here, name)
        assert (named.name, named.said_name, named.person.names[-1]) == (name, True, here.person.names[-1])


@pytest.mark.parametrize("when", ["waits", "sent"])
def test_what_is_signed_is_sent_and_kept_in_the_name_that_was_read(site: Site, when: str) -> None:
    parent, child = site.visitor("myk"), site.visitor("frisk")
    draft = several.filled_for(parent, child.invented, representative={"rep_authority": "none"})
    several.wait(draft)
    at = several.come(child, several.code_of(several.ask(draft, "young_person")))
    if when == "waits":
        says(site, parent, MENDED)
    assert several.sign(child, at).status_code == 303
    says(site, parent, MENDED)
    with site.tools() as tools, tools.store.read() as db:
        sent = open_request(tools, db.get_one(Submission, draft.id)).model_dump_json()
    assert (MENDED in sent, parent.invented.name in sent) == (False, True)


def test_what_is_begun_afterwards_bears_the_new_name(site: Site) -> None:
    parent = site.visitor("myk")
    draft = begin(parent)
    says(site, parent, MENDED)
    assert MENDED in parent.get(draft.step("role")).text


def test_a_no_from_a_page_that_is_too_old_keeps_its_word(site: Site) -> None:
    """Its form is written in HTML alone."""
    parent, child = site.visitor("myk"), site.visitor("frisk")
    draft = several.filled_for(parent, child.invented, representative={"rep_authority": "none"})
    several.wait(draft)
    at = several.come(child, several.code_of(several.ask(draft, "young_person")))
    told = child.told(at).along({"word": "Jeg vil snakke med deg først."})
    child.log_out()
    child.log_in("frisk")
    answer = child.submit(f"{at}/nei", told)
    assert answer.status_code == 400
    assert "Jeg vil snakke med deg først.</dd>" in "".join(answer.text.split("\n"))
