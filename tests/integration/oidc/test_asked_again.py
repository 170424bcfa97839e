"""While staff are logged in their provider is asked again: a leaver is out, and a new role holds, within minutes."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from typing import Any

import httpx
import pytest
from sqlalchemy import update

from tests.integration.oidc.real_site import MYK, RASK, Browser, Employee, RealSite
from tests.integration.wizard.test_told_to_the_log import lines
from wizard.cases.staff import at_the_office
from wizard.elsewhere import behind
from wizard.models import LoginSession
from wizard.oidc.errors import GoneError
from wizard.ways_in import StaffProvider, ways_in

DUE, TOO_LONG = timedelta(seconds=301), timedelta(minutes=31)
OFFICE, COUNTER = "/larvik/kontor/", "/larvik/skranke/"


def let_pass(site: RealSite, passed: timedelta = DUE) -> None:
    """So long ago is it now that the provider answered, and longer that anybody asked."""
    with site.tools() as tools, tools.store.write() as db:
        answered = LoginSession.answered_at.is_not(None)
        db.execute(
            update(LoginSession).where(answered).values(answered_at=tools.clock() - passed, asked_at=None)
        )


def told_to_log_in(browser: Browser, answer: httpx.Response) -> None:
    assert (answer.status_code, answer.headers["location"]) == (302, "/larvik/logg-inn?staff=1")
    assert "Du er logget ut. Logg inn hvis du vil fortsette." in browser.guest.get("/larvik/logg-inn").text


def logged_in(site: RealSite, who: Employee, number: int = 1) -> list[Browser]:
    browsers = [site.browser() for _ in range(number)]
    for browser in browsers:
        assert browser.log_in_as_staff(who).status_code == 303
    return browsers


def test_a_role_that_changed_holds_in_every_log_in_from_the_request_that_asks(
    either_real_site: RealSite,
) -> None:
    site, who = either_real_site, Employee("moves")
    here, there = logged_in(site, who, 2)
    site.staff.change(who.sub, replace(who, roles=("skranke",)).claims)
    assert here.works(), "the last answer is believed for a while"
    let_pass(site)
    assert not here.works()
    assert here.guest.get(COUNTER).status_code == 200
    assert not there.works()
    assert there.guest.get(COUNTER).status_code == 200
    site.staff.change(who.sub, who.claims)
    assert not here.works()
    let_pass(site)
    assert here.works()


def test_whoever_has_no_role_any_more_is_out_before_what_they_post_is_taken(
    either_real_site: RealSite,
) -> None:
    site, who = either_real_site, Employee("role-gone", number=MYK)
    here, there = logged_in(site, who, 2)
    with site.tools() as tools:
        site.staff.change(who.sub, replace(who, roles=()).claims)
        assert at_the_office(tools, "larvik")(MYK)
        page = here.guest.get(OFFICE)
        let_pass(site)
        answer = here.guest.post("/larvik/kontor/papir", page=OFFICE)
        assert page.status_code == 200
        assert answer.status_code in {302, 303, 401}
        assert "logg-inn" in answer.headers.get("location", answer.text)
        assert not at_the_office(tools, "larvik")(MYK), "they may be somebody's proxy again"
    assert not here.works()
    assert not there.works()


def test_whose_account_is_closed_is_out_everywhere_and_told_to_log_in(either_real_site: RealSite) -> None:
    site, who = either_real_site, Employee("closed")
    here, there = logged_in(site, who, 2)
    [stays] = logged_in(site, Employee("stays-on"))
    account = lines(site, "logged_in")[-2]["account"]
    site.staff.change(who.sub, None)
    let_pass(site)
    told_to_log_in(here, here.guest.get(OFFICE))
    assert not there.works()
    assert stays.works()
    put_out = lines(site, "staff_put_out")[-1]
    assert (put_out["account"], put_out["why"]) == (account, "refresh: invalid_grant")


def test_where_nothing_is_new_a_page_that_is_read_writes_beside_the_log_in_alone(real_site: RealSite) -> None:
    [here] = logged_in(real_site, Employee("same"))
    let_pass(real_site)
    before = real_site.rows()
    for _ in range(3):
        assert here.works()
        let_pass(real_site)
    after = real_site.rows()
    changed = [table for table in before if before[table] != after[table]]
    assert [table.split(".")[-1] for table in changed] == ["login_sessions"]


def test_a_provider_that_fails_is_asked_once_a_minute_and_trusted_for_half_an_hour(
    either_real_site: RealSite,
) -> None:
    site = either_real_site
    [here] = logged_in(site, Employee("meanwhile"))
    let_pass(site)
    with site.staff.failing():
        assert [here.works() for _ in range(4)] == [True] * 4
        assert site.staff.asked_in_vain() == 1
        assert lines(site, "staff_not_asked_again")[-1]["kind"] == "ProviderDownError"
        let_pass(site, TOO_LONG)
        told_to_log_in(here, here.guest.get(OFFICE))
        assert not here.works()
        assert site.staff.asked_in_vain() == 2
    let_pass(site, TOO_LONG)
    assert here.works(), "it says again that they are there: nothing of theirs was ended"


def test_of_many_requests_at_once_one_asks_and_the_others_go_on(either_real_site: RealSite) -> None:
    """The provider takes each refresh token once; whoever uses one twice is put out."""
    site = either_real_site
    [here] = logged_in(site, Employee("busy"))
    for _ in range(2):
        let_pass(site)
        with ThreadPoolExecutor(6) as crowd:
            answers = list(crowd.map(here.guest.http.get, [OFFICE] * 6))
        assert {answer.status_code for answer in answers} == {200}
    let_pass(site)
    assert here.works()


CHANGED: dict[str, dict[str, Any]] = {
    "of somebody else": {"claims": {"sub": "another"}},
    "of nobody": {"claims": {"sub": None}},
    "another nonce": {"claims": {"nonce": "another"}},
    "the citizens' issuer": {"claims": {"iss": "http://127.0.0.1:1"}},
    "for another client": {"claims": {"aud": "another-client"}},
    "over": {"claims": {"exp": 1_000_000_000}},
    "known less surely": {"claims": {"acr": "pwd"}},
    "without a number": {"claims": {"national_id": None}},
    "not signed": {"header": {"alg": "none"}, "sign": "none"},
    "signed with another key": {"sign": "strange"},
    "signed with the public key": {"header": {"alg": "HS256"}, "sign": "public"},
}


@pytest.mark.parametrize("how", CHANGED)
def test_a_061_an_answer_that_is_not_the_providers_word_ends_the_log_in(
    real_site: RealSite, how: str
) -> None:
    here, there = logged_in(real_site, Employee("altered"), 2)
    let_pass(real_site)
    real_site.staff.alter_next(**CHANGED[how])
    told_to_log_in(here, here.guest.get(OFFICE))
    assert there.works(), "nothing was told of the person"


@pytest.mark.parametrize("left_out", ["nonce", "acr", "auth_time"])
def test_what_an_answer_may_leave_out_is_not_missed(real_site: RealSite, left_out: str) -> None:
    """OpenID Connect Core 12.2; how surely they are known is so since the log-in."""
    [here] = logged_in(real_site, Employee("brief"))
    let_pass(real_site)
    real_site.staff.alter_next(claims={left_out: None})
    assert here.works()


def test_an_answer_without_an_id_token_is_none(real_site: RealSite) -> None:
    [here] = logged_in(real_site, Employee("wordless"))
    let_pass(real_site)
    real_site.staff.alter_next(drop=True)
    assert here.works()
    assert lines(real_site, "staff_not_asked_again")[-1]["why"] == "refresh: no ID token"
    let_pass(real_site)
    assert here.works(), "the token for next time was kept all the same"


def asked_with(site: RealSite) -> tuple[StaffProvider, str]:
    """The staff's provider, and the refresh token of the latest log-in."""
    found = ways_in(site.settings()).staff
    assert isinstance(found, StaffProvider)
    with site.tools() as tools:
        with tools.store.read() as db:
            latest = max(db.query(LoginSession).all(), key=lambda row: row.started_at)
        return found, behind(tools, latest.token_hash).refresh_token


