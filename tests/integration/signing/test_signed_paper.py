"""The paper that is signed at the counter and scanned there: by whom, with what witness, and which paper counts."""

import pytest
from sqlalchemy import update

from tests import behind, consents
from tests.counter import STILLE, Helped, begun
from tests.guest import Guest, hidden
from tests.integration.wizard.test_counter_signing import PAPER, confirmed, upload
from tests.later import PDF
from tests.office_list import paper_came
from tests.running_site import Site
from tests.sendable import pdf
from wizard.accounts import lookup_of
from wizard.models import Account, Attachment

OTHER = pdf("again")
MARK = {"how_signed": "mark", "witness": "another", "witness_name": "Lett Bergsund"}


@pytest.fixture(scope="module")
def lun(site: Site) -> Guest:
    return site.visitor("lun")


def promised(site: Site, slug: str = "coordination") -> Helped:
    """A case that was sent at the counter, whose signature is on paper."""
    draft = begun(site.visitor("fin"), slug=slug).complete()
    confirmed(draft, PAPER)
    return draft  # type: ignore[return-value]  # ``complete`` gives itself


@pytest.fixture(scope="module")
def case(site: Site) -> Helped:
    return promised(site)


def at_office(draft: Helped) -> str:
    return f"/larvik/kontor/sak/{draft.id}"


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ({"how_signed": ""}, "Velg hvordan personen skrev under."),
        ({"how_signed": "mark"}, "Velg hvem som var vitne."),
        ({"how_signed": "guided", "witness": "another"}, "Skriv navnet til vitnet."),
        (MARK | {"witness_name": "strandeng Fin"}, "Var du vitne selv? Da velger du det over."),
        (MARK | {"witness_name": STILLE.name}, "Vitnet må være en annen enn den som skrev under."),
    ],
)
def test_how_it_was_signed_is_asked_and_who_saw_it(
    site: Site, case: Helped, told: dict[str, str], said: str
) -> None:
    with site.unchanged():
        answer = upload(case, "papir.pdf", PDF, **told)
    assert (answer.status_code, said in answer.text) == (422, True)


def test_the_witness_stands_in_the_signature_and_a_wrong_paper_is_replaced(site: Site, lun: Guest) -> None:
    case = promised(site)
    assert upload(case, "feil.pdf", PDF).status_code == 303
    assert "Papiret er lagt inn." in case.guest.get(case.path).text
    assert "Legger du inn et nytt, er det det nye som gjelder." in case.guest.get(f"{case.path}/papir").text
    assert upload(case, "riktig.pdf", OTHER, **MARK).status_code == 303
    told = case.guest.get(case.path).text
    assert "Det nye papiret er lagt inn, og det er det som gjelder." in told
    scanned = ["signed_paper_scanned", "paper_signature_received", "signed_paper_scanned"]
    assert behind.events(site, case)[-3:] == scanned
    for page in (lun.get(at_office(case)).text, site.visitor("stille").get(f"/larvik/sak/{case.id}").text):
        for words in ("Satte et merke", "Lett Bergsund", "Fin Strandeng, Servicesenteret", "riktig.pdf"):
            assert words in page
        assert "Skrev navnet sitt" not in page, "the wrong paper counts no more"
    page = lun.get(at_office(case)).text
    assert page.index("feil.pdf") < page.index("Et nyere papir gjelder") < page.rindex("riktig.pdf")
    own = site.visitor("stille").get(f"/larvik/sak/{case.id}").text
    assert "Et nytt papir ble skannet i skranken." in own


def test_the_same_paper_put_in_twice_is_put_in_once(site: Site, case: Helped) -> None:
    told = {"how_signed": "guided", "witness": "helper"}
    assert upload(case, "papir.pdf", PDF, **told).status_code == 303
    before = behind.events(site, case)
    assert upload(case, "papir.pdf", PDF, **told).status_code == 303
    assert behind.events(site, case) == before
    owner = site.visitor("stille").get(f"/larvik/sak/{case.id}").text
    assert owner.index("Vitne") < owner.index("Fin Strandeng") < owner.index("Skannet av")


def test_a_paper_is_replaced_until_the_office_works_with_the_case(site: Site, lun: Guest) -> None:
    case = promised(site)
    assert upload(case, "feil.pdf", PDF).status_code == 303
    assert lun.post(f"{at_office(case)}/tatt-i-hand", page=at_office(case)).status_code == 303
    answer = upload(case, "riktig.pdf", OTHER)
    assert (answer.status_code, "Papiret ble ikke lagt inn." in answer.text) == (409, True)
    assert behind.events(site, case)[-1] == "taken_in_hand"
    assert case.guest.get(f"{case.path}/papir").headers["location"] == case.path
    with site.tools() as tools, tools.store.read() as db:
        papers = db.query(Attachment).filter_by(case_id=case.id, question="signed_paper").count()
    assert papers == 1


def test_a_consent_waits_until_somebody_else_than_whoever_scanned_it_has_looked(
    site: Site, lun: Guest
) -> None:
    case = promised(site, "consent")
    assert upload(case, "papir.pdf", PDF, **MARK).status_code == 303
    assert "Det gjelder ikke før kontoret har sett på underskriften." in case.guest.get(case.path).text
    assert {one.confirmed_at for one in consents.rows(site, case)} == {None}
    assert "Papiret er skannet i skranken." in lun.get(at_office(case)).text
    fin = case.guest
    works_there_too(site, fin, handles=True)
    own = fin.post(f"{at_office(case)}/underskrift-kommet", page=at_office(case))
    assert (own.status_code, "Du skannet papiret selv." in own.text) == (409, True)
    works_there_too(site, fin, handles=False)
    assert {one.confirmed_at for one in consents.rows(site, case)} == {None}
    assert paper_came(lun, case.id) == 303
    assert None not in {one.confirmed_at for one in consents.rows(site, case)}


def works_there_too(site: Site, helper: Guest, *, handles: bool) -> None:
    with site.tools() as tools, tools.store.write() as db:
        named = lookup_of(tools, helper.invented.national_id, "larvik")
        db.execute(update(Account).where(Account.lookup == named).values(handles=handles))


def test_nobody_says_of_a_paper_that_they_have_not_seen_that_its_signature_is_good(
    site: Site, lun: Guest
) -> None:
    case = promised(site, "consent")
    assert upload(case, "papir.pdf", PDF, **MARK).status_code == 303
    before = hidden(lun.get(at_office(case)).text, "seen")
    assert upload(case, "et_annet.pdf", PDF + b"another", **MARK).status_code == 303
    at = at_office(case)
    for seen in ({"seen": before}, {}):
        answer = lun.post(f"{at}/underskrift-kommet", seen, page=at)
        assert (answer.status_code, "Et annet papir har kommet" in answer.text) == (409, True)
    assert {one.confirmed_at for one in consents.rows(site, case)} == {None}
    assert paper_came(lun, case.id) == 303
    assert None not in {one.confirmed_at for one in consents.rows(site, case)}


def test_the_helpers_pages_say_whom_they_speak_to_and_forget_no_mark(site: Site) -> None:
    case = promised(site)
    for page in (case.receipt(), case.guest.get(case.path).text):
        assert "Her betyr «du» den du hjelper." in page
        assert "Er det et merke, eller førte noen hånden, skriver et vitne navnet sitt." in page
        assert "du fylte ut" not in page
