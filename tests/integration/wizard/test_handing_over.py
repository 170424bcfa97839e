"""What the cases record of their hand-over: once each, whoever comes at the same moment, and again where asked."""

import subprocess
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from tests import behind
from tests.draft import Draft, begin
from tests.running_site import Site
from wizard.cases.handing_over import CaseStore
from wizard.routes.case_lines import HAPPENED

AT_ONCE = 8


@pytest.fixture
def sent(either_site: Site) -> Draft:
    draft = begin(either_site.visitor("stille")).complete()
    assert draft.send().status_code == 303
    return draft


def test_workers_that_deliver_at_the_same_moment_record_it_once(either_site: Site, sent: Draft) -> None:
    barrier = Barrier(AT_ONCE)
    with either_site.tools() as tools, ThreadPoolExecutor(AT_ONCE) as pool:

        def deliver(_: int) -> None:
            barrier.wait()
            CaseStore(tools).documents_made(sent.id)

        list(pool.map(deliver, range(AT_ONCE)))
    assert behind.events(either_site, sent)[-2:] == ["documents_made", "delivered"]
    assert len(behind.events(either_site, sent)) == 5


def test_a_refused_hand_over_is_tried_again_by_a_command(either_site: Site, sent: Draft) -> None:
    case, staff = behind.case(either_site, sent), either_site.visitor("lun")
    assert case
    office = sent.path.replace("/sak/", "/kontor/sak/")
    for number, wanted in enumerate((case.reference, str(case.id)), start=1):
        with either_site.tools() as tools:
            for _ in range(2):
                CaseStore(tools).refused(sent.id, "400")
            assert sent.id not in CaseStore(tools).unfinished()
        assert "Dokumentene kunne ikke lages</span>" in staff.get(office).text
        either_site.run("hand-over", wanted)
        with either_site.tools() as tools:
            assert sent.id in CaseStore(tools).unfinished()
        assert behind.events(either_site, sent)[3:] == ["handover_refused", "handover_retried"] * number
        assert behind.hand_overs(either_site, sent) == 1 + number
    assert HAPPENED["handover_retried"] in sent.guest.get(sent.path).text
    assert "Dokumentene kunne ikke lages</span>" not in staff.get(office).text
    with either_site.unchanged():
        for wanted in (case.reference, "V-0000-0000", "x"):
            with pytest.raises(subprocess.CalledProcessError):
                either_site.run("hand-over", wanted)
    with either_site.tools() as tools:
        CaseStore(tools).documents_made(sent.id)
        assert sent.id not in CaseStore(tools).unfinished()


def test_f_08_a_refused_hand_over_is_tried_again_by_a_press_of_the_office_and_once(
    either_site: Site, sent: Draft
) -> None:
    staff, office = either_site.visitor("lun"), sent.path.replace("/sak/", "/kontor/sak/")
    again = f"{office}/lag-dokumentene"
    assert again not in staff.get(office).text
    assert staff.post(again, page=office).status_code == 303
    assert behind.events(either_site, sent)[3:] == [], "it was not refused"
    with either_site.tools() as tools:
        CaseStore(tools).refused(sent.id, "422")
    assert again in staff.get(office).text
    told = "Dokumentene lages på nytt. De kommer"
    assert told in staff.get(staff.post(again, page=office).headers["location"]).text
    assert staff.post(again, page=office).status_code == 303
    assert behind.events(either_site, sent)[3:] == ["handover_refused", "handover_retried"]
    assert behind.hand_overs(either_site, sent) == 2
    with either_site.tools() as tools:
        assert sent.id in CaseStore(tools).unfinished()
    assert again not in staff.get(office).text


def test_a_hand_over_that_takes_long_is_seen_by_the_office_until_it_is_done(
    either_site: Site, sent: Draft
) -> None:
    staff, office = either_site.visitor("lun"), sent.path.replace("/sak/", "/kontor/sak/")
    told = "Dokumentene lar vente på seg</span>"
    with either_site.tools() as tools:
        for _ in range(2):
            CaseStore(tools).delayed(sent.id)
        assert behind.events(either_site, sent)[3:] == ["handover_delayed"]
        assert sent.id in CaseStore(tools).unfinished()
        assert told in staff.get(office).text
        assert told in staff.get("/larvik/kontor/").text
        assert HAPPENED["handover_delayed"] in sent.guest.get(sent.path).text
        CaseStore(tools).documents_made(sent.id)
        CaseStore(tools).delayed(sent.id)
    assert behind.events(either_site, sent)[3:] == ["handover_delayed", "documents_made", "delivered"]
    assert told not in staff.get(office).text
