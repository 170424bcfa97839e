"""The office looks for a case by name or reference: whatever the case of the letters, and only what it may see."""

from pathlib import Path

import pytest

from tests.draft import Draft, begin, told
from tests.guest import Guest
from tests.running_site import Site
from wizard.cases import following, seeking
from wizard.cases.eyes import Eyes

NAMED = {"subject_given_name": "Áile Ŋurra", "subject_family_name": "Đievžu Ŧoal"}


@pytest.fixture
def sent(site: Site) -> Draft:
    draft = begin(site.visitor("stille"))
    draft.complete(told(you=NAMED))
    assert draft.send().status_code == 303
    return draft


def sought(staff: Guest, asked: str, **more: str) -> str:
    answer = staff.post("/larvik/kontor/sok", {"asked": asked} | more, page="/larvik/kontor/")
    assert answer.status_code == 200
    assert answer.url.query == b""
    return answer.text


def link(draft: Draft) -> str:
    return f"/larvik/kontor/sak/{draft.id}"


@pytest.mark.parametrize(
    "asked", ["Áile", "áile", "ÁILE ŋurra", "ŊURRA", "đIEVŽU", "ŧoal áile", "A\u0301ile", "  điev  "]
)
def test_a_name_is_found_in_letters_large_or_small(site: Site, sent: Draft, asked: str) -> None:
    assert link(sent) in sought(site.visitor("lun"), asked)


def test_a_reference_is_found_and_what_is_nobodys_is_not(site: Site, sent: Draft) -> None:
    lun = site.visitor("lun")
    page = lun.get("/larvik/kontor/").text
    reference = page[page.index("V-") :][:11]
    assert reference in sought(lun, reference.lower())
    for nobody in ("Áilo", "Áile Nordmann", ""):
        assert link(sent) not in sought(lun, nobody)


def test_a_protected_case_is_found_only_by_who_may_see_it(site: Site) -> None:
    draft = begin(site.visitor("var"))
    protected = {"address_protected": "yes", "safe_contact": "letter"}
    draft.complete(told(you={"subject_family_name": "Hemmelund"}, address_protection=protected))
    assert draft.send().status_code == 303
    assert link(draft) in sought(site.visitor("mild"), "hemmelund")
    assert link(draft) not in sought(site.visitor("lun"), "hemmelund")
    elsewhere = site.visitor("blid", "senja")
    answer = elsewhere.post("/larvik/kontor/sok", {"asked": "hemmelund"}, page="/senja/kontor/")
    assert answer.status_code == 404


def test_nobody_but_staff_can_search(sent: Draft) -> None:
    answer = sent.guest.post("/larvik/kontor/sok", {"asked": "Áile"}, page="/larvik/mine-saker")
    assert answer.status_code == 401
    assert 'href="/larvik/logg-inn?staff=1' in answer.text, "to the log-in of staff"
    assert link(sent) not in answer.text


ALL = Eyes(sees_restricted=True, lookup=b"nobody's")


def test_one_search_opens_so_many_and_goes_on_where_it_stopped(
    site: Site, sent: Draft, monkeypatch: pytest.MonkeyPatch
) -> None:
    later = begin(site.visitor("stille"))
    later.complete(told(you={"subject_given_name": "Nyere", "subject_family_name": "Vik"}))
    assert later.send().status_code == 303
    monkeypatch.setattr(following, "PAGE", 1)
    monkeypatch.setattr(seeking, "PAGE", 1)
    monkeypatch.setattr(seeking, "AT_ONCE", 1)
    with site.tools() as tools:
        first = seeking.seek(tools, "larvik", "ievžu", eyes=ALL, inside=True)
        assert (first.cases, first.looked_through) == ([], 1)
        assert first.older
        more = first
        while more.older and not more.cases:
            more = seeking.seek(tools, "larvik", "ievžu", more.older, eyes=ALL, inside=True)
    assert [one.case.id for one in more.cases] == [sent.id]


def test_what_is_looked_for_stands_in_no_log(site: Site, sent: Draft) -> None:
    assert link(sent) in sought(site.visitor("lun"), "Đievžu")
    logs = [path.read_text() for path in Path(site.folder).rglob("*.log")]
    assert not [log for log in logs if "đievžu" in log.casefold()]


def test_what_is_no_time_is_refused(site: Site, sent: Draft) -> None:
    lun = site.visitor("lun")
    answer = lun.post("/larvik/kontor/sok", {"asked": "x", "older": "i går"}, page="/larvik/kontor/")
    assert answer.status_code == 400
    assert sent
