"""A member of staff in front of the pages of the paper way in: each looked at by axe, and measured on a phone."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import Open
from tests.e2e.pages import Officer
from tests.e2e.test_acting_for_another import assert_fine
from tests.e2e.window import Window
from tests.paper_form import NEW, SCAN, boxes, today
from tests.running_site import Site

SAVE = "Lagre og fortsett"


@pytest.fixture(scope="module")
def scan(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("scan") / "skjema.pdf"
    file.write_bytes(SCAN)
    return file


def put(window: Window, given: Mapping[str, str]) -> None:
    """As by hand: a choice is ticked, all else is written."""
    for name, value in given.items():
        tick = window.page.locator(f"input[type=radio][name='{name}'][value='{value}']")
        if tick.count():
            tick.check()
        else:
            window.page.locator(f"[name='{name}']").fill(value)


def test_from_the_envelope_to_the_case(opened: Open, site: Site, scan: Path, *, by_turns: bool) -> None:
    lun = Officer(opened(scripts=by_turns), "lun")
    lun.enter()
    window = lun.window
    window.go("/larvik/kontor/")
    lun.follow("Registrer et papirskjema")
    assert_fine(window)
    put(window, {"has_form_id": "yes", "form_id": "larvik-klag-nb"})
    lun.press("Fortsett")
    assert_fine(window)
    put(window, {"form_id": "larvik-klage-nb"})
    lun.press("Fortsett")
    for given in (
        {"address_protected": "no"},
        NEW,
        {"sent_by": "proxy", "sender_name": "Rolig Fjellvind", "sender_known": "no_number"}
        | {"authority_enclosed": "no"},
        {"came_by": "post"} | boxes("postmark", today()) | boxes("arrived", today()),
        {"decision_maker": "office"},
        {"received_known": "no"},
    ):
        lun.press(SAVE)
        assert_fine(window)
        put(window, given)
        lun.press(SAVE)
        assert window.page.locator("ds-error-summary").count() == 0
    window.page.set_input_files("[name=scan]", scan)
    window.page.get_by_role("button", name="Last opp").click()
    expect(window.page.get_by_role("link", name=scan.name)).to_be_visible()
    put(window, {"signed_on_paper": "no"})
    assert_fine(window)
    lun.press(SAVE)
    assert_fine(window)
    lun.follow("Gå videre til registrering")
    lun.press("Registrer")
    assert_fine(window)
    for name in ("compared", "impartial", "once_more"):
        for tick in window.page.locator(f"[name={name}]").all():
            tick.check()
    lun.press("Registrer")
    assert "Mangler underskrift" in window.page.content()
    assert_fine(window)
    assert site.visitor("lun").get(window.path).status_code == 200
