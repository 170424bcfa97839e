"""What a receiver said no to: the office sees it, why, and has it sent anew; its sender is told nothing of it."""

import pytest

from tests import behind
from tests.draft import Draft, begin
from tests.running_site import Site
from wizard.cases.delivering import WAITING, DeliveryStore
from wizard.delivery.queue import Which
from wizard.models_deliveries import Delivery

REASON = "Arkivet kjenner <ikke> klassen"


@pytest.fixture
def sent(either_site: Site) -> Draft:
    draft = begin(either_site.visitor("stille")).complete()
    assert draft.send().status_code == 303
    return draft


def test_a_no_is_seen_by_the_office_alone_and_one_press_sends_anew(either_site: Site, sent: Draft) -> None:
    staff, office = either_site.visitor("lun"), sent.path.replace("/sak/", "/kontor/sak/")
    again, which = f"{office}/lever-igjen", Which(sent.id, "webhook", 0)
    assert "Levert videre" not in staff.get(office).text
    assert staff.post(again, page=office).status_code == 303
    with either_site.tools() as tools:
        with tools.store.write() as db:
            db.add(Delivery(**which._asdict(), state=WAITING, made_at=tools.clock()))
        assert "På vei." in staff.get(office).text
        for _ in range(2):
            DeliveryStore(tools).refused(which, REASON)
    assert behind.events(either_site, sent)[-1:] == ["delivery_refused"]
    assert "Ikke levert videre</span>" in staff.get("/larvik/kontor/").text
    page = staff.get(office).text
    assert "Arkivet kjenner &lt;ikke&gt; klassen" in page
    assert again in page
    assert "Arkivet" not in sent.guest.get(sent.path).text
    assert "Saken leveres på nytt." in staff.get(staff.post(again, page=office).headers["location"]).text
    assert staff.post(again, page=office).status_code == 303
    assert behind.events(either_site, sent)[-2:] == ["delivery_refused", "delivery_retried"]
    page = staff.get(office).text
    assert "Ikke levert videre</span>" not in page
    assert again not in page
    with either_site.tools() as tools, tools.store.read() as db:
        rows = db.query(Delivery).where(Delivery.case_id == sent.id).order_by(Delivery.number).all()
        assert [one.state for one in rows] == ["refused", "waiting"]
        assert REASON.encode() not in (rows[0].sealed_reason or b"")
