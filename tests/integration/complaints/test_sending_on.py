"""A complaint that came in as another kind: the office sends it on, and its writer sees where it is."""

import re
from datetime import datetime

import pytest

from forms.language import OSLO, Language
from forms.municipality import municipality
from forms.tracks import AS_IT_CAME, COMPLAINTS, MAY_HOLD_COMPLAINT, TRACKS, tracks_from
from tests import behind
from tests.along import offering, writer
from tests.at_a_time import SiteAt
from tests.draft import Draft, begin, told
from tests.guest import Guest
from wizard.models import CaseEvent
from wizard.providers import invented

KEPT = "Du trenger ikke sende det på nytt. Dagen det kom hit, står i dokumentet, og det følger med."
GOVERNOR = "Statsforvalteren i Vestfold og Telemark"
UKOM = "Statens undersøkelseskommisjon for helse- og omsorgstjenesten (Ukom)"

ITS_STEPS = re.compile(r"(?<=<li>)[^<]+(?=</li>)")


@pytest.fixture
def sent(site_at: SiteAt) -> Draft:
    site_at.now = datetime(2026, 11, 20, 12, tzinfo=OSLO)
    draft = site_at.begin("jevn", "appeal").complete(told("appeal"))
    assert draft.send().status_code == 303
    return draft


def at_office(draft: Draft) -> str:
    return draft.path.replace("/sak/", "/kontor/sak/")


def send_on(staff: Guest, draft: Draft, track: str) -> int:
    answer = staff.post(f"{at_office(draft)}/send-videre", {"track": track}, page=at_office(draft))
    return answer.status_code


def details(site: SiteAt, draft: Draft) -> list[str]:
    with site.tools() as tools, tools.store.read() as db:
        found = db.query(CaseEvent).filter_by(case_id=draft.id, kind="routed").order_by(CaseEvent.id)
        return [event.detail for event in found]


@pytest.mark.parametrize("track", tracks_from("appeal"))
def test_the_writer_reads_where_it_went_and_that_its_day_is_kept(
    site_at: SiteAt, sent: Draft, track: str
) -> None:
    assert TRACKS[track].to in site_at.visitor("lun").get(at_office(sent)).text
    assert send_on(site_at.visitor("lun"), sent, track) == 303
    assert details(site_at, sent) == [track]
    where = TRACKS[track].told % {"governor": GOVERNOR, "recipients": f"{GOVERNOR} og {UKOM}"}
    for page in (sent.guest.get(sent.path).text, sent.guest.get("/larvik/mine-saker").text):
        assert where in page
        assert KEPT in page
        assert "teller for fristen" not in page, "nobody here can promise that for another"
    assert f">Sendt videre: {TRACKS[track].to}</span>" in site_at.visitor("lun").get("/larvik/kontor/").text
    assert "20. november 2026 kl. 12.00" in sent.receipt()


def test_sent_twice_to_the_same_place_it_went_there_once(site_at: SiteAt, sent: Draft) -> None:
    for track in ("nav", "nav", "department", "nav"):
        assert send_on(site_at.visitor("lun"), sent, track) == 303
    assert details(site_at, sent) == ["nav", "department", "nav"]


def test_a_place_that_is_none_changes_nothing(site_at: SiteAt, sent: Draft) -> None:
    lun = site_at.visitor("lun")
    with site_at.unchanged():
        assert send_on(lun, sent, "appeal") == 400, "it is one already"
        assert send_on(lun, sent, "moon") == 400
        assert send_on(lun, sent, "") == 303


def test_a_press_without_a_choice_says_so_beside_the_choices(site_at: SiteAt, sent: Draft) -> None:
    lun = site_at.visitor("lun")
    assert send_on(lun, sent, "") == 303
    page = lun.get(at_office(sent)).text
    assert "Du har ikke valgt noe sted. Ingenting er endret." in page
    assert 'id="send-videre" open' in page
    assert 'id="send-videre" open' not in lun.get(at_office(sent)).text


def test_the_office_reads_before_the_button_that_it_sends_the_papers_itself(
    site_at: SiteAt, sent: Draft
) -> None:
    page = site_at.visitor("lun").get(at_office(sent)).text
    away = page.split('id="send-videre"')[1].split("Jeg har sendt det videre")[0]
    assert "Veiviser sender ikke papirene." in away
    assert 'value="nav"' in away
    assert 'value="service_complaint"' not in away, "that one stays here"


def test_what_belongs_elsewhere_is_to_be_sent_until_the_office_says_that_it_was(site_at: SiteAt) -> None:
    site_at.now = datetime(2026, 11, 20, 12, tzinfo=OSLO)
    answers = told("appeal", answer={"decision_maker": "nav"})
    draft = site_at.begin("jevn", "appeal").complete(answers)
    assert draft.send().status_code == 303
    lun = site_at.visitor("lun")
    page = lun.get(at_office(draft)).text
    assert "Skal videre til NAV</span>" in page
    assert 'id="send-videre" open' in page
    assert "Kontoret har sendt det du skrev, videre" not in draft.guest.get(draft.path).text
    assert send_on(lun, draft, "nav") == 303
    for shown in (lun.get(at_office(draft)).text, lun.get("/larvik/kontor/").text.split("</tr>")[1]):
        assert "Skal videre til NAV</span>" not in shown
        assert "Sendt videre: NAV</span>" in shown
        assert ">Mottatt</span>" not in shown
    assert "Kontoret har sendt det du skrev, videre til NAV." in draft.guest.get(draft.path).text


