"""The office's list of what is stuck: why, since when, how often it was tried, and a press that tries again."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import update

from tests import behind
from tests.draft import Draft, begin
from tests.running_site import Site
from wizard.cases.delivering import WAITING, DeliveryStore
from wizard.cases.handing_over import CaseStore
from wizard.delivery.queue import Which
from wizard.models import Submission
from wizard.models_deliveries import Delivery
from wizard.routes.stuck import REASONS

LIST, STUCK = "/larvik/kontor/", "/larvik/kontor/stoppet"


@pytest.fixture
def sent(either_site: Site) -> Draft:
    draft = begin(either_site.visitor("stille")).complete()
    assert draft.send().status_code == 303
    return draft


def reference(site: Site, draft: Draft) -> str:
    case = behind.case(site, draft)
    assert case
    return case.reference


def row(page: str, wanted: str) -> str:
    """The line of that case; empty where it has none."""
    return next((one for one in page.split("<tr ") if wanted in one), "")


def test_f_08_a_refused_case_is_listed_with_its_reason_and_tried_again_from_there(
    either_site: Site, sent: Draft
) -> None:
    staff, wanted = either_site.visitor("lun"), reference(either_site, sent)
    again = sent.path.replace("/sak/", "/kontor/sak/") + "/prov-na"
    assert wanted not in staff.get(STUCK).text
    with either_site.tools() as tools:
        CaseStore(tools).refused(sent.id, "422: <unknown> part")
    assert STUCK in staff.get(LIST).text
    line = row(staff.get(STUCK).text, wanted)
    assert REASONS["handover_refused"] in line
    assert "422: &lt;unknown&gt; part" in line
    assert again in line
    assert "Stille" not in line, "whoever has given no reason reads nothing of anybody"
    shown = staff.get(staff.post(again, page=STUCK).headers["location"])
    assert str(shown.url).endswith(STUCK)
    assert "Dokumentene prøves på nytt nå" in shown.text
    assert behind.events(either_site, sent)[3:] == ["handover_refused", "handover_retried"]
    with either_site.unchanged():
        staff.post(again, page=STUCK)
    with either_site.tools() as tools:
        CaseStore(tools).documents_made(sent.id)
    assert wanted not in staff.get(STUCK).text


def test_f_08_what_is_tried_on_is_listed_too_and_what_nobody_has_begun_after_a_while(
    either_site: Site, sent: Draft
) -> None:
    staff, wanted = either_site.visitor("lun"), reference(either_site, sent)
    with either_site.tools() as tools, tools.store.write() as db:
        late = update(Submission).where(Submission.case_id == sent.id)
        db.execute(late.values(received_at=datetime.now(UTC) - timedelta(minutes=16)))
    assert REASONS["waiting"] in row(staff.get(STUCK).text, wanted)
    with either_site.tools() as tools:
        CaseStore(tools).delayed(sent.id, "docgen answered 500")
        assert sent.id in CaseStore(tools).unfinished(), "it is tried on"
    line = row(staff.get(STUCK).text, wanted)
    assert REASONS["handover_delayed"] in line
    assert "docgen answered 500" in line
    elsewhere = either_site.visitor("blid", "senja")
    assert elsewhere.get(STUCK).status_code != 200
    with either_site.tools() as tools:
        CaseStore(tools).documents_made(sent.id)


def test_a_case_that_a_receiver_did_not_take_is_listed_and_sent_again_from_there(
    either_site: Site, sent: Draft
) -> None:
    staff, wanted = either_site.visitor("lun"), reference(either_site, sent)
    which = Which(sent.id, "webhook", 0)
    with either_site.tools() as tools:
        CaseStore(tools).documents_made(sent.id)
        with tools.store.write() as db:
            db.add(Delivery(**which._asdict(), state=WAITING, made_at=tools.clock()))
        assert wanted not in staff.get(STUCK).text
        DeliveryStore(tools).refused(which, "Ola er ukjent")
    line = row(staff.get(STUCK).text, wanted)
    assert REASONS["delivery_refused"] in line
    assert "Ola" not in line, "what a receiver says may quote the case"
    staff.post(sent.path.replace("/sak/", "/kontor/sak/") + "/prov-na", page=STUCK)
    assert wanted not in staff.get(STUCK).text
    assert behind.events(either_site, sent)[-1] == "delivery_retried"
