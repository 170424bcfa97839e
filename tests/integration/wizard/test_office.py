"""What the office's list and case page show, and of which cases."""

import re

import pytest

from tests.draft import Draft, told
from tests.guest import Guest
from tests.running_site import Site

URGENT = {"urgent": "yes", "urgent_why": "Vi har ikke sovet på lenge."}


@pytest.fixture
def staff(site: Site) -> Guest:
    return site.visitor("lun")


def at_office(draft: Draft) -> str:
    return draft.path.replace("/sak/", "/kontor/sak/")


def line_of(draft: Draft, staff: Guest) -> str:
    """The case's line in the office's list; empty where it has none."""
    lines = re.findall(r'<tr role="row">.*?</tr>', staff.get(f"{staff.at}/kontor/").text, re.DOTALL)
    return next((line for line in lines if str(draft.id) in line), "")


def tags(text: str) -> list[str]:
    return re.findall(r'<span class="ds-tag" data-color="warning">([^<]*)</span>', text)


def test_what_cannot_wait_is_marked_in_the_reader_s_language(draft: Draft, staff: Guest) -> None:
    draft.guest.post("/sprak", {"code": "en", "back": "/"}, page="/larvik/")
    assert draft.complete(told(urgency=URGENT)).send().status_code == 303
    assert tags(line_of(draft, staff)) == tags(staff.get(at_office(draft)).text) == ["Haster"]
    staff.post("/sprak", {"code": "nn", "back": "/"}, page="/larvik/")
    assert tags(line_of(draft, staff)) == ["Hastar"]


def test_what_can_wait_is_not_marked(draft: Draft, staff: Guest) -> None:
    assert draft.complete().send().status_code == 303
    assert line_of(draft, staff)
    assert tags(line_of(draft, staff)) == []
