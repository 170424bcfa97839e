"""A paper that belongs to another municipality: recorded, sent on or back, and its sender is told (fvl § 11)."""

import re
from typing import Any

import pytest

from tests import behind, consents
from tests.draft import begin
from tests.guest import Guest
from tests.integration.paper_intake.test_consent_on_paper import CHILD
from tests.integration.paper_intake.test_hidden import HIDDEN
from tests.paper_form import MYK_AS_PROXY, STILLE, PaperForm, begin_paper, other, registered
from tests.running_site import Site

SENT_ON = {
    "signed_on_paper": "yes",
    "of_another": "yes",
    "other_municipality": "Sandefjord kommune",
    "passed_on": "sent_on",
}
SENT_BACK = SENT_ON | {"passed_on": "sent_back"}


def send_on(staff: Guest, paper: PaperForm, track: str) -> int:
    return staff.post(f"{paper.at_office}/send-videre", {"track": track}, page=paper.at_office).status_code


def letter(page: str) -> str:
    found = re.search(r"<blockquote.*?</blockquote>", page, re.DOTALL)
    return found[0] if found else ""


@pytest.mark.parametrize(
    ("papers", "track", "in_letter", "told"),
    [
        (SENT_ON, "to_municipality", "Du trenger ikke sende det på nytt.", "videre til kommunen det hører"),
        (SENT_BACK, "to_sender", "Vi sender det tilbake til deg.", "sendt skjemaet tilbake"),
    ],
)
def test_it_is_passed_on_and_its_sender_reads_where_it_is(
    site: Site, lun: Guest, papers: dict[str, Any], track: str, in_letter: str, told: str
) -> None:
    paper = registered(lun, "supplement", subject=STILLE, papers=papers, days=other(1), earlier={})
    assert track in behind.marks(site, paper)
    page = lun.get(paper.at_office).text
    assert "Sandefjord kommune" in letter(page)
    assert in_letter in letter(page)
    assert "forvaltningsloven § 11" in page
    stille = site.visitor("stille")
    own = f"/larvik/sak/{paper.id}"
    assert "Skjemaet hører til i Sandefjord kommune." in stille.get(own).text
    assert send_on(lun, paper, track) == 303
    assert behind.events(site, paper)[-1] == "routed"
    assert told in stille.get(own).text
    assert ("følger med" in stille.get(own).text) is (track == "to_municipality")
    assert "Skal videre til en annen kommune" not in lun.get("/larvik/kontor/").text


def test_nothing_that_it_says_takes_effect_here(site: Site, lun: Guest) -> None:
    given = registered(lun, "consent", subject=STILLE, papers=SENT_ON, days=other(2))
    assert consents.rows(site, given) == []
    power = registered(
        lun, "power_of_attorney", subject=STILLE, proxy=MYK_AS_PROXY, papers=SENT_ON, days=other(2)
    )
    assert "power_waits" in behind.marks(site, power)
    first = registered(lun, subject=STILLE, days=other(3))
    earlier = {"earlier_reference": first.reference, "withdraw_extent": "all"}
    registered(lun, "withdrawal", subject=STILLE, earlier=earlier, papers=SENT_ON, days=other(3))
    assert "withdrawn" not in behind.events(site, first)


def test_its_sender_is_promised_no_answer_from_here(site: Site, lun: Guest) -> None:
    paper = registered(lun, subject=STILLE, papers=SENT_ON, days=other(7))
    page = site.visitor("stille").get(f"/larvik/sak/{paper.id}").text
    assert "Skjemaet hører til i Sandefjord kommune." in page
    for promise in ("Tjenestekontoret leser", "Svaret kommer skriftlig", "Får brevene"):
        assert promise not in page


def test_what_came_digitally_and_what_belongs_here_is_told_nothing_of_it(site: Site, lun: Guest) -> None:
    paper = registered(lun, subject=STILLE, days=other(4))
    assert not letter(lun.get(paper.at_office).text)
    assert "to_municipality" not in behind.marks(site, paper)
    assert send_on(lun, paper, "to_municipality") == 303, "found out later"
    assert "Hører til i" not in lun.get(paper.at_office).text
    sent = begin(site.visitor("stille")).complete()
    assert sent.send().status_code == 303
    office = sent.path.replace("/sak/", "/kontor/sak/")
    answer = lun.post(f"{office}/send-videre", {"track": "to_municipality"}, page=office)
    assert answer.status_code == 400


def test_what_a_child_hides_at_home_is_never_sent_back_there(site: Site, lun: Guest) -> None:
    nothing_home = {"letters_home": "no", "reach_at": ["school"], "reach_through": "Rektor"}
    known: dict[str, Any] = {
        "subject": CHILD | {"answer_by": "letter"},
        "safe_place": nothing_home,
        "days": other(5),
    }
    paper = begin_paper(lun)
    with pytest.raises(AssertionError, match="passed_on"):
        paper.write_down(**known, papers=SENT_BACK)
    assert 'value="sent_back"' not in paper.see("papers")
    paper.write_down(**known, papers=SENT_ON)
    assert paper.register(once_more="yes").status_code == 303
    marks = behind.marks(site, paper)
    assert {"no_letter_home", "to_municipality"} <= set(marks)
    assert not {"by_letter", "to_sender"} & set(marks)
    page = lun.get(paper.at_office).text
    assert 'value="to_sender"' not in page
    assert "tilbake til deg" not in page
    assert send_on(lun, paper, "to_sender") == 400


def test_a_protected_address_gets_nothing_sent_back(site: Site, lun: Guest) -> None:
    protected = {"address_protected": "yes", "safe_contact": "phone", "safe_contact_phone": "22222222"}
    subject = HIDDEN | {"answer_by": "letter"}
    known: dict[str, Any] = {"address_protection": protected, "subject": subject, "days": other(6)}
    with pytest.raises(AssertionError, match="passed_on"):
        begin_paper(lun).write_down(**known, papers=SENT_BACK)
    paper = registered(site.visitor("mild"), **known)
    assert "by_letter" not in behind.marks(site, paper)
