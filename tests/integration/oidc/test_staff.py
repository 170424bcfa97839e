"""The municipality's own people log in at its own provider, and may do what their roles there say."""

import json
from pathlib import Path
from typing import Any

import httpx
import pytest
from click.testing import CliRunner, Result
from sqlalchemy import update

from tests.counter import begun
from tests.guest import is_page
from tests.integration.oidc.openid_provider import HIGH, PASSWORD
from tests.integration.oidc.real_site import (
    FIN,
    MYK,
    RASK,
    STAFF_FILE,
    STILLE,
    Browser,
    Employee,
    RealSite,
    query,
)
from wizard.app import create_app
from wizard.cases.staff import at_the_office
from wizard.cli import main
from wizard.models import LoginSession
from wizard.oidc.client import Asked
from wizard.ways_in import StaffProvider, ways_in


def refused(browser: Browser, answer: httpx.Response, code: int, says: str) -> None:
    """Told in words, with both ways in; nobody is logged in."""
    assert answer.status_code == code
    assert is_page(answer)
    assert says in answer.text
    assert 'action="/larvik/logg-inn/ansatt"' in answer.text
    assert 'action="/larvik/logg-inn/idporten"' in answer.text
    assert not browser.works()
    assert not browser.is_logged_in()


def test_a_caseworker_comes_to_the_page_that_they_wanted(either_real_site: RealSite) -> None:
    browser = either_real_site.browser()
    asks = browser.guest.get("/larvik/kontor/papir")
    assert asks.headers["location"] == "/larvik/logg-inn?staff=1"
    page = browser.guest.get(asks.headers["location"]).text
    assert page.index("Logg inn som ansatt") < page.index("Logg inn med ID-porten"), "theirs comes first"
    answer = browser.log_in_as_staff(Employee("caseworker"))
    assert answer.headers["location"] == "/larvik/kontor/papir"
    assert "Lun Fjelltone" in browser.guest.get("/larvik/kontor/").text
    assert browser.guest.get("/larvik/skranke/").status_code == 404, "the role is no other one's"
    again = either_real_site.browser().log_in_as_staff(Employee("caseworker"))
    assert again.headers["location"] == "/larvik/kontor/"


def test_a_helper_comes_to_the_counter(real_site: RealSite) -> None:
    browser = real_site.browser()
    answer = browser.log_in_as_staff(Employee("helper", roles=("skranke", "noe-annet")))
    assert answer.headers["location"] == "/larvik/skranke/"
    assert "Servicesenteret" in browser.guest.get("/larvik/skranke/").text
    assert not browser.works()


@pytest.mark.parametrize("roles", [(), ("noe-annet",), ("Saksbehandler",), ("senja",)])
def test_without_a_role_here_nobody_is_let_in(either_real_site: RealSite, roles: tuple[str, ...]) -> None:
    browser = either_real_site.browser()
    with either_real_site.unchanged():
        answer = browser.log_in_as_staff(Employee("stranger", roles=roles))
    refused(browser, answer, 403, "Du har ikke tilgang til denne tjenesten i Larvik kommune.")


def test_a_role_is_that_of_one_municipality(real_site: RealSite) -> None:
    browser = real_site.browser("senja")
    assert browser.log_in_as_staff(Employee("of-senja", roles=("senja",))).status_code == 303
    assert browser.guest.get("/senja/kontor/").status_code == 200
    assert browser.guest.get("/larvik/kontor/").status_code == 404


@pytest.mark.parametrize(
    ("who", "says"),
    [
        (Employee("nameless", name=""), "ga oss ikke navnet ditt"),
        (Employee("nameless", name=" \u200b\n"), "ga oss ikke navnet ditt"),
        (Employee("numberless", number=None), "ga oss ikke fødselsnummeret ditt"),
        (Employee("numberless", number="12345678901"), "ga oss ikke fødselsnummeret ditt"),
    ],
)
def test_without_name_or_number_nobody_is_let_in(real_site: RealSite, who: Employee, says: str) -> None:
    """Without a number nobody could be kept away from their own case."""
    browser = real_site.browser()
    with real_site.unchanged():
        answer = browser.log_in_as_staff(who)
    refused(browser, answer, 403, says)


def test_a_063_staff_known_less_surely_than_the_file_asks(real_site: RealSite) -> None:
    browser = real_site.browser()
    with real_site.unchanged():
        answer = browser.log_in_as_staff(Employee("caseworker"), PASSWORD)
    refused(browser, answer, 403, "Logg inn hos kommunen med to trinn.")


def test_a_role_that_changed_holds_from_the_next_log_in_on_in_every_log_in(
    either_real_site: RealSite,
) -> None:
    older, newer = either_real_site.browser(), either_real_site.browser()
    older.log_in_as_staff(Employee("changes"))
    assert older.works()
    newer.log_in_as_staff(Employee("changes", roles=("skranke",)))
    assert not older.works()
    assert older.guest.get("/larvik/skranke/").status_code == 200


