"""The whole job as a sequence of page states: each is given its name when it is on the screen, to be looked at."""

from collections.abc import Iterator
from pathlib import Path

from forms.journeys.registry import samples
from tests.e2e.looking import FILLED_IN, WITH_ERRORS
from tests.e2e.pages import Citizen, Officer
from tests.e2e.walker import ERRORS, Walker
from tests.profiles import THOROUGH

SAMPLE = samples("coordination")[0]


def first_half(citizen: Citizen, walker: Walker, until: str) -> Iterator[str]:
    """From the front page to the step where the citizen leaves."""
    citizen.window.go("/")
    yield "choose a municipality"
    citizen.follow("Larvik")
    yield "start"
    citizen.follow("Logg inn")
    yield "log in"
    citizen.press("Logg inn")
    yield "log in with an error"
    citizen.log_in()
    yield "my cases, before any"
    citizen.follow("Se alt du kan gjøre her")
    citizen.follow("Søk om koordinator eller individuell plan")
    yield "a form's own page"
    citizen.begin()
    yield from steps(walker, until)
    citizen.follow("Mine saker")
    yield "my cases with a draft"
    citizen.follow("Se hvor du er logget inn")
    yield "own log-ins"
    citizen.log_out()


def steps(walker: Walker, until: str = "") -> Iterator[str]:
    """Each step fresh, saved empty where there are scripts, and then filled in."""
    while (slug := walker.slug) and slug != until:
        yield f"step {slug}"
        yield from saved_empty(walker, slug) if walker.window.scripts or THOROUGH else ()
        walker.fill()
        yield f"step {slug}{FILLED_IN}"
        walker.save()
        assert walker.slug != slug, walker.faults()


def saved_empty(walker: Walker, slug: str) -> Iterator[str]:
    """The step's errors, if it has any; then the step is open."""
    here = walker.window.path
    walker.save()
    if walker.slug == slug:
        yield f"step {slug}{WITH_ERRORS}"
    else:
        walker.window.go(here)


def second_half(citizen: Citizen, walker: Walker) -> Iterator[str]:
    """From coming back to the receipt with its files."""
    citizen.enter_by_page()
    citizen.go_on()
    yield from steps(walker)
    yield "review"
    citizen.follow("Gå videre til underskrift")
    yield "sign"
    citizen.press("Skriv under og send")
    assert citizen.page.locator(ERRORS).is_visible()
    yield "sign with errors"
    citizen.sign()
    yield "receipt"
    wait_for_files(citizen)
    yield "receipt with files"


def wait_for_files(citizen: Citizen) -> None:
    """With scripts the page looks for them by itself; without, one loads it again."""
    ready = citizen.page.get_by_role("link", name="Last ned som PDF")
    while not citizen.window.scripts and not ready.count():
        citizen.page.reload()
    ready.wait_for()


def at_the_office(officer: Officer, reference: str) -> Iterator[str]:
    officer.window.go(f"{officer.at}/kontor/")
    yield "log in as staff"
    officer.log_in()
    yield "the office's cases"
    officer.follow(reference)
    yield from saying_why(officer)
    yield "a case at the office"
    officer.press("Ta saken")
    yield "a case taken in hand"


def saying_why(officer: Officer) -> Iterator[str]:
    """Staff are asked why they open a case; the second time they answer, and the case opens."""
    yield "why a case is opened"
    officer.page.get_by_role("radio", name="Noe annet").check()
    officer.press("Åpne saken")
    assert officer.page.locator(ERRORS).is_visible()
    yield "why a case is opened with errors"
    officer.say_why()


def picture(folder: Path) -> Path:
    """A file to upload: the smallest whole PNG, called as a phone calls what it takes of its screen."""
    file = folder / "Screenshot_20261126-183412_Messages_æøå_com.google.android.png"
    file.write_bytes(
        bytes.fromhex(
            "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489"
            "0000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
        )
    )
    return file
