"""Attacks A-019 to A-023: markup as an answer, as a search, as a file's name and as staff's own words stays text."""

from html import unescape

import pytest
from lxml import html

from tests.draft import Draft, begin, told
from tests.running_site import Site
from tests.seen import office

IMAGE = "<img src=x onerror=fetch('/logg-ut')>"
LOADS = '<div hx-get="/admin/x" hx-trigger="load">'
BUTTON = '"><button hx-post="/soknad/ID/trekk" hx-trigger="load">'
FOCUS = 'x" autofocus onfocus=alert(1)'
SCHEME = "javascript:alert(1)"
PAYLOADS = (IMAGE, LOADS, BUTTON, FOCUS, SCHEME)
NOT_OURS = ("/admin/", "/soknad/", "alert(", "/logg-ut')")
OF_A_LINK = {"href", "src", "action", "formaction", "hx-get", "hx-post"}


def made_of_text(page: str) -> list[str]:
    """The attributes and elements of the page that no template of ours has."""
    found = []
    for element in html.fromstring(page).iter("*"):
        names = {str(name): str(value) for name, value in element.attrib.items()}
        found += [f"{element.tag!s} {name}" for name in names if name.startswith("on")]
        acts = {name: value for name, value in names.items() if name in OF_A_LINK or "hx-" in name}
        found += [f"{element.tag!s} {name}" for name, value in acts.items() if _is_foreign(value)]
    return found


def _is_foreign(value: str) -> bool:
    bare = "".join(value.split()).lower()
    return bare == "x" or bare.startswith(("javascript:", "data:")) or any(one in bare for one in NOT_OURS)


def test_what_looks_for_it_finds_it() -> None:
    for payload in (IMAGE, LOADS, BUTTON, FOCUS):
        assert made_of_text(f'<p><input value="{payload}">{payload}</p>') != []
    assert made_of_text(f'<a href=" {SCHEME}">x</a>') != []


@pytest.fixture
def draft(either_site: Site) -> Draft:
    return begin(either_site.visitor("stille"))


def everywhere() -> dict[str, dict[str, object]]:
    """The payloads in answers of every kind that takes text: a line, much text, and a row's cells."""
    return {
        "need": {"need_description": f"{IMAGE}\n{LOADS}", "what_matters": f"{BUTTON} {FOCUS}"},
        "services": {"services_needed_text": SCHEME},
        "coordinator": {"coordinator_wish_name": BUTTON, "coordinator_wish_workplace": LOADS},
        "relatives": {
            "relatives": [{"name": IMAGE, "relation": FOCUS, "phone": "+4799999998", "may_contact": "yes"}]
        },
        "gp": {"gp": SCHEME},
    }


def stays_text(page: str, *payloads: str) -> None:
    assert made_of_text(page) == []
    for payload in payloads:
        assert payload in unescape(page)
        assert payload not in page or payload == SCHEME


def test_a_019_a_020_a_023_an_answer_is_text_on_every_page_that_shows_it(
    either_site: Site, draft: Draft
) -> None:
    draft.complete(told(**everywhere()))
    for slug in everywhere():
        stays_text(draft.see(slug))
    stays_text(draft.review(), *PAYLOADS)
    assert draft.send().status_code == 303
    staff = either_site.visitor("lun")
    asked = {"reason": "other", "own_words": f"{LOADS} {IMAGE}", "related": "no"}
    assert staff.post(f"{office(draft)}/grunn", asked).status_code == 303
    stays_text(staff.get(office(draft)).text, *PAYLOADS)
    stays_text(draft.guest.get(f"{draft.path}/sett").text, LOADS, IMAGE)
    for page in (draft.receipt(), draft.guest.get("/larvik/mine-saker").text):
        stays_text(page)
    stays_text(staff.get("/larvik/kontor/").text)


def test_a_021_a_value_that_is_shown_again_closes_no_attribute(either_site: Site, draft: Draft) -> None:
    """With an error beside it, by autosave, and without a token: wherever a typed value is shown again."""
    draft.fill(until="contact")
    wrong = {"subject_phone": BUTTON, "subject_email": FOCUS, "subject_address-street": LOADS}
    with either_site.unchanged():
        refused = draft.answer("contact", wrong)
        without = draft.guest.submit(draft.step("contact"), [("version", "0"), *wrong.items()])
    assert (refused.status_code, without.status_code) == (422, 400)
    for page in (refused.text, without.text):
        stays_text(page, BUTTON, FOCUS, LOADS)
    assert draft.autosave("contact", wrong).status_code == 200
    stays_text(draft.see("contact"), BUTTON, FOCUS, LOADS)
    draft.guest.log_out()
    out = draft.guest.submit(draft.step("contact"), [("version", "0"), *wrong.items()])
    assert out.status_code == 401
    stays_text(out.text, BUTTON, FOCUS, LOADS)


def test_a_022_what_was_looked_for_is_shown_again_as_text(either_site: Site) -> None:
    nobody, staff = either_site.visitor(), either_site.visitor("lun")
    for payload in (FOCUS, BUTTON, IMAGE):
        answer = nobody.post("/larvik/sok", {"asked": payload})
        assert answer.status_code == 200
        stays_text(answer.text, payload)
        for address in ("/larvik/sok", "/larvik/logg-inn", "/larvik/finn-fram", f"/larvik/{payload}"):
            asked = {"asked": payload, "next": payload, payload: payload}
            page = nobody.get(address, params=asked)
            assert page.status_code in {200, 302, 404}
            stays_text(page.text or "<p></p>")
        sought = staff.post("/larvik/kontor/sok", {"asked": payload}, page="/larvik/kontor/")
        stays_text(sought.text)
