"""What was sent goes from here some time after the office has put it into its archive, and never before."""

import signal
from datetime import timedelta

import pytest
from sqlalchemy import func, select, update

from docgen.contract import DOCX, PDF
from forms.municipality import municipality
from tests import consents, later, several
from tests.aged import age
from tests.draft import Draft, begin
from tests.guest import Guest
from tests.integration.wizard.test_own_data import taken, told, with_file
from tests.integration.wizard.test_purging import command, purged
from tests.integration.wizard.test_sweeping import age as age_files
from tests.integration.wizard.test_sweeping import files
from tests.running_site import Site
from tests.seen import office
from wizard.cases.handing_over import CaseStore
from wizard.cases.sweeping import sweep
from wizard.models import Attachment, Document, StepAnswers
from wizard.models_acting import Frozen
from wizard.models_consents import Consent
from wizard.providers import invented

DAYS = municipality("larvik").retention.sent_days
IN_ARCHIVE = "Kontoret la saken i kommunens arkiv"


def delivered(site: Site, draft: Draft) -> Draft:
    """Both documents are there."""
    with site.tools() as tools:
        store = CaseStore(tools)
        for kind in (PDF, DOCX):
            store.keep_document(draft.id, kind, b"invented " + kind.encode())
        store.documents_made(draft.id)
    return draft


def archived(site: Site, draft: Draft, staff: str = "lun") -> Guest:
    lun = site.visitor(staff)
    page = office(draft)
    assert "Si at saken ligger i arkivet" in lun.get(page).text
    asked = lun.get(f"{page}/arkivert").text
    assert "Ja, saken ligger i arkivet" in asked
    assert "Fram til da kan du angre." in asked
    assert lun.post(f"{page}/arkivert", page=f"{page}/arkivert").status_code == 303
    after = lun.get(page).text
    assert "Det er skrevet ned at saken ligger i arkivet." in after
    assert "Si at saken ligger i arkivet" not in after
    return lun


@pytest.fixture
def sent(either_site: Site) -> Draft:
    draft = with_file(either_site.visitor("stille"))
    assert draft.send().status_code == 303
    return delivered(either_site, draft)


def left(site: Site, draft: Draft) -> list[int]:
    """How many rows with words in them there are of the case."""
    with site.tools() as tools, tools.store.read() as db:
        tables = (StepAnswers, Attachment, Document, Frozen)
        queries = (select(func.count()).select_from(one).where(one.case_id == draft.id) for one in tables)
        return [db.scalar(query) or 0 for query in queries]


def test_it_is_told_how_long_it_stays_and_then_a_stub_says_where_it_is(
    either_site: Site, sent: Draft
) -> None:
    lun, guest, called = archived(either_site, sent), sent.guest, later.reference(sent)
    page = guest.get(sent.path).text
    assert IN_ARCHIVE in page
    assert "Kommunen har lagt saken i arkivet sitt. Du kan lese og laste den ned her til" in page
    assert "Saken er ikke avsluttet av den grunn." in page
    line = "Ligger i kommunens arkiv. Du kan lese den her til"
    assert line in guest.get(f"{guest.at}/mine-saker").text
    age(either_site, sent, DAYS - 1)
    assert purged(either_site).sent == 0
    age(either_site, sent, 1)
    before = files(either_site)
    with either_site.unchanged():
        assert purged(either_site, dry_run=True).sent == 1
    assert (purged(either_site).sent, purged(either_site).sent) == (1, 0)
    assert len(before - files(either_site)) == 3, "both documents and the attachment"
    assert left(either_site, sent) == [0, 0, 0, 0]
    stub = guest.get(sent.path).text
    assert called in stub
    assert "Det du skrev, er slettet herfra." in stub
    listed = guest.get(f"{guest.at}/mine-saker").text
    assert ("Ligger i kommunens arkiv" in listed, line in listed) == (True, False)
    assert "Lun Fjelltone" in guest.get(f"{sent.path}/sett").text, "who has opened it stays"
    for path in ("dokument/pdf", "kvittering", "se-over", "steg/need"):
        assert guest.get(f"{sent.path}/{path}").status_code == 410
    assert called not in lun.get("/larvik/kontor/").text
    assert "Saken ligger i kommunens arkiv" in lun.get(office(sent)).text
    assert (
        called
        not in lun.post("/larvik/kontor/sok", {"asked": called}, page="/larvik/kontor/")
        .text.split("<main")[1]
        .split("value=")[0]
    )
    assert next(one for one in told(taken(guest))["cases"] if one["reference"] == called)["in_archive"]


def test_later_forms_can_still_be_about_it(either_site: Site, sent: Draft) -> None:
    archived(either_site, sent)
    about = later.supplement(sent)
    age(either_site, sent, DAYS)
    assert purged(either_site).sent == 1
    sent.guest.log_in("stille")
    later.sent(about)
    assert sent.guest.get(about.path).status_code == 200
    assert either_site.visitor("lun").get(office(about)).status_code == 200
    either_site.run("reseal")


