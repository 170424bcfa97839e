"""The catalogue's cases of people who complain, over HTTP from the first page to the text of the PDF."""

from datetime import datetime

from forms.journeys.registry import samples
from forms.language import OSLO
from tests import behind
from tests.at_a_time import SiteAt
from tests.documents import squeezed
from tests.draft import told
from wizard.cases.handing_over import CaseStore

PASSED = "Fristen er gått ut"


def office_page(site: SiteAt, path: str, staff: str = "lun", place: str = "larvik") -> str:
    return site.visitor(staff, place).get(path.replace("/sak/", "/kontor/sak/")).text


def test_p04_a_deadline_on_christmas_day_moves_to_the_working_day_after(site_at: SiteAt) -> None:
    site_at.now = datetime(2026, 12, 28, 21, 10, tzinfo=OSLO)
    draft = site_at.begin("jevn", "appeal")
    dates = {"decision_date": "2026-11-25", "received_date": "2026-11-27"}
    walk = draft.fill(told("appeal", dates=dates))
    assert "late" not in [step.slug for step in walk.path]
    for page in (draft.see("disagree"), draft.review(), draft.guest.get("/larvik/mine-saker").text):
        assert "Fire uker etter at du fikk svaret, er det første juledag" in page
        assert "første arbeidsdag etter: mandag 28. desember 2026." in page
        assert PASSED not in page
    assert b"DTSTART;VALUE=DATE:20261228" in draft.guest.get(f"{draft.path}/frist.ics").content
    assert draft.send().headers["location"] == f"{draft.path}/kvittering"
    assert "28. desember 2026 kl. 21.10" in draft.receipt()
    pdf = site_at.made_pdf(draft)
    for line in (
        "Siste dag for å klage",
        "mandag 28. desember 2026",
        "28. desember 2026 kl. 21.10",
        "Ja. En digital klage må ha kommet fram før midnatt siste dag.",
        "Jeg vil ha en koordinator fra kommunen.",
        "Tjenestekontoret",
    ):
        assert squeezed(line) in pdf
    assert squeezed("Hvorfor kommer klagen sent?") not in pdf
    assert "Kom etter fristen" not in office_page(site_at, draft.path)


def test_p05_a_late_complaint_is_taken_with_its_reason(site_at: SiteAt) -> None:
    site_at.now = datetime(2026, 12, 10, 9, 0, tzinfo=OSLO)
    draft = site_at.begin("sein", "appeal")
    walk = draft.fill(samples("appeal")[1].answers)
    assert "late" in [step.slug for step in walk.path]
    page = draft.see("late")
    assert "Siste dag for å klage er tirsdag 1. desember 2026" in page
    assert "Fristen er gått ut, men du kan klage likevel." in page
    assert draft.guest.get(f"{draft.path}/frist.ics").status_code == 200
    assert draft.send().headers["location"] == f"{draft.path}/kvittering"
    pdf = site_at.made_pdf(draft)
    for line in (
        "3. november 2026",
        "tirsdag 1. desember 2026",
        "10. desember 2026 kl. 09.00",
        "9 dager etter siste dag.",
        "Jeg lå på sykehus fra 10. november til 5. desember.",
        "De som svarte, og etter dem Statsforvalteren, avgjør om klagen blir behandlet.",
    ):
        assert squeezed(line) in pdf
    page = office_page(site_at, draft.path)
    for line in ("Kom etter fristen", "tirsdag 1. desember 2026", "9 dager etter siste dag."):
        assert line in page
    assert "Kom etter fristen" in site_at.visitor("lun").get("/larvik/kontor/").text


def test_p15_missed_visits_go_to_whom_the_citizen_chooses_and_no_deadline_is_told(site_at: SiteAt) -> None:
    draft = site_at.begin("vennlig", "service_complaint", "namsos")
    draft.complete(told("service_complaint"))
    review = draft.review()
    assert "frist" not in review.lower()
    assert (
        "Er kommunen uenig med deg, sender den klagen videre til Statsforvalteren i Trøndelag."
        in draft.see("recipient")
    )
    assert draft.send().status_code == 303
    pdf = site_at.made_pdf(draft)
    for line in (
        "Klage på hvordan hjelpen blir gitt",
        "Brukerkontoret",
        "Kveldsbesøket har ikke kommet i tre uker.",
        "At noen kommer hver kveld, og ringer hvis det blir sent.",
        "Send den til Statsforvalteren i Trøndelag hvis kommunen er uenig.",
    ):
        assert squeezed(line) in pdf
    assert squeezed("Siste dag") not in pdf
    page = office_page(site_at, draft.path, "kvikk", "namsos")
    assert "Kan være en klage på rettigheter" in page
    assert "Kom etter fristen" not in page


def test_p15_to_the_coordinator_but_never_about_the_coordinator(site_at: SiteAt) -> None:
    offices = []
    for conflict in ("no", "yes"):
        draft = site_at.begin("vennlig", "service_complaint", "namsos")
        choice = {
            "send_to": "coordinator",
            "conflict_with_coordinator": conflict,
            "coordinator_name": "Varm Nes",
        }
        draft.complete(told("service_complaint", recipient=choice))
        assert draft.send().status_code == 303
        offices.append(behind.frozen(site_at, draft).content.letterhead.office)
    assert offices == ["Koordinator: Varm Nes", "Brukerkontoret"]


def test_a_complaint_in_namsos_is_addressed_to_the_department_that_answered(site_at: SiteAt) -> None:
    site_at.now = datetime(2026, 11, 20, 12, tzinfo=OSLO)
    draft = site_at.begin("jevn", "appeal", "namsos")
    answer = {"decision_maker": "department", "decision_department": "Avdeling for hjemmetjenester"}
    draft.complete(told("appeal", answer=answer))
    assert draft.send().status_code == 303
    with site_at.tools() as tools:
        letterhead = CaseStore(tools).frozen_request(draft.id).content.letterhead
    assert letterhead.office == "Avdeling for hjemmetjenester"
    assert letterhead.lines[0] == "Levert gjennom Brukerkontoret"
    assert squeezed("Avdeling for hjemmetjenester") in site_at.made_pdf(draft)
