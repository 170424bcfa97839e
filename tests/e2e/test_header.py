"""The header on a phone: what a logged-in person can do stands in whole lines."""

from tests.e2e.conftest import Open
from tests.e2e.looking import at_widths
from tests.e2e.pages import Citizen
from tests.e2e.window import PHONE, ZOOMED

LINES = """() => {
    const found = {};
    for (const one of document.querySelectorAll(".tools a, .tools button")) {
        const line = Math.round(one.getBoundingClientRect().top);
        if (one.checkVisibility()) (found[line] ??= []).push(one.innerText);
    }
    return Object.values(found);
}"""


def test_logging_out_stands_alone_on_no_line(opened: Open) -> None:
    citizen = Citizen(opened(), "stille")
    citizen.enter()
    citizen.window.go("/larvik/mine-saker")
    page = citizen.page
    for language, out in (("English", "Log out"), ("Nynorsk", "Logg ut"), ("Bokmål", "Logg ut")):
        citizen.press(language)
        for width in at_widths(page, (PHONE, ZOOMED)):
            lines = page.evaluate(LINES)
            assert any(out in line for line in lines)
            assert [out] not in lines, (language, width)
