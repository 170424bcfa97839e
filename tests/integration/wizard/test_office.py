"""What the office's list and case page show, and of which cases."""

import re
import uuid
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import httpx
import pytest

from docgen.contract import PDF
from forms.situation import Person
from tests import behind
from tests.draft import Draft, begin, told
from tests.guest import Guest, bare, hidden
from tests.running_site import Site
from wizard import accounts
from wizard.cases.handing_over import CaseStore
from wizard.models import Submission
from wizard.routes.case_lines import HAPPENED, STATUS
from wizard.routes.office_lines import OFFICE_STATUS

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


@pytest.fixture
def sent(either_site: Site) -> Draft:
    draft = begin(either_site.visitor("stille")).complete()
    assert draft.send().status_code == 303
    return draft


def change(staff: Guest, draft: Draft, how: str, **shown: str) -> httpx.Response:
    return staff.post(f"{at_office(draft)}/{how}", shown, page=at_office(draft))


def let_go(staff: Guest, draft: Draft) -> httpx.Response:
    """Press the button of the page as it is now."""
    return change(staff, draft, "gi-slipp", held=hidden(staff.get(at_office(draft)).text, "held"))


def test_who_has_a_case_is_seen_by_all_at_the_office_and_by_no_citizen(
    either_site: Site, sent: Draft
) -> None:
    lun, mild = (either_site.visitor(one) for one in ("lun", "mild"))
    assert "Ta saken" in mild.get(at_office(sent)).text
    assert change(lun, sent, "tatt-i-hand").status_code == 303
    assert re.search(r"Lun Fjelltone, \d+\. \w+ 20\d\d kl\. \d\d\.\d\d", line_of(sent, mild))
    assert re.search(r"Lun Fjelltone tok saken \d+\. ", mild.get(at_office(sent)).text)
    own = lun.get(at_office(sent)).text
    assert "Du tok saken" in own
    assert "Ta saken" not in own
    assert "Lun Fjelltone" not in sent.guest.get(sent.path).text


def test_a_case_that_is_let_go_can_be_taken_by_another(either_site: Site, sent: Draft) -> None:
    lun, mild = (either_site.visitor(one) for one in ("lun", "mild"))
    change(lun, sent, "tatt-i-hand")
    assert let_go(mild, sent).status_code == 303, "whoever has it may be ill"
    assert "Lun Fjelltone" not in line_of(sent, mild)
    assert "Saken venter på en ny saksbehandler" in sent.guest.get(sent.path).text
    assert change(mild, sent, "tatt-i-hand").status_code == 303
    assert "Mild Lyngmo" in line_of(sent, lun)
    assert behind.events(either_site, sent)[3:] == ["taken_in_hand", "let_go", "taken_in_hand"]


def test_of_two_who_take_a_case_at_once_one_wins_and_the_other_is_told(
    either_site: Site, sent: Draft
) -> None:
    people = [either_site.visitor(one) for one in ("lun", "mild")]
    forms = [one.told(at_office(sent)).controls for one in people]
    barrier = Barrier(len(people))

    def take(guest: Guest, form: dict[str, str]) -> httpx.Response:
        barrier.wait()
        return guest.http.post(f"{at_office(sent)}/tatt-i-hand", data=form)

    with ThreadPoolExecutor() as pool:
        answers = list(pool.map(take, people, forms))
    assert sorted(one.status_code for one in answers) == [303, 409]
    winner = people[0 if answers[0].status_code == 303 else 1].invented.name
    loser = next(one for one in answers if one.status_code == 409)
    assert f"{winner} har saken nå." in loser.text
    assert "Legg saken tilbake" in loser.text
    assert behind.events(either_site, sent)[3:] == ["taken_in_hand"]


def test_a_button_about_the_case_as_it_was_takes_it_from_nobody(either_site: Site, sent: Draft) -> None:
    lun, mild = (either_site.visitor(one) for one in ("lun", "mild"))
    change(lun, sent, "tatt-i-hand")
    old = hidden(mild.get(at_office(sent)).text, "held")
    let_go(lun, sent)
    change(lun, sent, "tatt-i-hand")
    with either_site.unchanged():
        for shown in (old, "", "x", "9" * 40):
            answer = change(mild, sent, "gi-slipp", held=shown)
            assert answer.status_code == 409
            assert "Lun Fjelltone har saken nå." in answer.text
        assert change(lun, sent, "tatt-i-hand").status_code == 303, "it is Lun's already"
    let_go(lun, sent)
    with either_site.unchanged():
        assert change(mild, sent, "gi-slipp", held=old).status_code == 303, (
            "nobody has it: it is as asked for"
        )


