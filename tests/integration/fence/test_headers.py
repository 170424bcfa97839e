"""What every answer carries, and what none tells. Nothing is stored here: one database is enough."""

import httpx
import pytest

from tests.running_site import Site
from wizard.app import create_app

PAGES = (
    "/",
    "/larvik/",
    "/larvik/logg-inn",
    "/larvik/mine-saker",
    "/larvik/finnes-ikke",
    "/livez",
    "/readyz",
    "/finnes/ikke",
)
STATIC = ("/static/veiviser.css", "/static/veiviser.js", "/static/favicon.svg", "/static/finnes-ikke.js")


@pytest.fixture(params=(*PAGES, *STATIC))
def answer(request: pytest.FixtureRequest, site: Site) -> httpx.Response:
    """An answer to somebody who is not logged in: pages, ways on, refusals, files."""
    return httpx.get(f"{site.url}{request.param}")


def test_every_answer_lets_the_browser_do_as_little_as_it_needs(answer: httpx.Response) -> None:
    policy = dict(
        part.strip().partition(" ")[::2] for part in answer.headers["content-security-policy"].split(";")
    )
    assert policy["default-src"] == "'none'"
    assert policy["object-src"] == policy["base-uri"] == policy["frame-ancestors"] == "'none'"
    assert policy["form-action"] == policy["connect-src"] == policy["style-src"] == "'self'"
    assert "unsafe" not in answer.headers["content-security-policy"]
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["referrer-policy"] == "no-referrer"
    assert answer.headers["cross-origin-opener-policy"] == "same-origin"
    assert answer.headers["cross-origin-resource-policy"] == "same-origin"
    assert "geolocation=()" in answer.headers["permissions-policy"]
    assert "access-control-allow-origin" not in answer.headers


def test_no_nonce_serves_twice(site: Site) -> None:
    policies = {httpx.get(f"{site.url}/larvik/").headers["content-security-policy"] for _ in range(5)}
    assert len(policies) == 5


def test_every_text_says_in_which_letters_it_is_written(answer: httpx.Response) -> None:
    kind = answer.headers["content-type"]
    assert "charset=utf-8" in kind or kind.startswith(("application/json", "image/")), kind


def test_only_what_has_its_version_in_its_address_is_kept(answer: httpx.Response) -> None:
    kept = "no-cache" if answer.url.path.startswith("/static/") else "no-store"
    assert answer.headers["cache-control"] == kept


def test_nothing_tells_what_runs_behind_it(answer: httpx.Response) -> None:
    assert answer.headers["server"] == "gunicorn"
    assert "x-powered-by" not in answer.headers


def test_over_tls_browsers_are_told_to_stay_there(site: Site) -> None:
    app = create_app(site.settings(secure_cookies=True, trusted_hosts=["veiviser.test"]))
    for path in (*PAGES, *STATIC):
        with app.test_client().get(path, base_url="https://veiviser.test") as told:
            assert told.headers["Strict-Transport-Security"] == "max-age=31536000; includeSubDomains", path
    app.extensions["tools"].store.close()


@pytest.mark.parametrize("path", ["/static/", "/static", "/static/vendor/", "/static/../settings.py"])
def test_no_folder_is_listed_and_none_left(site: Site, path: str) -> None:
    assert httpx.get(f"{site.url}{path}", follow_redirects=True).status_code == 404


@pytest.mark.parametrize(
    "path", ["/.git/config", "/.env", "/wsgi.py", "/openapi.json", "/console", "/static/%2e%2e/app.py"]
)
def test_what_is_not_for_browsers_is_not_there(site: Site, path: str) -> None:
    assert httpx.get(f"{site.url}{path}", follow_redirects=True).status_code == 404


def test_trace_echoes_nothing(site: Site) -> None:
    told = httpx.request("TRACE", f"{site.url}/larvik/", headers={"X-Secret": "fjellrev"})
    assert told.status_code == 405
    assert "fjellrev" not in told.text