@pytest.mark.parametrize("slug", MAY_HOLD_COMPLAINT)
def test_a_complaint_is_sent_on_from_whatever_form_it_was_written_in(site_at: SiteAt, slug: str) -> None:
    place = offering(slug).id
    draft = begin(writer(site_at, slug), slug)
    draft.complete(told(slug))
    assert draft.send().status_code == 303
    staff = site_at.visitor(next(one.key for one in invented() if one.staff_of == place), place)
    home = draft.guest.get(draft.path).text
    assert ("Er dette egentlig en klage?" in staff.get(at_office(draft)).text) == (slug not in COMPLAINTS)
    for track in tracks_from(slug):
        assert send_on(staff, draft, track) == 303
        assert KEPT in draft.guest.get(draft.path).text
    back = slug if slug in TRACKS else AS_IT_CAME
    assert send_on(staff, draft, back) == 303
    assert "Sendt videre: " not in staff.get(f"/{place}/kontor/").text
    again = draft.guest.get(draft.path).text
    for line in ITS_STEPS.findall(home):
        assert line in again


def test_a_declaration_is_sent_on_nowhere(site_at: SiteAt) -> None:
    draft = begin(writer(site_at, "power_of_attorney"), "power_of_attorney")
    draft.complete(told("power_of_attorney"))
    assert draft.send().status_code == 303
    place = offering("power_of_attorney").id
    staff = site_at.visitor(next(one.key for one in invented() if one.staff_of == place), place)
    assert "send-videre" not in staff.get(at_office(draft)).text
    with site_at.unchanged():
        assert send_on(staff, draft, "nav") == 400


@pytest.mark.parametrize("track", ["county_governor", "serious_incident", "department", "appeal"])
def test_whom_else_to_tell_of_a_serious_incident_stays_wherever_it_is_sent_on(
    site_at: SiteAt, track: str
) -> None:
    site_at.now = datetime(2026, 11, 20, 12, tzinfo=OSLO)
    draft = site_at.begin("vennlig", "service_complaint")
    draft.complete(told("service_complaint", harm={"harm": "yes"}))
    assert draft.send().status_code == 303
    assert send_on(site_at.visitor("lun"), draft, track) == 303
    for page in (draft.receipt(), draft.guest.get(draft.path).text):
        for line in ("kan du også melde fra direkte til disse:", f"<p>{GOVERNOR}", UKOM):
            assert line in page


def test_whoever_does_not_have_it_in_hand_is_told_who_does(site_at: SiteAt, sent: Draft) -> None:
    lun = site_at.visitor("lun")
    assert lun.post(f"{at_office(sent)}/tatt-i-hand", page=at_office(sent)).status_code == 303
    assert send_on(site_at.visitor("mild"), sent, "nav") == 409
    assert details(site_at, sent) == []
    assert send_on(lun, sent, "nav") == 303


def test_a_service_complaint_can_become_an_appeal(site_at: SiteAt) -> None:
    draft = site_at.begin("vennlig", "service_complaint").complete(told("service_complaint"))
    assert draft.send().status_code == 303
    assert send_on(site_at.visitor("lun"), draft, "appeal") == 303
    assert "Kontoret behandler det du sendte, som en klage på et svar." in draft.guest.get(draft.path).text
    assert "routed" in behind.events(site_at, draft)


@pytest.mark.parametrize(
    "track", ["nav", "county_governor", "department", "child_welfare", "serious_incident"]
)
def test_whoever_is_sent_on_reads_no_steps_of_the_office_that_has_it_no_more(
    site_at: SiteAt, sent: Draft, track: str
) -> None:
    before = sent.guest.get(sent.path).text
    assert send_on(site_at.visitor("lun"), sent, track) == 303
    place = municipality("larvik")
    page = sent.guest.get(sent.path).text
    assert ">Sendt videre</span>" in page
    assert ">Sendt videre</span>" in sent.guest.get("/larvik/mine-saker").text
    assert "Det er de som har fått den nå, som svarer deg." in page
    for step in place.next_steps.appeal:
        first = step.text(Language()).split(".", maxsplit=1)[0]
        assert first in before
        assert first not in page


def test_as_a_complaint_of_the_other_kind_its_steps_are_those_of_that_kind(
    site_at: SiteAt, sent: Draft
) -> None:
    assert send_on(site_at.visitor("lun"), sent, "service_complaint") == 303
    page, steps = sent.guest.get(sent.path).text, municipality("larvik").next_steps
    for step in steps.service_complaint:
        assert step.text(Language()).split(".", maxsplit=1)[0] in page
    assert ">Sendt videre</span>" not in page


def test_what_was_sent_on_by_mistake_comes_back(site_at: SiteAt, sent: Draft) -> None:
    lun = site_at.visitor("lun")
    for track in ("nav", "appeal"):
        assert f'value="{track}"' in lun.get(at_office(sent)).text
        assert send_on(lun, sent, track) == 303
    assert details(site_at, sent) == ["nav", "appeal"]
    offered = lun.get(at_office(sent)).text
    assert 'value="nav"' in offered
    assert 'value="appeal"' not in offered
    assert "Sendt videre: " not in lun.get("/larvik/kontor/").text
    assert "Det er de som har fått den nå" not in sent.guest.get(sent.path).text


def test_the_office_is_told_once_where_it_sent_a_complaint(site_at: SiteAt, sent: Draft) -> None:
    lun, said = site_at.visitor("lun"), "Det er sendt videre: NAV. Den som skrev det, kan lese det nå."
    assert send_on(lun, sent, "nav") == 303
    assert said in lun.get(at_office(sent)).text
    assert said not in lun.get(at_office(sent)).text
