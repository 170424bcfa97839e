"""The header on a phone: what a logged-in person can do stands in whole lines."""

import pytest

from tests.e2e.conftest import Open
from tests.e2e.pages import Citizen
from tests.e2e.window import HEIGHT, PHONE, ZOOMED

LINES = """() => {
    const found = {};
    for (const one of document.querySelectorAll(".tools a, .tools button")) {
        const line = Math.round(one.getBoundingClientRect().top);
        if (one.checkVisibility()) (found[line] ??= []).push(one.innerText);
    }
    return Object.values(found);
}"""


@pytest.mark.parametrize("width", [PHONE, ZOOMED])
def test_logging_out_stands_alone_on_no_line(opened: Open, width: int) -> None:
    citizen = Citizen(opened(), "stille")
    citizen.enter()
    citizen.window.go("/larvik/mine-saker")
    page = citizen.page
    page.set_viewport_size({"width": width, "height": HEIGHT})
    for language, out in (("English", "Log out"), ("Nynorsk", "Logg ut"), ("Bokmål", "Logg ut")):
        citizen.press(language)
        lines = page.evaluate(LINES)
        assert any(out in line for line in lines)
        assert [out] not in lines, language
