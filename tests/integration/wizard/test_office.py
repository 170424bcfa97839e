"""What the office's list and case page show, and of which cases."""

import re
import uuid

import httpx
import pytest

from docgen.contract import PDF
from forms.situation import Person
from tests.draft import Draft, begin, told
from tests.guest import Guest, bare
from tests.running_site import Site
from wizard import accounts
from wizard.cases.handing_over import CaseStore

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


def change(staff: Guest, draft: Draft, how: str, **shown: str) -> httpx.Response:
    return staff.post(f"{at_office(draft)}/{how}", shown, page=at_office(draft))


PROTECTED = {"address_protected": "yes", "safe_contact": "attendance"}


@pytest.fixture
def protected(either_site: Site) -> Draft:
    """A case that tells of a protected address, with a document."""
    draft = begin(either_site.visitor("var"))
    assert draft.complete(told(address_protection=PROTECTED)).send().status_code == 303
    with either_site.tools() as tools:
        CaseStore(tools).keep_document(draft.id, PDF, b"an invented document")
    return draft


def test_a_case_with_a_protected_address_is_there_only_for_those_who_may_see_it(
    either_site: Site, protected: Draft
) -> None:
    lun, mild = (either_site.visitor(one) for one in ("lun", "mild"))
    assert "Skjermet" in mild.get(at_office(protected)).text
    assert mild.get(f"{at_office(protected)}/dokument/pdf").content == b"an invented document"
    assert line_of(protected, lun) == ""
    for end in ("", "/dokument/pdf", f"/vedlegg/{uuid.uuid4()}"):
        address = at_office(protected) + end
        answer, unknown = (
            lun.get(one) for one in (address, address.replace(str(protected.id), str(uuid.uuid4())))
        )
        assert answer.status_code == unknown.status_code == 404
        assert bare(answer.text) == bare(unknown.text)
    with either_site.unchanged():
        for end in ("tatt-i-hand", "gi-slipp"):
            assert lun.post(f"{at_office(protected)}/{end}", page="/larvik/kontor/").status_code == 404
    assert change(mild, protected, "tatt-i-hand").status_code == 303


def test_the_list_does_not_tell_whose_address_is_protected(either_site: Site, protected: Draft) -> None:
    line = line_of(protected, either_site.visitor("mild"))
    assert line
    assert tags(line) == []
    assert "skjerm" not in line.lower()
    assert "sperr" not in line.lower()


def test_a_permission_that_is_withdrawn_ends_in_older_log_ins_too(
    either_site: Site, protected: Draft
) -> None:
    mild = either_site.visitor("mild")
    assert line_of(protected, mild)
    person = Person(mild.invented.name, mild.invented.national_id)
    with either_site.tools() as tools:
        accounts.log_in(tools, person, level="demo", staff_of="larvik", sees_restricted=False)
    assert line_of(protected, mild) == ""
    assert mild.get(at_office(protected)).status_code == 404