def test_whoever_has_no_role_any_more_is_out_of_every_log_in(either_real_site: RealSite) -> None:
    older, newer = either_real_site.browser(), either_real_site.browser()
    older.log_in_as_staff(Employee("leaves", number=MYK))
    with either_real_site.tools() as tools:
        assert at_the_office(tools, "larvik")(MYK)
        assert newer.log_in_as_staff(Employee("leaves", number=MYK, roles=())).status_code == 403
        assert not at_the_office(tools, "larvik")(MYK)
    assert older.guest.get("/larvik/kontor/").status_code == 302


def test_a_leaver_is_out_at_once_everywhere_when_the_provider_says_so(either_real_site: RealSite) -> None:
    here, there, other = (either_real_site.browser() for _ in range(3))
    for browser in (here, there):
        browser.log_in_as_staff(Employee("leaver"))
    other.log_in_as_staff(Employee("stays"))
    here.end_at_provider(either_real_site.staff)
    assert not here.works()
    assert not there.works(), "not only that log-in: the person"
    assert other.works()


def test_a_leaver_is_put_out_by_a_command_where_the_provider_says_nothing(either_real_site: RealSite) -> None:
    site = either_real_site
    here, there, other = (site.browser() for _ in range(3))
    for browser in (here, there):
        browser.log_in_as_staff(Employee("put-out", number=RASK))
    other.log_in_as_staff(Employee("stays"))

    def put_out(municipality: str) -> Result:
        number = f"{RASK[:6]} {RASK[6:]}\n"
        return CliRunner().invoke(main, ["put-out", municipality], input=number, env=site.environment)

    assert put_out("senja").exit_code == 1
    assert here.works()
    done = put_out("larvik")
    assert done.exit_code == 0
    assert RASK[6:] not in done.output
    assert not here.works()
    assert not there.works()
    assert other.works()
    assert put_out("larvik").exit_code == 1, "they are out"


def test_a_citizen_and_the_same_person_at_work_are_two(either_real_site: RealSite) -> None:
    at_home, at_work = either_real_site.browser(), either_real_site.browser()
    at_home.log_in_named("Fin Strandeng", FIN)
    at_work.log_in_as_staff(Employee("fin", "Fin Strandeng", FIN))
    assert not at_home.works()
    assert not at_work.is_logged_in()
    assert at_home.is_logged_in()
    with either_real_site.tools() as tools:
        assert at_the_office(tools, "larvik")(FIN), "so they are nobody's proxy here"


def test_number_and_name_lie_sealed(either_real_site: RealSite) -> None:
    either_real_site.browser().log_in_as_staff(Employee("sealed", "Lun Fjelltone", STILLE))
    kept = "\n".join(row for rows in either_real_site.rows().values() for row in rows)
    assert STILLE not in kept
    assert "Fjelltone" not in kept


def test_what_is_asked_of_a_provider_that_takes_no_pushed_requests(real_site: RealSite) -> None:
    browser = real_site.browser()
    asked = query(browser.leave_for_provider("logg-inn/ansatt"))
    assert asked["redirect_uri"] == f"{real_site.url}/larvik/logg-inn/ansatt/svar"
    assert asked["acr_values"] == "mfa"
    assert asked["code_challenge_method"] == "S256"
    assert asked["scope"] == "openid profile offline_access"
    assert {"state", "nonce", "code_challenge", "ui_locales"} < set(asked)
    assert "client_assertion" not in asked


def test_a_level_that_stands_in_another_claim_is_asked_for_as_such(
    real_site: RealSite, tmp_path: Path
) -> None:
    """As Entra tells it: which of its rules for logging in were met, several at once."""
    path = tmp_path / "staff.toml"
    path.write_text(STAFF_FILE.replace("[level]", '[level]\nclaim = "acrs"').replace('["mfa"]', '["c1"]'))
    found = ways_in(real_site.settings(staff_file=path)).staff
    assert isinstance(found, StaffProvider)
    asked = Asked.for_page(f"{real_site.url}/larvik/logg-inn/ansatt/svar")
    told = query(found.client.begin(asked, "nb"))
    found.client.close()
    assert json.loads(told["claims"]) == {"id_token": {"acrs": {"essential": True, "value": "c1"}}}
    assert "acr_values" not in told


def returned(browser: Browser) -> str:
    """The staff provider's sound answer, not given yet."""
    who = Employee("caseworker")
    done = {"sub": who.sub, "claims": json.dumps(who.claims), "acr": "mfa"}
    return browser.at_provider(browser.leave_for_provider("logg-inn/ansatt"), **done)


