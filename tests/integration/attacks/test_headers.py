"""Attacks A-025 and A-026 by the headers alone; nothing is stored, so one database is enough."""

import json
import re
from collections.abc import Iterator

import pytest
from flask import Flask
from flask.testing import FlaskClient
from structlog.testing import capture_logs

from tests.draft import Draft, begin
from tests.guest import CANARY
from tests.running_site import Site
from wizard.app import create_app
from wizard.headers import REPORTS

TLS = "https://veiviser.test"
OWN = ["'self'"]
DIRECTIVES = {
    "default-src": ["'none'"],
    "style-src": OWN,
    "img-src": OWN,
    "font-src": OWN,
    "connect-src": OWN,
    "form-action": OWN,
    "base-uri": ["'none'"],
    "object-src": ["'none'"],
    "frame-ancestors": ["'none'"],
    "report-uri": [REPORTS],
}
LEGACY = {
    "csp-report": {"effective-directive": "img-src", "document-uri": "x", "blocked-uri": "https://evil.no/x"}
}


@pytest.fixture(scope="module")
def app(site: Site) -> Iterator[Flask]:
    app = create_app(site.settings(secure_cookies=True, trusted_hosts=["veiviser.test"]))
    yield app
    app.extensions["tools"].store.close()


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


@pytest.fixture(scope="module")
def draft(site: Site) -> Draft:
    return begin(site.visitor("stille")).complete()


def addresses(draft: Draft) -> list[str]:
    """A page of each kind, and answers that are none: a redirect, what is not there, what may not be asked so."""
    public = [
        "/",
        "/larvik/",
        "/larvik/logg-inn",
        "/larvik/personvern",
        "/borte",
        "/livez",
        "/readyz",
        "/static/veiviser.js",
    ]
    own = [draft.step("need"), f"{draft.path}/se-over", "/larvik/mine-saker"]
    return [
        *public,
        *own,
        "/larvik/kontor/",
        "/ingen",
        "/larvik/ingen",
        "/larvik/begynn",
        f"{draft.path}/vedlegg/x",
    ]


def parts(policy: str) -> dict[str, list[str]]:
    return {name: values for name, *values in (one.split() for one in policy.split(";"))}


def test_a_025_every_answer_has_the_strict_policy(draft: Draft) -> None:
    nonces = set()
    for address in addresses(draft):
        answer = draft.guest.get(address)
        told = parts(answer.headers["content-security-policy"])
        scripts = told.pop("script-src")
        assert told == DIRECTIVES, address
        assert scripts[0] == "'self'"
        [nonce] = scripts[1:]
        assert re.fullmatch(r"'nonce-[\w-]{20,}'", nonce)
        assert nonce not in nonces, "a nonce is of one answer"
        nonces.add(nonce)


def test_every_answer_is_of_this_site_alone_and_kept_nowhere(draft: Draft) -> None:
    for address in addresses(draft):
        headers = draft.guest.get(address).headers
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "no-referrer"
        assert (
            headers["cross-origin-opener-policy"] == headers["cross-origin-resource-policy"] == "same-origin"
        )
        assert headers["x-frame-options"] == "DENY"
        for power in ("camera", "geolocation", "microphone", "usb", "payment", "display-capture"):
            assert f"{power}=()" in headers["permissions-policy"]
        kept = "no-cache" if address.startswith("/static/") else "no-store"
        assert headers["cache-control"] == kept, address
        assert ("HX-Request" in headers.get("vary", "")) == (kept == "no-store"), address
        assert "strict-transport-security" not in headers, "over plain http a browser must not be told"


def test_behind_tls_browsers_are_held_to_it(client: FlaskClient) -> None:
    answer = client.get("/larvik/", base_url=TLS)
    assert answer.status_code == 200
    assert answer.headers["Strict-Transport-Security"] == "max-age=31536000; includeSubDomains"
    assert answer.headers["Reporting-Endpoints"] == f'innhold="{REPORTS}"'
    told = parts(answer.headers["Content-Security-Policy"])
    assert (told["report-to"], told["report-uri"]) == (["innhold"], [REPORTS])


