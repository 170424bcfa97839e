"""What was written into a form that is no step, and could not be taken: it comes back to its writer alone."""

import base64
import re
from html import unescape
from typing import Any

import httpx
import pytest

from tests.draft import begin
from tests.guest import CANARY, Guest, hidden
from tests.running_site import Site
from wizard.kiosk import WIPED
from wizard.routes.given_back import MOST

START = "/larvik/skranke/ny"
HELPED = {"name": CANARY, "number_known": "no_number", "related": "no", "journey": "coordination"}
Page = list[tuple[str, str]]


@pytest.fixture
def helper(site: Site) -> Guest:
    return site.visitor("fin")


@pytest.fixture
def page(helper: Guest) -> Page:
    """What the page sends on which somebody is helped with a form."""
    return helper.told(START).along(HELPED)


@pytest.fixture
def kept(helper: Guest, page: Page) -> httpx.Response:
    """What was answered when that page was sent after a log-out in another tab."""
    helper.log_out()
    return helper.submit(START, page)


def read(answer: httpx.Response) -> str:
    """What stands in the middle of the page."""
    main = answer.text.partition("<main")[2].partition("</main>")[0]
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", main)).split())


def fields(answer: httpx.Response) -> Page:
    form = answer.text.partition("<main")[2].partition("<form")[2].partition("</form>")[0]
    found = re.findall(r'name="([^"]*)" value="([^"]*)"', form)
    return [(unescape(name), unescape(value)) for name, value in found]


def test_a_068_logged_in_anew_in_another_tab_it_is_read_and_sent_again(
    site: Site, helper: Guest, page: Page
) -> None:
    helper.log_out()
    helper.log_in("fin")
    with site.unchanged():
        answer = helper.submit(START, page)
    assert answer.status_code == 400
    assert "Du er logget inn igjen" in read(answer)
    assert f"Navnet til personen {CANARY}" in read(answer)
    assert "Hva trenger personen hjelp til? Søknad om individuell plan" in read(answer)
    assert "eller kjenner du personen privat? Nei" in read(answer)
    assert helper.submit(START, fields(answer)).status_code == 303


@pytest.fixture
def citizen(site: Site) -> Guest:
    return site.visitor("stille")


def test_an_address_for_notices_is_there_to_read_too(citizen: Guest) -> None:
    page = citizen.told("/larvik/varsler").along({"email": "stille@borger.example"})
    citizen.log_out()
    citizen.log_in("stille")
    answer = citizen.submit("/larvik/varsler/adresse", page)
    assert answer.status_code == 400
    assert "E-postadressen din stille@borger.example" in read(answer)


@pytest.fixture
def own(citizen: Guest) -> Page:
    """What a page sends that every citizen has."""
    told = citizen.told("/larvik/innlogginger").along({"full_name": CANARY})
    citizen.log_out()
    return told


def test_a_069_another_person_gets_nothing_of_it(site: Site, citizen: Guest, own: Page) -> None:
    citizen.log_in("myk")
    with site.unchanged():
        answer = citizen.submit("/larvik/navn", own)
    assert answer.status_code == 403
    assert "Du er logget inn som en annen enn den som skrev" in read(answer)
    assert CANARY not in answer.text


def test_a_069_what_is_hidden_on_a_page_another_person_cannot_open(
    site: Site, citizen: Guest, own: Page
) -> None:
    kept = citizen.submit("/larvik/navn", own)
    assert (kept.status_code, CANARY in kept.text) == (401, False)
    citizen.log_in("myk")
    of_another = [*citizen.told("/larvik/innlogginger").along({"_kept": hidden(kept.text, "_kept")})]
    with site.unchanged():
        answers = [citizen.submit("/larvik/navn", again) for again in (fields(kept), of_another)]
    assert [answer.status_code for answer in answers] == [403, 400]
    assert "trykk «Hent fram det jeg skrev»" in read(answers[0])
    assert not any(CANARY in answer.text for answer in answers)


def test_a_068_it_is_hidden_on_the_page_until_its_writer_is_back(helper: Guest, kept: httpx.Response) -> None:
    assert (kept.status_code, CANARY in kept.text) == (401, False)
    early = helper.submit(START, fields(kept))
    assert (early.status_code, CANARY in early.text) == (401, False)
    assert "Du er ikke logget inn ennå." in read(early)
    came = helper.post("/larvik/logg-inn", {"person": "fin"}).headers["location"]
    assert "Det du skrev, står i den andre fanen." in read(helper.get(came))
    answer = helper.submit(START, fields(early))
    assert "Du er logget inn igjen" in read(answer)
    assert CANARY in read(answer)
    assert helper.submit(START, fields(answer)).status_code == 303


