"""Codes that open nothing, in a real browser: guessed, another's, used and tried too often, each with a way on."""

from tests import several
from tests.draft import Draft
from tests.e2e.conftest import Open
from tests.e2e.pages import Citizen
from tests.e2e.test_counter import Helper
from tests.e2e.test_open_pages import trouble
from tests.e2e.test_signing_together import draft, entered
from tests.running_site import Site
from wizard.cases.codes import TRIES

__all__ = ["draft"]
GUESSED = "2222-2222"


def type_code(citizen: Citizen, code: str) -> str:
    """What is said of it."""
    citizen.window.go("/larvik/kode")
    citizen.page.get_by_label("Koden").fill(code)
    citizen.press("Gå videre")
    return citizen.page.locator("main").inner_text()


def test_a_code_that_opens_nothing_says_why(
    opened: Open, site: Site, draft: Draft, *, by_turns: bool
) -> None:
    several.wait(draft)
    code = several.code_of(several.ask(draft, "second_parent", site.visitor("kjekk").invented))
    stranger, parent = (entered(opened, key, scripts=by_turns) for key in ("jevn", "kjekk"))
    found = dict[str, list[str]]()
    for typed in (code, GUESSED):
        assert "Koden er ikke riktig, eller den er til en annen enn deg." in type_code(stranger, typed)
        found |= trouble(stranger.window, "no code of theirs")
    assert "Les og skriv under" in type_code(parent, code)
    assert "Koden er brukt." in type_code(parent, code)
    found |= trouble(parent.window, "a used code")
    parent.follow("Mine saker")
    assert parent.page.get_by_text("Myk Havgløtt ber deg lese og skrive under.").first.is_visible()
    assert found == {}


def test_whoever_guesses_on_is_asked_to_wait(opened: Open) -> None:
    guesser = entered(opened, "sein", scripts=True)
    guesser.window.expected.add(429)
    said = [type_code(guesser, GUESSED) for _ in range(TRIES + 1)]
    assert "Vent ett minutt, og prøv igjen." in said[-1]
    assert trouble(guesser.window, "too many tries") == {}


def test_a_helper_who_mistypes_is_told(opened: Open) -> None:
    helper = Helper(opened(), "fin")
    helper.enter()
    helper.window.go("/larvik/skranke/kode")
    helper.page.locator("main input[name=code]").fill(GUESSED)
    helper.page.locator("[name=related][value=no]").check()
    helper.press("Hent utkastet")
    assert "Vi finner ikke koden." in helper.page.locator("#feil").inner_text()
    assert trouble(helper.window, "no code at the counter") == {}