def test_an_ask_that_was_cut_off_puts_nobody_out_of_all_their_log_ins(real_site: RealSite) -> None:
    """As where a worker dies: the token is spent, and what came for it lies nowhere."""
    there, here = logged_in(real_site, Employee("cut-off"), 2)
    found, token = asked_with(real_site)
    with closing(found.client):
        found.client.again(token)
    with real_site.tools() as tools, tools.store.write() as db:
        ours = LoginSession.answered_at.is_not(None)
        begun = tools.clock() - DUE
        db.execute(update(LoginSession).where(ours).values(answered_at=begun - DUE, asked_at=begun))
    told_to_log_in(here, here.guest.get(OFFICE))
    assert there.works(), "that the token is spent tells nothing of the person"
    assert lines(real_site, "staff_put_out")[-1]["why"] == "refresh: invalid_grant"
    let_pass(real_site)
    assert there.works()


def test_at_log_out_the_token_is_revoked_and_it_lies_sealed_until_then(either_real_site: RealSite) -> None:
    site = either_real_site
    [here] = logged_in(site, Employee("goes", number=RASK))
    found, token = asked_with(site)
    kept = "\n".join(row for rows in site.rows().values() for row in rows)
    assert token
    assert token not in kept
    assert "Logg ut hos kommunen" in here.guest.post("/logg-ut", page=OFFICE).text
    with closing(found.client), pytest.raises(GoneError):
        found.client.again(token)


def test_where_no_refresh_token_is_given_that_is_told_of_and_nothing_asked(real_site: RealSite) -> None:
    [here] = logged_in(real_site, Employee("asked"))
    before = len(lines(real_site, "no_refresh_token"))
    [unasked] = logged_in(real_site, Employee("unasked"))
    assert len(lines(real_site, "no_refresh_token")) == before + 1
    let_pass(real_site)
    with real_site.staff.failing():
        assert unasked.works()
        assert real_site.staff.asked_in_vain() == 0
        assert here.works()
        assert real_site.staff.asked_in_vain() == 1