def test_a_026_an_address_of_a_page_answers_with_a_page_whatever_asks(draft: Draft) -> None:
    asked = {"HX-Request": "true"}
    for headers in ({}, asked, asked | {"HX-History-Restore-Request": "true"}):
        for address in (draft.step("need"), f"{draft.path}/se-over", "/larvik/mine-saker", "/larvik/"):
            answer = draft.guest.get(address, headers=headers)
            assert answer.status_code == 200
            assert answer.text.lstrip().startswith("<!DOCTYPE html>")
            assert "HX-Request" in answer.headers["vary"]


def test_a_026_a_part_of_a_page_is_never_a_page(site: Site) -> None:
    """Opened by its address it leads to the page; what is only ever posted says so on a whole page."""
    sent = begin(site.visitor("stille")).complete()
    assert sent.send().status_code == 303
    for headers in ({}, {"HX-History-Restore-Request": "true"}):
        part = sent.guest.get(f"{sent.path}/dokumenter", headers=headers)
        assert (part.status_code, part.headers["location"]) == (302, f"{sent.path}/kvittering")
        saving = sent.guest.get(f"{sent.step('need')}/autolagring", headers=headers)
        assert (saving.status_code, "<html" in saving.text) == (405, True)


def page_of(draft: Draft) -> str:
    return f"{TLS}{draft.step('need')}?navn={CANARY}"


def test_a_report_tells_the_rule_and_the_kind_of_page_and_nothing_else(
    client: FlaskClient, draft: Draft
) -> None:
    older = {
        "csp-report": {
            "document-uri": page_of(draft),
            "effective-directive": "script-src-attr",
            "blocked-uri": "inline",
            "script-sample": CANARY,
        }
    }
    newer = [
        {"type": "csp-violation", "body": {"documentURL": page_of(draft), "effectiveDirective": "img-src"}},
        {
            "type": "csp-violation",
            "body": {"documentURL": "https://evil.no/[", "effectiveDirective": "img-src"},
        },
        {"type": "csp-violation", "body": {"effectiveDirective": f"{CANARY} æ"}},
        {"type": "csp-violation", "body": CANARY},
    ]
    with capture_logs() as logged:
        for told, kind in ((older, "application/csp-report"), (newer, "application/reports+json")):
            answer = client.post(REPORTS, base_url=TLS, data=json.dumps(told), content_type=kind)
            assert (answer.status_code, answer.data) == (204, b"")
    step = "/<municipality>/sak/<case:case_id>/steg/<slug>"
    found = [(one["directive"], one["page"], one["blocked"]) for one in logged]
    assert found == [
        ("script-src-attr", step, "inline"),
        ("img-src", step, "elsewhere"),
        ("img-src", "", "elsewhere"),
    ]
    assert all(set(one) == {"event", "log_level", "directive", "page", "blocked"} for one in logged)


@pytest.mark.parametrize("body", ["", "{", "null", "[[]]", '{"csp-report": 1}', "[" * 60_000, "\ud800"])
def test_what_is_no_report_is_left_unread(client: FlaskClient, body: str) -> None:
    with capture_logs() as logged:
        assert (
            client.post(REPORTS, base_url=TLS, data=body.encode("utf-8", "surrogatepass")).status_code == 204
        )
    assert logged == []


def test_reports_are_short_and_few_at_a_time(client: FlaskClient) -> None:
    with capture_logs() as logged:
        assert client.post(REPORTS, base_url=TLS, data=json.dumps([LEGACY] * 100)).status_code == 204
    assert len(logged) == 20
    assert client.post(REPORTS, base_url=TLS, data=b"x" * 65_537).status_code == 413


def test_another_site_reports_nothing_here(client: FlaskClient) -> None:
    answer = client.post(
        REPORTS, base_url=TLS, data=json.dumps(LEGACY), headers={"Sec-Fetch-Site": "cross-site"}
    )
    assert answer.status_code == 403
