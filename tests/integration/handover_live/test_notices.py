"""The worker as it runs sends what waits in the outbox."""

from tests.guest import planted
from tests.integration.handover.world import until
from tests.integration.notices.giving import ask, page, take_away, type_code
from tests.mailbox import Mailbox
from tests.running_site import Site


def test_the_worker_sends_a_code_and_its_log_does_not_name_the_address(site: Site) -> None:
    guest, mine = site.visitor("aile"), f"{planted('worker')}@borger.example"
    with Mailbox(site.mail_port) as box:
        assert ask(guest, mine).status_code == 303
        until(lambda: bool(box.to(mine)))
        assert type_code(guest, box.code(mine)).status_code == 303
    assert mine in guest.get(page(guest)).text
    assert take_away(guest).status_code == 303
    assert '"mail_sent"' in site.logs()
    assert mine not in site.logs()
