"""Behind TLS: our own forms can be posted, and those of another site cannot."""

from collections.abc import Iterator

import pytest
from flask.testing import FlaskClient

from tests.guest import hidden
from tests.running_site import Site
from wizard.app import create_app

PROXY = {"X-Forwarded-Proto": "https", "X-Forwarded-Host": "veiviser.test", "X-Forwarded-For": "192.0.2.1"}
LOG_IN = "/larvik/logg-inn"


@pytest.fixture
def behind_tls(site: Site) -> Iterator[FlaskClient]:
    app = create_app(site.settings(secure_cookies=True, proxies=1, trusted_hosts=["veiviser.test"]))
    yield app.test_client()
    app.extensions["tools"].store.close()


def log_in(client: FlaskClient, **headers: str) -> int:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    at = {"base_url": "https://veiviser.test", "headers": PROXY}
    token = hidden(client.get(LOG_IN, **at).text, "csrf_token")
    at["headers"] = PROXY | named
    return client.post(LOG_IN, data={"csrf_token": token, "person": "stille"}, **at).status_code


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec_Fetch_Site": "same-origin", "Origin": "null"},
        {"Sec_Fetch_Site": "none"},
        {"Origin": "https://veiviser.test"},
        {"Origin": "null"},
        {},
    ],
)
def test_behind_tls_our_own_forms_are_taken(behind_tls: FlaskClient, headers: dict[str, str]) -> None:
    assert log_in(behind_tls, **headers) == 303


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec_Fetch_Site": "cross-site", "Origin": "https://veiviser.test"},
        {"Sec_Fetch_Site": "same-site"},
        {"Origin": "https://evil.test"},
        {"Origin": "https://veiviser.test.evil.test"},
        {"Origin": "https://[evil"},
        {"Origin": ""},
    ],
)
def test_a_form_of_another_site_is_refused(
    site: Site, behind_tls: FlaskClient, headers: dict[str, str]
) -> None:
    with site.unchanged():
        assert log_in(behind_tls, **headers) == 403