def test_it_is_not_archived_before_the_office_has_its_documents(either_site: Site) -> None:
    draft = begin(either_site.visitor("stille")).complete()
    assert draft.send().status_code == 303
    lun = either_site.visitor("lun")
    assert "Si at saken ligger i arkivet" not in lun.get(office(draft)).text
    with either_site.unchanged():
        lun.post(f"{office(draft)}/arkivert", page=office(draft))
    age(either_site, draft, 10 * DAYS)
    assert purged(either_site).sent == 0


def test_said_wrongly_it_is_taken_back_until_it_is_gone(either_site: Site, sent: Draft) -> None:
    lun, page = archived(either_site, sent), office(sent)
    assert "Si at den ikke ligger i arkivet" in lun.get(page).text
    assert "Da blir saken liggende her" in lun.get(f"{page}/arkivert/angre").text
    assert lun.post(f"{page}/arkivert/angre", page=page).status_code == 303
    after = lun.get(page).text
    assert lun.post(f"{page}/arkivert/angre", page=page).status_code == 303, "twice is once"
    assert "Det er skrevet ned at saken ikke ligger i arkivet." in after
    assert "Si at saken ligger i arkivet" in after
    told = sent.guest.get(sent.path).text
    assert told.count("Kontoret rettet en feil: Saken ligger ikke i kommunens arkiv ennå") == 1
    assert "Du kan lese og laste den ned her til" not in told
    age(either_site, sent, 2 * DAYS)
    assert purged(either_site).sent == 0
    assert lun.post(f"{page}/arkivert", page=f"{page}/arkivert").status_code == 303
    age(either_site, sent, DAYS)
    assert purged(either_site).sent == 1
    with either_site.unchanged():
        assert lun.http.get(f"{page}/arkivert/angre").status_code == 410


def over(site: Site, draft: Draft, table: type[Consent]) -> None:
    """As if what the case holds of that had ended yesterday."""
    with site.tools() as tools, tools.store.write() as db:
        yesterday = tools.clock() - timedelta(days=1)
        ended = {"ended_at": yesterday, "withdrawn_at": yesterday}
        db.execute(update(table).where(table.case_id == draft.id).values(ended))


def test_the_office_is_told_where_it_is_and_what_was_agreed_to_in_it(either_site: Site, sent: Draft) -> None:
    draft = delivered(either_site, consents.given(sent.guest))
    for one in (sent, draft):
        archived(either_site, one)
        age(either_site, one, DAYS)
    assert purged(either_site).sent == 2
    lun = either_site.visitor("lun")
    page = lun.get(office(draft))
    assert (page.status_code, "Hent den i arkivsystemet" in page.text) == (200, True)
    gone = lun.http.get(f"{office(sent)}/grunn")
    assert (gone.status_code, "Hent den i arkivsystemet" in gone.text, "Alle saker" in gone.text) == (
        410,
        True,
        True,
    )


def test_as_long_as_a_signature_may_come_it_stays_and_then_until_that_is_archived_too(
    either_site: Site,
) -> None:
    myk, kjekk = either_site.visitor("myk"), either_site.visitor("kjekk")
    rask = next(one for one in invented() if one.name.startswith("Rask") and one.staff_of is None)
    draft = several.filled_for(myk, rask)
    assert several.wait(draft).status_code == 303
    code = several.code_of(several.ask(draft, "second_parent", kjekk.invented))
    assert (
        myk.post(f"{several.page(draft)}/send", {"sure": "yes"}, page=several.page(draft)).status_code == 303
    )
    archived(either_site, delivered(either_site, draft))
    over(either_site, draft, Consent)
    age(either_site, draft, 2 * DAYS)
    assert purged(either_site).sent == 0, "a code is out"
    at = several.come(kjekk, code)
    age(either_site, draft, 1)
    assert purged(either_site).sent == 0, "somebody reads"
    assert several.sign(kjekk, at).status_code == 303
    assert purged(either_site).sent == 0, "the signature lies in no archive"
    own = myk.get(draft.path).text
    assert "Kommunen må legge det i arkivet også. Til da ligger alt her." in own
    assert "Du kan lese og laste den ned her til" not in own
    assert "Noe nytt må i arkivet" in either_site.visitor("lun").get("/larvik/kontor/").text
    age(either_site, draft, 2 * DAYS)
    assert purged(either_site).sent == 0, "nor does it go before the office has put that there too"
    lun = archived(either_site, draft)
    assert "Noe nytt må i arkivet" not in lun.get(office(draft)).text
    age(either_site, draft, DAYS - 1)
    assert purged(either_site).sent == 0
    age(either_site, draft, 1)
    assert purged(either_site).sent == 1
    assert kjekk.get(f"{kjekk.at}/mine-saker").status_code == 200
    assert kjekk.get(at).status_code == 410


def test_killed_between_rows_and_bytes_the_stub_stands(either_site: Site, sent: Draft) -> None:
    archived(either_site, sent)
    age(either_site, sent, DAYS)
    before = files(either_site)
    assert command(either_site, fail="sent_rows_gone:kill").returncode == -signal.SIGKILL
    assert files(either_site) == before
    assert "Det du skrev, er slettet herfra." in sent.guest.get(sent.path).text
    assert command(either_site).returncode == 0
    age_files(before)
    with either_site.tools() as tools:
        assert sweep(tools) >= 3
