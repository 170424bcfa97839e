"""From the first question to the files on the office's desk, in a real Chromium without JavaScript.

With JavaScript, at a desk, test_every_page.py walks the same way, so that axe-core sees both layouts.
"""

from itertools import takewhile
from pathlib import Path

from forms.journeys.registry import samples
from tests.documents import docx_words, pdf_words, squeezed, told
from tests.draft import Draft
from tests.e2e.conftest import Open
from tests.e2e.job import SAMPLE, at_the_office, first_half, picture, second_half
from tests.e2e.looking import is_for_axe, violations
from tests.e2e.opened_at import answer
from tests.e2e.pages import Citizen, Officer
from tests.e2e.walker import Walker
from tests.e2e.window import PHONE, Window
from tests.running_site import Site

LEAVES_AT = "request"


def look(window: Window, where: str) -> None:
    """axe-core's word on what is on the screen now, where the walk at a desk does not have it."""
    if is_for_axe(where, PHONE):
        with window.examined() as page:
            assert violations(page) == [], where


def test_a_citizen_applies_and_both_sides_get_the_same_files(opened: Open, tmp_path: Path) -> None:
    """On a phone."""
    bare = {"scripts": False, "width": PHONE}
    files = {"attachments": picture(tmp_path)}
    citizen = Citizen(opened(**bare), "stille")
    for where in first_half(citizen, Walker(citizen.window, SAMPLE, files), LEAVES_AT):
        look(citizen.window, where)

    later = Citizen(opened(**bare), "stille")
    later.draft = citizen.draft
    for where in second_half(later, Walker(later.window, SAMPLE, files)):
        look(later.window, where)
    pdf, word = (later.window.download(f"Last ned som {kind}") for kind in ("PDF", "Word"))

    officer = Officer(opened(**bare), "lun")
    for where in at_the_office(officer, later.reference()):
        look(officer.window, where)
    assert officer.window.download("Last ned som PDF") == pdf
    assert officer.window.download("Last ned som Word") == word

    for line in told(SAMPLE):
        assert squeezed(line) in pdf_words(pdf)
        assert squeezed(line) in docx_words(word)
    later.follow("Følg saken")
    assert later.page.get_by_text("Kontoret arbeider med saken").is_visible()
    look(later.window, "the citizen's case")
    later.follow("Hvem har sett saken")
    assert later.page.get_by_role("heading", name="Lun Fjelltone").first.is_visible()
    look(later.window, "who has seen the case")


def test_a_parent_applies_for_a_child(opened: Open, site: Site) -> None:
    """What differs from an application for oneself is filled in here."""
    child = next(sample for sample in samples("coordination") if sample.name == "child")
    parent = Citizen(opened(), "myk")
    parent.enter()
    parent.begin()
    walked = list(takewhile(lambda slug: slug != "need", Walker(parent.window, child).walk()))
    assert {"subject", "representative", "own-view"} <= set(walked)
    answer(site, Draft(site.visitor("myk"), parent.draft), child.answers, since="need")
    parent.window.go(f"{parent.draft}/se-over")
    parent.follow("Gå videre til underskrift")
    parent.sign()
    assert parent.page.get_by_role("heading", name="Du har sendt søknaden").is_visible()
