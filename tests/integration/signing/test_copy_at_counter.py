"""What a helper reads of a case once it is sent: as long as it takes to hand over the copy; after that the paper."""

from datetime import timedelta

import pytest
from sqlalchemy import update

from docgen.contract import PDF
from tests import behind
from tests.counter import Helped, begun
from tests.integration.wizard.test_counter_signing import DRAWN, PAPER, confirmed, upload
from tests.later import PDF as SCANNED
from tests.running_site import Site
from wizard.cases.handing_over import CaseStore
from wizard.cases.participants import COPY_WITHIN
from wizard.models import Submission

READ = ("", "/kvittering", "/dokumenter", "/dokument/pdf")


def sent(site: Site, typed: dict[str, str]) -> Helped:
    draft = begun(site.visitor("fin")).complete()
    confirmed(draft, typed)
    with site.tools() as tools:
        CaseStore(tools).keep_document(draft.id, PDF, b"an invented document")
    return draft  # type: ignore[return-value]  # ``complete`` gives itself


def came(site: Site, draft: Helped, ago: timedelta) -> None:
    with site.tools() as tools, tools.store.write() as db:
        at = tools.clock() - ago
        db.execute(update(Submission).where(Submission.case_id == draft.id).values(received_at=at))


def statuses(draft: Helped) -> set[int]:
    return {draft.guest.get(f"{draft.path}{page}").status_code for page in READ}


@pytest.mark.parametrize("typed", [DRAWN, PAPER])
def test_the_copy_is_there_to_be_handed_over_and_then_no_more(site: Site, typed: dict[str, str]) -> None:
    draft = sent(site, typed)
    came(site, draft, COPY_WITHIN - timedelta(minutes=1))
    assert statuses(draft) <= {200, 302}
    came(site, draft, COPY_WITHIN)
    assert statuses(draft) == {403}
    assert "Saken er sendt, og du ser den ikke lenger" in draft.guest.get(draft.path).text
    owner = site.visitor("stille")
    assert owner.get(f"/larvik/sak/{draft.id}/dokument/pdf").content == b"an invented document"


def test_the_paper_is_put_in_after_that_and_the_help_ended(site: Site) -> None:
    draft = sent(site, PAPER)
    came(site, draft, COPY_WITHIN)
    counter = draft.guest.get("/larvik/skranke/").text
    assert f'href="{draft.path}/papir"' in counter
    assert f'href="{draft.path}"' not in counter
    answer = upload(draft, "papir.pdf", SCANNED)
    assert (answer.status_code, answer.headers["location"]) == (303, "/larvik/skranke/")
    assert "Papiret er lagt inn." in draft.guest.get("/larvik/skranke/").text
    assert behind.events(site, draft)[-1] == "paper_signature_received"
    assert draft.guest.post(f"{draft.path}/hjelp/avslutt", page="/larvik/skranke/").status_code == 303
    assert behind.events(site, draft)[-1] == "help_ended"
    assert draft.guest.get(f"{draft.path}/papir").status_code == 403


def test_where_no_paper_is_to_come_the_counter_has_nothing_left_of_it(site: Site) -> None:
    draft = sent(site, DRAWN)
    assert str(draft.id) in draft.guest.get("/larvik/skranke/").text
    came(site, draft, COPY_WITHIN)
    assert str(draft.id) not in draft.guest.get("/larvik/skranke/").text
    assert draft.guest.get(f"{draft.path}/papir").headers["location"] == "/larvik/skranke/"


def test_nothing_that_the_helper_typed_is_said_to_come_from_a_log_in(site: Site) -> None:
    draft = begun(site.visitor("fin"))
    draft.fill(until="you")
    page = draft.see("you")
    assert "innloggingen" not in page
    assert "Dette sto i saken da dere begynte." in page
