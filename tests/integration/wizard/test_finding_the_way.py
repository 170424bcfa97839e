"""The guide, the journeys' own pages and the search, over HTTP and without scripts."""

import re
import shutil
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from forms.guide.nodes import Fork
from forms.guide.offer import by_word
from forms.guide.tree import node, nodes
from forms.journeys.registry import journeys
from forms.municipality import FOLDER, municipalities, municipality
from tests.guest import hidden
from tests.running_site import Site
from wizard.app import create_app

EVERYWHERE = pytest.mark.parametrize("place", municipalities())
LOOKED_FOR = "fjellrevens samtykke"
"""Begins with a word that may stand in no log: what somebody searches for tells of them."""


@pytest.fixture
def with_little(site: Site, tmp_path: Path) -> Iterator[FlaskClient]:
    """A site whose Larvik offers one journey on the web, and not the one that everybody has."""
    folder = Path(shutil.copytree(FOLDER, tmp_path / "municipalities"))
    own = folder / "larvik.toml"
    own.write_text('journeys = ["care_services"]\n' + re.sub(r"(?m)^journeys = .*\n", "", own.read_text()))
    app = create_app(site.settings(municipalities=folder))
    yield app.test_client()
    app.extensions["tools"].store.close()


def links(page: str) -> set[str]:
    return {unescape(found) for found in re.findall(r'href="([^"]*)"', page)}


@EVERYWHERE
def test_every_answer_of_the_guide_is_a_link_that_opens(site: Site, place: str) -> None:
    nobody = site.visitor(None, place)
    with site.unchanged():
        for one in nodes():
            answer = nobody.get(f"/{place}/finn-fram/{one.id}")
            assert answer.status_code == 200
            if isinstance(one, Fork):
                onward = {f"/{place}/finn-fram/{choice.to}?fra={one.id}" for choice in one.answers}
                assert onward <= links(answer.text)
    assert nobody.get(f"/{place}/finn-fram/99").status_code == 404


def test_the_guide_leads_to_the_form_that_the_municipality_offers(site: Site) -> None:
    nobody = site.visitor()
    assert "/larvik/skjema/koordinator-og-plan" in links(nobody.get("/larvik/finn-fram/24").text)


def test_where_the_form_is_not_offered_the_guide_leads_to_the_office(with_little: FlaskClient) -> None:
    page = with_little.get("/larvik/finn-fram/27", base_url="http://127.0.0.1").text
    assert "/larvik/skjema/koordinator-og-plan" not in links(page)
    assert "tel:33171000" in links(page)


@EVERYWHERE
def test_every_form_has_the_address_that_others_link_to(site: Site, place: str) -> None:
    nobody, here = site.visitor(None, place), municipality(place)
    start = links(nobody.get(f"/{place}/").text)
    for journey in journeys().values():
        address = f"/{place}/skjema/{journey.path}"
        expected = 200 if by_word(here, journey.path) else 404
        assert nobody.get(address).status_code == expected, address
        assert (address in start) == (expected == 200)


@EVERYWHERE
def test_a_form_that_is_not_there_names_what_is_and_whom_to_ask(site: Site, place: str) -> None:
    answer, here = site.visitor(None, place).get(f"/{place}/skjema/noe-annet"), municipality(place)
    assert answer.status_code == 404
    assert {
        f"/{place}/skjema/{journeys()[slug].path}" for slug in here.journeys if slug in journeys()
    } <= links(answer.text)
    shown = unescape(answer.text)
    assert here.office.name in shown
    assert (here.office.phone or here.paper_address[-1]) in shown


@pytest.mark.parametrize(
    ("path", "there"),
    [
        ("/porsgrunn/skjema/koordinator-og-plan", "/porsgrunn/skjema/helse-og-omsorg"),
        ("/porsgrunn/skjema/melding", "/porsgrunn/finn-fram/52"),
        ("/kristiansand/skjema/melding", "/kristiansand/finn-fram/52"),
        ("/larvik/skjema/helse-og-omsorg", "/larvik/finn-fram/25"),
    ],
)
def test_a_form_that_others_have_names_what_takes_its_place(site: Site, path: str, there: str) -> None:
    answer = site.visitor(None, path.split("/")[1]).get(path)
    assert answer.status_code == 404
    assert there in links(answer.text.partition("Bruk dette i stedet")[2].partition("</section>")[0])


@pytest.mark.parametrize("path", ["skjema/klage", "finn-fram", "finn-fram/24", "sok"])
def test_a_link_that_ends_with_a_slash_leads_there_too(site: Site, path: str) -> None:
    assert site.visitor().get(f"/larvik/{path}/").status_code == 200


@pytest.mark.parametrize("word", ["koordinator", "IP", "coordinator", "barnekoordinator"])
def test_in_porsgrunn_a_search_for_a_coordinator_leads_to_its_one_form(site: Site, word: str) -> None:
    guest = site.visitor(None, "porsgrunn")
    token = guest.token("/porsgrunn/sok")
    answer = guest.submit("/porsgrunn/sok", [("csrf_token", token), ("asked", word)])
    found = answer.text.partition('id="treff"')[2].partition("</section>")[0]
    assert "/porsgrunn/skjema/helse-og-omsorg" in links(found)