def test_a_062_an_answer_of_one_provider_at_the_other_s_address(real_site: RealSite) -> None:
    """Refused before anything is sent on: no provider gets to see another one's code."""
    browser = real_site.browser()
    before = real_site.logs().count('"answer: state"')
    theirs = browser.at_provider(browser.leave_for_provider(), pid=STILLE, acr=HIGH)
    answer = browser.come_back(theirs.replace("/logg-inn/svar", "/logg-inn/ansatt/svar"))
    refused(browser, answer, 400, "Innloggingen gikk ikke helt fram")
    answer = browser.come_back(returned(browser).replace("/logg-inn/ansatt/svar", "/logg-inn/svar"))
    refused(browser, answer, 400, "Innloggingen gikk ikke helt fram")
    assert real_site.logs().count('"answer: state"') == before + 2


def test_a_062_an_answer_that_names_another_provider(real_site: RealSite) -> None:
    browser = real_site.browser()
    answer = browser.come_back(f"{returned(browser)}&iss=http%3A%2F%2Fevil.example")
    refused(browser, answer, 400, "Innloggingen gikk ikke helt fram")


CHANGED: dict[str, dict[str, Any]] = {
    "another nonce": {"claims": {"nonce": "another"}},
    "the citizens' issuer": {"claims": {"iss": "CITIZENS"}},
    "for another client": {"claims": {"aud": "another-client"}},
    "not signed": {"header": {"alg": "none"}, "sign": "none"},
    "signed with another key": {"sign": "strange"},
    "of nobody": {"claims": {"sub": None}},
    "in the future": {"claims": {"auth_time": 4_000_000_000}},
    "at no time": {"claims": {"auth_time": "yesterday"}},
}


@pytest.mark.parametrize("how", CHANGED)
def test_a_061_an_id_token_that_is_not_what_it_must_be(real_site: RealSite, how: str) -> None:
    browser = real_site.browser()
    address = returned(browser)
    told = json.dumps(CHANGED[how]).replace("CITIZENS", real_site.provider.issuer)
    real_site.staff.alter_next(**json.loads(told))
    refused(browser, browser.come_back(address), 400, "Innloggingen gikk ikke helt fram")


def test_the_log_out_goes_on_to_their_own_provider(real_site: RealSite) -> None:
    browser = real_site.browser()
    browser.log_in_as_staff(Employee("caseworker"))
    page = browser.guest.post("/logg-ut", page="/larvik/kontor/")
    assert "Logg ut hos kommunen" in page.text
    assert f'action="{real_site.staff.issuer}/session/end"' in page.text
    assert browser.log_out_at_provider(page.text).startswith(f"{real_site.url}/utlogget")
    assert not browser.works()


def test_their_provider_is_down(real_site: RealSite) -> None:
    browser = real_site.browser()
    browser.log_in_as_staff(Employee("caseworker"))
    other = real_site.browser()
    real_site.staff.stop()
    try:
        answer = httpx.get(f"{real_site.url}/larvik/logg-inn/ansatt/svar?state=x")
        assert answer.status_code == 400
        address = other.leave_for_provider("logg-inn/ansatt")
        assert address.startswith(real_site.staff.issuer), (
            "where all is in the address, nothing is asked before"
        )
        assert browser.works(), "whoever is logged in goes on"
    finally:
        real_site.staff.start()


def test_where_staff_have_no_provider_the_page_says_so(real_site: RealSite) -> None:
    """Shown and not stored: one kind of database is enough."""
    none = {"staff_issuer": "", "staff_client_id": "", "staff_key_file": None, "staff_file": None}
    app = create_app(real_site.settings(**none))
    client = app.test_client()
    page = client.get("/larvik/logg-inn?staff=1", base_url="http://127.0.0.1").text
    there = client.get("/larvik/logg-inn/ansatt", base_url="http://127.0.0.1")
    app.extensions["tools"].store.close()
    app.extensions["ways_in"].citizens.close()
    assert "ikke satt opp her" in page
    assert "Logg inn som ansatt" not in page
    assert there.status_code == 404


def test_whoever_filled_in_at_work_is_let_in_at_work_again(either_real_site: RealSite) -> None:
    browser = either_real_site.browser()
    browser.log_in_as_staff(Employee("helper-idle", roles=("skranke",)))
    draft = begun(browser.guest)
    with either_real_site.tools() as tools, tools.store.write() as db:
        db.execute(update(LoginSession).values(seen_at=tools.clock().replace(year=2000)))
    assert browser.guest.get(draft.path).headers["location"] == "/larvik/logg-inn?staff=1"
    sent = browser.guest.submit(draft.step("role"), [("csrf_token", "old"), ("version", "0")])
    assert sent.status_code in {400, 401}
    assert browser.guest.get("/larvik/mine-saker").headers["location"] == "/larvik/logg-inn"
