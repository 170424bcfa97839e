"""Log-in by ID-porten's protocol, against a certified provider."""

from tests.integration.oidc.openid_provider import HIGH
from tests.integration.oidc.real_site import RealSite, query


def test_whoever_logs_in_says_once_what_they_are_called_and_comes_to_where_they_were(
    either_real_site: RealSite,
) -> None:
    browser = either_real_site.browser()
    asks = browser.guest.get("/larvik/samtykker")
    assert asks.headers["location"].startswith("/larvik/logg-inn")
    assert "Logg inn med ID-porten" in browser.guest.get("/larvik/logg-inn").text
    answer = browser.log_in()
    assert (answer.status_code, answer.headers["location"]) == (303, "/larvik/navn")
    assert browser.guest.get("/larvik/samtykker").headers["location"] == "/larvik/navn"
    answer = browser.guest.post("/larvik/navn", {"full_name": "Stille Fjordmo"})
    assert (answer.status_code, answer.headers["location"]) == (303, "/larvik/samtykker")
    assert "Stille Fjordmo" in browser.guest.get("/larvik/samtykker").text
    again = either_real_site.browser()
    answer = again.log_in()
    assert answer.headers["location"] == "/larvik/mine-saker"
    assert "Stille Fjordmo" in again.guest.get("/larvik/mine-saker").text


def test_all_that_is_asked_is_pushed_and_the_address_holds_nothing_of_it(real_site: RealSite) -> None:
    browser = real_site.browser()
    browser.guest.post("/sprak", {"code": "nn"}, page="/larvik/")
    address = browser.leave_for_provider()
    assert set(query(address)) == {"client_id", "request_uri"}
    asked = browser.asked(address)
    assert asked["acr_values"] == HIGH
    assert asked["ui_locales"] == "nn"
    assert asked["code_challenge_method"] == "S256"
    assert asked["response_type"] == "code"
    assert asked["scope"] == "openid"
    assert asked["state"] != asked["nonce"]
