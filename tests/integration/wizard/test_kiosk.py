"""A shared screen at the counter: a short idle limit, everything wiped at the end, nothing for the next one (A-058)."""

import re
from collections.abc import Callable
from datetime import timedelta

import httpx
import pytest
from sqlalchemy import update

from docgen.contract import PDF
from tests.counter import begun
from tests.draft import Draft, begin, told
from tests.forged import held_by
from tests.guest import CANARY, Guest, hidden
from tests.integration.wizard.test_attachments import PNG, STEP, links, upload
from tests.integration.wizard.test_counter_signing import PAPER, confirm
from tests.running_site import Site
from wizard import kiosk
from wizard.cases.handing_over import CaseStore
from wizard.models import LoginSession

HELPED = {"staff_assistance": "yes", "staff_assistance_office": CANARY, "staff_assistance_initials": "KN"}
Page = list[tuple[str, str]]
MARK = "veiviser-skjerm"
OWN_PAGE = {"Sec-Fetch-Site": "same-origin", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-User": "?1"}
BACK = {"Sec-Fetch-Site": "same-origin", "Sec-Fetch-Mode": "navigate"}
ELSEWHERE = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate"}
BESIDE = {"Sec-Fetch-Site": "same-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-User": "?1"}
TYPED = {"Sec-Fetch-Site": "none", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-User": "?1"}


@pytest.fixture
def screen(site: Site) -> Guest:
    return shared_by(site)


def shared_by(site: Site) -> Guest:
    """A browser that a helper has made a shared screen."""
    guest = site.visitor("fin")
    answer = guest.post("/larvik/skranke/delt-skjerm", page="/larvik/skranke/")
    assert answer.headers["clear-site-data"] == kiosk.WIPED, "nothing of the helper's is left"
    assert answer.headers["location"] == "/larvik/"
    return guest


def sits_down(screen: Guest, person: str = "stille") -> Draft:
    screen.log_in(person)
    screen.key = person
    return begin(screen)


def test_switched_on_the_helper_is_logged_out_and_the_browser_stays_marked(screen: Guest) -> None:
    assert "Dette er en delt skjerm fra nå. Du er logget ut." in screen.get("/larvik/").text
    assert screen.get("/larvik/skranke/").status_code == 302
    draft = sits_down(screen)
    page = draft.see("role")
    assert "Dette er en delt skjerm." in page
    assert 'id="snart-slutt"' in page
    assert 'data-idle="300"' in page
    assert 'data-warned="120"' in page
    assert "Om mindre enn to minutter logger vi deg ut." in page


def ended(screen: Guest) -> httpx.Response:
    return screen.post("/logg-ut", page="/larvik/")


def test_at_the_end_everything_is_wiped_but_the_mark(site: Site, screen: Guest) -> None:
    draft = sits_down(screen)
    token = screen.cookie
    answer = ended(screen)
    assert answer.headers["clear-site-data"] == '"cache", "storage"'
    assert answer.headers["location"] == "/larvik/"
    assert "Du er logget ut." in screen.get("/larvik/").text
    assert MARK in screen.http.cookies
    assert {*held_by(site, screen)} == {"csrf_token"}, "of the start page, and of nobody"
    thief = site.visitor().get(draft.step("role"), headers={"Cookie": f"veiviser={token}"})
    assert thief.status_code == 302, "the log-in itself is over"


def test_the_script_that_ends_a_turn_is_led_nowhere_and_what_is_told_waits(screen: Guest) -> None:
    sits_down(screen)
    token = screen.token("/larvik/mine-saker")
    answer = screen.http.post("/logg-ut", data={"csrf_token": token}, headers={"Sec-Fetch-Mode": "cors"})
    assert (answer.status_code, answer.headers["clear-site-data"]) == (204, kiosk.WIPED)
    assert "Du er logget ut." in screen.get("/larvik/").text


def test_no_address_that_a_screen_is_led_to_marks_another_browser(site: Site, screen: Guest) -> None:
    """Whoever has the mark can end a turn as often as they like: nothing of it can a link carry to others."""
    screen.log_in("stille")
    address, another = ended(screen).headers["location"], site.visitor("stille")
    for came in (ELSEWHERE, TYPED, OWN_PAGE):
        another.get(address, headers=came)
        assert MARK not in another.http.cookies
    assert another.get("/larvik/mine-saker", headers=TYPED).status_code == 200


def idle(site: Site, minutes: float) -> None:
    with site.tools() as tools, tools.store.write() as db:
        seen = tools.clock() - timedelta(minutes=minutes)
        db.execute(update(LoginSession).values(seen_at=seen, started_at=seen))


def test_after_five_minutes_nobody_is_logged_in_there_and_elsewhere_all_are(
    site: Site, screen: Guest
) -> None:
    draft, at_home = sits_down(screen), site.visitor("myk")
    idle(site, kiosk.IDLE.total_seconds() / 60 - 0.5)
    assert screen.get("/til-stede").status_code == 204
    draft.see("role")
    idle(site, kiosk.IDLE.total_seconds() / 60 + 0.1)
    assert screen.get(draft.step("role")).headers["location"] == "/larvik/logg-inn"
    assert at_home.get("/larvik/mine-saker").status_code == 200


def test_what_was_typed_is_given_back_to_nobody(screen: Guest) -> None:
    draft = sits_down(screen)
    draft.fill(until="need")
    sent = screen.told(draft.step("need")).along({"need_description": CANARY})
    ended(screen)
    answer = screen.submit(draft.step("need"), sent)
    assert answer.headers["location"] == "/larvik/logg-inn"
    assert CANARY not in answer.text


def posted_when_it_was_over(site: Site, screen: Guest) -> tuple[str, Page]:
    """The step's address, and the page that was given for what was typed into it after five minutes."""
    draft = sits_down(screen)
    step = draft.step("role")
    sent = screen.told(step).along({"submitter_role": "self"} | HELPED)
    idle(site, kiosk.IDLE.total_seconds() / 60 + 0.1)
    with site.unchanged():
        kept = screen.submit(step, sent)
    assert (kept.status_code, CANARY in kept.text) == (401, False)
    return step, [(name, hidden(kept.text, name)) for name in ("csrf_token", "_kept")]


def test_what_was_typed_as_it_ended_is_hidden_there_until_its_writer_is_back(
    site: Site, screen: Guest
) -> None:
    step, kept = posted_when_it_was_over(site, screen)
    screen.log_in("stille")
    assert "Det du skrev, står i den andre fanen." in screen.get("/larvik/mine-saker").text
    answer = screen.submit(step, kept)
    assert (answer.status_code, CANARY in answer.text) == (400, True)
    again = [*screen.told("/larvik/").along({"submitter_role": "self"} | HELPED), ("version", "0")]
    assert re.findall(r'name="version" value="0"', answer.text)
    assert screen.submit(step, again).status_code == 303


def by_the_end(screen: Guest) -> None:
    assert ended(screen).headers["clear-site-data"] == kiosk.WIPED


def by_coming_from_outside(screen: Guest) -> None:
    assert screen.get("/larvik/", headers=TYPED).headers["clear-site-data"] == kiosk.WIPED


def by_another_log_in(screen: Guest) -> None:
    screen.log_in("myk")
    assert "i den andre fanen" not in screen.get("/larvik/mine-saker").text


@pytest.mark.parametrize("goes", [by_the_end, by_coming_from_outside, by_another_log_in])
def test_what_is_hidden_there_is_gone_with_the_turn(
    site: Site, screen: Guest, goes: Callable[[Guest], None]
) -> None:
    step, kept = posted_when_it_was_over(site, screen)
    goes(screen)
    early = screen.submit(step, kept)
    screen.log_in("stille")
    late = screen.submit(step, kept)
    assert [CANARY in answer.text for answer in (early, late)] == [False, False]
    assert late.status_code == 400


def test_the_next_one_is_not_led_to_what_the_last_one_did(screen: Guest) -> None:
    draft = sits_down(screen)
    ended(screen)
    assert screen.get(draft.step("role"), headers=BACK).headers["location"] == "/larvik/"
    assert screen.get(draft.step("role"), headers=OWN_PAGE).headers["location"] == "/larvik/logg-inn"
    answer = screen.post("/larvik/logg-inn", {"person": "stille"})
    assert answer.headers["location"] == "/larvik/mine-saker"


@pytest.mark.parametrize("address", ["/larvik/mine-saker", "/larvik/"])
@pytest.mark.parametrize("came", [TYPED, ELSEWHERE, BESIDE], ids=["typed", "cross-site", "same-site"])
def test_a_058_who_comes_from_outside_is_not_who_was_there(
    either_site: Site, address: str, came: dict[str, str]
) -> None:
    site, screen = either_site, shared_by(either_site)
    draft = sits_down(screen)
    assert screen.get(draft.step("role"), headers=OWN_PAGE).status_code == 200
    token = screen.cookie
    answer = screen.get(address, headers=came)
    assert answer.headers["clear-site-data"] == kiosk.WIPED
    assert answer.headers["location"] == "/larvik/"
    assert MARK in screen.http.cookies
    thief = site.visitor().get(draft.step("role"), headers={"Cookie": f"veiviser={token}"})
    assert thief.status_code == 302, "the log-in itself is over"
    assert screen.get(draft.step("role"), headers=OWN_PAGE).headers["location"] == "/larvik/logg-inn"
    again = Draft(site.visitor("stille"), draft.path)
    assert again.see("role"), "the draft is safe"
    assert site.visitor("stille").get("/larvik/mine-saker", headers=TYPED).status_code == 200, "at home it is"


def test_no_file_is_handed_out_since_it_would_stay_on_the_machine(site: Site, screen: Guest) -> None:
    draft = sits_down(screen).complete()
    assert draft.send().status_code == 303
    assert "På en delt skjerm kan du ikke laste ned filer." in draft.receipt()
    assert "be Tjenestekontoret om en kopi på papir" in draft.receipt(), "no helper can read it any more"
    with site.tools() as tools:
        CaseStore(tools).keep_document(draft.id, PDF, b"an invented document")
    answer = screen.get(f"{draft.path}/dokument/pdf")
    assert (answer.status_code, "på en delt skjerm" in answer.text) == (403, True)
    at_home = site.visitor("stille").get(f"{draft.path}/dokument/pdf")
    assert (at_home.status_code, at_home.content) == (200, b"an invented document")


def test_on_paper_nobody_signs_where_nothing_can_be_printed(site: Site, screen: Guest) -> None:
    screen.log_in("fin")
    draft = begun(screen).complete()
    page = screen.get(f"{draft.path}/underskrift").text
    assert 'value="paper"' not in page
    assert "Da fortsetter du på din egen skjerm." in page
    with site.unchanged():
        assert confirm(draft, PAPER).status_code == 422
    at_home = Draft(site.visitor("fin"), draft.path)
    assert 'value="paper"' in at_home.guest.get(f"{draft.path}/underskrift").text
    assert confirm(at_home, PAPER).status_code == 303
    assert "Logg inn på din egen skjerm, og skriv ut PDF-en der." in screen.get(draft.path).text
    assert "Skriv ut PDF-en her på siden." in at_home.guest.get(draft.path).text


def test_the_browser_is_given_no_names_numbers_and_addresses_to_remember(site: Site, screen: Guest) -> None:
    draft = sits_down(screen)
    draft.fill()
    at_home = Draft(site.visitor("stille"), draft.path)
    remembered = set()
    for step in draft.walk(told()).path:
        assert set(re.findall(r'autocomplete="([^"]*)"', draft.see(step.slug))) <= {"off"}
        remembered |= set(re.findall(r'autocomplete="([^"]*)"', at_home.see(step.slug)))
    assert {"given-name", "street-address"} & remembered, "at home it helps"


def test_without_scripts_the_page_of_who_has_left_goes_by_itself(site: Site, screen: Guest) -> None:
    draft = sits_down(screen)
    leaves = '<meta http-equiv="refresh"'
    alone = re.findall(r"<noscript>(.*?)</noscript>", draft.see("role"), re.DOTALL)
    assert any(leaves in one and 'content="300; url=/larvik/"' in one for one in alone)
    assert leaves not in Draft(site.visitor("stille"), draft.path).see("role")


def test_a_helper_switches_it_off_again(screen: Guest) -> None:
    screen.log_in("fin")
    assert "Slå av delt skjerm" in screen.get("/larvik/skranke/").text
    screen.post("/larvik/skranke/egen-skjerm", page="/larvik/skranke/")
    assert MARK not in screen.http.cookies


def test_nobody_else_switches_it_on(site: Site) -> None:
    for who in ("stille", "lun"):
        guest = site.visitor(who)
        answer = guest.post("/larvik/skranke/delt-skjerm", page="/larvik/")
        assert answer.status_code in {302, 404}
        assert MARK not in guest.http.cookies
    at_home = site.visitor("stille")
    forged = {"Cookie": f"veiviser={at_home.cookie}; {MARK}=Imxhcn.ZZ"}
    page = at_home.get("/larvik/mine-saker", headers=forged).text
    assert ("Mine saker" in page, "delt skjerm" in page) == (True, False)


def test_no_small_picture_of_a_file_is_shown_there(screen: Guest) -> None:
    draft = sits_down(screen)
    draft.fill(until=STEP)
    assert upload(draft, "brev.png", PNG).status_code == 303
    page = draft.see(STEP)
    assert "lite-bilde" not in page
    assert screen.get(f"{links(draft)['brev.png']}/lite-bilde").status_code == 403