@pytest.mark.parametrize(
    "change", [{"at": 0}, {"page": ""}, {"page": "x.y"}], ids=["old", "of nobody", "of another"]
)
def test_what_is_too_old_or_made_by_others_opens_nothing(
    site: Site, helper: Guest, kept: httpx.Response, change: dict[str, Any]
) -> None:
    place, sealed = f"given back {START}", hidden(kept.text, "_kept")
    with site.tools() as tools:
        told = tools.vault.open_json(base64.urlsafe_b64decode(sealed), place)
        made = base64.urlsafe_b64encode(tools.vault.seal_json(told | change, place)).decode()
    helper.log_in("fin")
    for bad in (made, sealed[:-8], "æ", "x"):
        answer = helper.post(START, {"_kept": bad})
        assert (answer.status_code, CANARY in answer.text) == (400, False)
    elsewhere = helper.post("/larvik/skranke/kode", {"_kept": sealed})
    assert (elsewhere.status_code, CANARY in elsewhere.text) == (400, False)
    assert CANARY in helper.post(START, {"_kept": sealed}).text, "or this would show nothing"


def test_on_a_shared_screen_nothing_is_kept_after_the_turn(site: Site) -> None:
    screen = site.visitor("fin")
    wiped = screen.post("/larvik/skranke/delt-skjerm", page="/larvik/skranke/")
    assert wiped.headers["clear-site-data"] == WIPED
    screen.log_in("stille")
    sent = [*screen.told("/larvik/opplysningene-mine").along({"full_name": CANARY})]
    screen.http.cookies.delete("veiviser")
    assert screen.submit("/larvik/navn", sent).status_code == 302


def test_whoever_is_asked_anew_why_they_open_a_case_loses_nothing(site: Site) -> None:
    sent = begin(site.visitor("stille")).complete()
    assert sent.send().status_code == 303
    staff, case = site.visitor("lun"), f"/larvik/kontor/sak/{sent.id}"
    written = staff.told(case).along({"track": "hospital"})
    staff.log_out()
    kept = staff.submit(f"{case}/send-videre", written)
    staff.log_in("lun")
    answer = staff.http.post(f"{case}/send-videre", data=dict(fields(kept)))
    assert answer.status_code == 403
    assert f'href="{case}/grunn" target="_blank"' in answer.text
    assert hidden(answer.text, "track") == "hospital"
    assert "Det du valgte Sykehuset" in read(answer)
    assert "trykk «Skriv det ned»" in read(answer)


def test_files_and_codes_are_named_and_not_kept(site: Site, helper: Guest, page: Page) -> None:
    helper.log_out()
    helper.log_in("fin")
    told = dict(page) | {"code": "ABCD-2345"}
    files = {"signed_paper": ("brev.pdf", b"%PDF-1.7 invented", "application/pdf")}
    with site.unchanged():
        answer = helper.http.post(START, data=told, files=files)
    assert answer.status_code == 400
    assert "Disse filene må du velge på nytt: brev.pdf Koden må du skrive på nytt." in read(answer)
    assert "ABCD-2345" not in answer.text
    assert CANARY in read(answer)


def test_what_is_too_much_is_told_so(helper: Guest, page: Page) -> None:
    told = [*page, ("more", "x" * (MOST + 1))]
    helper.log_out()
    kept = helper.submit(START, told)
    assert (kept.status_code, hidden(kept.text, "_kept")) == (401, "")
    assert "dette var for mye til at vi kunne gjemme det" in read(kept)
    helper.log_in("fin")
    answer = helper.submit(START, told)
    assert (answer.status_code, fields(answer)) == (400, [])
    assert CANARY in read(answer)


@pytest.fixture
def deleting(citizen: Guest) -> tuple[str, Page]:
    """The page that asks once more before a draft is deleted, and what its button sends, from before a log-out."""
    at = f"{begin(citizen).path}/slett"
    told = citizen.told(at).along({"sure": "yes"})
    citizen.log_out()
    return at, told


def test_a_press_that_deletes_leads_to_the_page_that_asks_and_is_never_called_to_send(
    site: Site, citizen: Guest, deleting: tuple[str, Page]
) -> None:
    at, told = deleting
    with site.unchanged():
        led = citizen.submit(at, told)
    assert (led.status_code, "/logg-inn" in led.headers["location"]) == (302, True)
    came = citizen.post("/larvik/logg-inn", {"person": "stille"}).headers["location"]
    assert (came, "Vil du slette utkastet?" in citizen.get(came).text) == (at, True)
    with site.unchanged():
        old = citizen.submit(at, told)
    assert old.status_code == 400
    assert "Det du trykket på, er ikke gjort. Gå til siden" in read(old)
    assert f'<a class="ds-button" href="{at}">' in old.text
    assert (fields(old), "Send på nytt" in old.text) == ([], False)


@pytest.mark.parametrize(
    ("path", "data", "words", "button"),
    [
        ("adresse", {"email": f"{CANARY}@borger.example"}, f"E-postadressen din {CANARY}@", "Send en kode"),
        ("velg", {"kinds": "draft_goes"}, "Når vil du ha en e-post? Et utkast", "Lagre valget"),
    ],
    ids=["an address", "what is wanted"],
)
def test_what_comes_back_is_shown_with_what_its_button_does(
    citizen: Guest, path: str, data: dict[str, str], words: str, button: str
) -> None:
    told = citizen.told("/larvik/innlogginger").along(data)
    citizen.log_out()
    citizen.log_in("stille")
    answer = citizen.submit(f"/larvik/varsler/{path}", told)
    assert answer.status_code == 400
    assert words in read(answer)
    assert f"trykk «{button}»" in read(answer)
    assert f"{button}</button>" in answer.text