@pytest.mark.parametrize("path", ["/ukjent/", "/ukjent/skjema/klage", "/ukjent/finn-fram", "/ukjent/sok"])
def test_a_municipality_that_is_not_there_shows_those_that_are(site: Site, path: str) -> None:
    answer = site.visitor().get(path)
    assert answer.status_code == 404
    assert {f"/{place}/" for place in municipalities()} <= links(answer.text)


def test_whoever_is_logged_out_logs_in_and_is_at_the_form_s_first_step(site: Site) -> None:
    guest = site.visitor()
    asked = guest.post(
        "/larvik/begynn", {"journey": "coordination"}, page="/larvik/skjema/koordinator-og-plan"
    )
    assert asked.headers["location"] == "/larvik/logg-inn"
    entered = guest.post("/larvik/logg-inn", {"person": "glad"})
    assert re.fullmatch(r"/larvik/sak/[0-9a-f-]{36}/steg/role", entered.headers["location"])
    assert guest.get(entered.headers["location"]).status_code == 200


@pytest.mark.parametrize("elsewhere", ["/larvik/mine-saker", "/kristiansand/mine-saker"])
def test_whoever_goes_elsewhere_meanwhile_begins_nothing(site: Site, elsewhere: str) -> None:
    guest = site.visitor()
    guest.post("/larvik/begynn", {"journey": "coordination"}, page="/larvik/skjema/koordinator-og-plan")
    guest.get(elsewhere)
    entered = guest.post(elsewhere.replace("mine-saker", "logg-inn"), {"person": "stille"})
    assert entered.headers["location"] == elsewhere


def test_a_wish_counts_in_its_own_municipality_and_for_citizens(site: Site) -> None:
    for place, person in (("kristiansand", "stille"), ("larvik", "lun")):
        guest = site.visitor()
        guest.post("/larvik/begynn", {"journey": "coordination"}, page="/larvik/skjema/koordinator-og-plan")
        entered = guest.post(f"/{place}/logg-inn", {"person": person})
        assert entered.status_code == 303
        assert "/steg/" not in entered.headers["location"]


def test_nobody_begins_what_there_is_not(site: Site) -> None:
    guest = site.visitor()
    guest.post("/larvik/begynn", {"journey": "ingen"}, page="/larvik/skjema/koordinator-og-plan")
    assert guest.post("/larvik/logg-inn", {"person": "stille"}).headers["location"] == "/larvik/mine-saker"


def test_my_cases_lead_to_all_that_can_be_done(site: Site) -> None:
    assert "/larvik/#alt" in links(site.visitor("myk").get("/larvik/mine-saker").text)


def test_a_search_shows_its_results_and_leaves_no_trace(site: Site) -> None:
    guest = site.visitor()
    token = guest.token("/larvik/sok")
    with site.unchanged():
        answer = guest.submit("/larvik/sok", [("csrf_token", token), ("asked", f"{LOOKED_FOR} koordinator")])
    assert answer.status_code == 200
    assert "/larvik/skjema/koordinator-og-plan" in links(answer.text)
    assert f'value="{LOOKED_FOR} koordinator"' in answer.text
    assert answer.headers["cache-control"] == "no-store"
    assert '"method": "POST", "route": "/<municipality>/sok"' in site.logs()
    assert LOOKED_FOR.split(maxsplit=1)[0] not in site.logs()
    assert LOOKED_FOR not in guest.get("/larvik/sok").text


def test_a_search_in_an_address_is_not_looked_at(site: Site) -> None:
    answer = site.visitor().get("/larvik/sok", params={"asked": "koordinator"})
    assert 'id="treff"' not in answer.text


def test_a_search_from_a_page_that_is_too_old_is_done_all_the_same(site: Site) -> None:
    answer = site.visitor().submit("/larvik/sok", [("csrf_token", "gammel"), ("asked", "koordinator")])
    assert answer.status_code == 400
    assert "/larvik/skjema/koordinator-og-plan" in links(answer.text)
    assert hidden(answer.text, "csrf_token") != "gammel"


def test_another_site_cannot_search_for_somebody(site: Site) -> None:
    answer = site.visitor().submit(
        "/larvik/sok", [("asked", "koordinator")], headers={"Sec-Fetch-Site": "cross-site"}
    )
    assert answer.status_code == 403


@pytest.mark.parametrize("asked", ["<script>alert(1)</script>", "\"'><b>x", "x" * 100_000, "\x00�🙂", ""])
def test_whatever_is_searched_for_is_shown_as_text(site: Site, asked: str) -> None:
    answer = site.visitor().post("/larvik/sok", {"asked": asked})
    assert answer.status_code == 200
    assert "<script>alert" not in answer.text
    assert "<b>x" not in answer.text
    assert len(answer.text) < 60_000


def test_the_pages_of_the_guide_tell_the_same_to_all(site: Site) -> None:
    """The titles stand in the browser's history: of an end they say nothing."""
    page = site.visitor().get("/larvik/finn-fram/44").text
    assert "<title>Veien videre – Larvik kommune</title>" in " ".join(page.split()).replace(
        "> ", ">"
    ).replace(" <", "<")
    assert node("44").title in page


def test_how_to_reach_the_office_stands_once_and_the_way_leads_there(site: Site) -> None:
    for end in ("26", "85"):
        page = site.visitor(None, "namsos").get(f"/namsos/finn-fram/{end}").text
        assert page.count('class="ds-link phone"') == 1
        assert page.index('href="#hjelp"') < page.index('id="hjelp"') < page.index('class="ds-link phone"')