def test_a_signature_on_paper_that_came_ends_the_waiting_on_every_page(either_site: Site) -> None:
    draft = begin(either_site.visitor("stille")).complete()
    assert draft.send(sign_method="paper").status_code == 303
    lun, address, mine = either_site.visitor("lun"), at_office(draft), "/larvik/mine-saker"
    assert "Underskriften har kommet" in lun.get(address).text
    assert "Husk underskriften" in draft.receipt()
    with either_site.unchanged():
        assert lun.http.post(f"{address}/underskrift-kommet").status_code == 400, "without the page's token"
    for _ in range(2):
        assert change(lun, draft, "underskrift-kommet").status_code == 303
    assert behind.events(either_site, draft)[3:] == ["paper_signature_received"]
    assert "Underskriften har kommet" not in lun.get(address).text
    assert tags(line_of(draft, lun)) == tags(lun.get(address).text) == []
    for page in (mine, draft.path):
        assert "Kontoret har fått søknaden og underskriften din" in draft.guest.get(page).text
    assert HAPPENED["paper_signature_received"] in draft.guest.get(draft.path).text
    for text in (draft.receipt(), draft.guest.get(draft.path).text):
        assert "Husk underskriften" not in text
        assert "mangler" not in text


def test_no_signature_on_paper_comes_to_a_case_signed_here(either_site: Site, sent: Draft) -> None:
    lun = either_site.visitor("lun")
    assert "Underskriften har kommet" not in lun.get(at_office(sent)).text
    with either_site.unchanged():
        assert change(lun, sent, "underskrift-kommet").status_code == 303


def test_letting_go_needs_the_page_s_token(site: Site, draft: Draft, staff: Guest) -> None:
    assert draft.complete().send().status_code == 303
    change(staff, draft, "tatt-i-hand")
    held = hidden(staff.get(at_office(draft)).text, "held")
    with site.unchanged():
        assert staff.http.post(f"{at_office(draft)}/gi-slipp", data={"held": held}).status_code == 400


def test_documents_made_after_a_case_was_taken_leave_it_in_hand(either_site: Site, sent: Draft) -> None:
    lun = either_site.visitor("lun")
    change(lun, sent, "tatt-i-hand")
    with either_site.tools() as tools:
        CaseStore(tools).documents_made(sent.id)
    assert behind.events(either_site, sent)[-1] == "delivered"
    for page in (line_of(sent, lun), lun.get(at_office(sent)).text):
        assert OFFICE_STATUS["taken_in_hand"] in page
    assert STATUS["taken_in_hand"] in sent.guest.get(sent.path).text


def test_the_office_is_never_told_that_it_sent_anything(either_site: Site, sent: Draft) -> None:
    lun = either_site.visitor("lun")
    for page in (line_of(sent, lun), lun.get(at_office(sent)).text):
        assert OFFICE_STATUS["submitted"] in page
        assert "Du har sendt" not in page


def test_a_case_that_cannot_be_opened_leaves_all_others_readable(either_site: Site, sent: Draft) -> None:
    lun = either_site.visitor("lun")
    other = begin(either_site.visitor("var")).complete()
    assert other.send().status_code == 303
    with either_site.tools() as tools, tools.store.write() as db:
        submission = db.get_one(Submission, sent.id)
        submission.sealed_request = submission.sealed_request[:-1] + b"\0"
    assert "Kan ikke åpnes" in line_of(sent, lun)
    assert "Kan ikke åpnes" not in line_of(other, lun)
    assert lun.post(f"{at_office(sent)}/grunn", {"reason": "handles", "related": "no"}).status_code == 303
    for guest, page in ((lun, at_office(sent)), (sent.guest, sent.path)):
        answer = httpx.get(either_site.url + page, cookies={"veiviser": guest.cookie})
        assert answer.status_code == 503
        assert "Saken kan ikke åpnes" in answer.text


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
        for end in ("tatt-i-hand", "gi-slipp", "underskrift-kommet"):
            assert lun.post(f"{at_office(protected)}/{end}", page="/larvik/kontor/").status_code == 404
    assert change(mild, protected, "tatt-i-hand").status_code == 303


def test_the_list_does_not_tell_whose_address_is_protected(either_site: Site, protected: Draft) -> None:
    line = line_of(protected, either_site.visitor("mild"))
    assert line
    assert tags(line) == ["Navnet er endret"], (
        "the sample has another name than the log-in; nothing of an address"
    )
    assert "skjerm" not in line.lower()
    assert "sperr" not in line.lower()


def test_a_permission_that_is_withdrawn_ends_in_older_log_ins_too(
    either_site: Site, protected: Draft
) -> None:
    mild = either_site.visitor("mild")
    assert line_of(protected, mild)
    person = Person(mild.invented.name, mild.invented.national_id)
    with either_site.tools() as tools:
        accounts.log_in(tools, person, level="demo", post=accounts.Post("larvik"))
    assert line_of(protected, mild) == ""
    assert mild.get(at_office(protected)).status_code == 404
