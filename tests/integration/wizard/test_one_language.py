"""No page is in two languages: what the person chose is on all of it, but for names and what they wrote themselves."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

import lxml.html
import pytest
from lxml.html import HtmlElement

from forms.guide.tree import nodes
from forms.journeys.registry import journey, journeys
from forms.language import Code
from forms.municipality import Municipality, municipalities
from tests.along import offering, pages, writer
from tests.draft import told
from tests.guest import Guest
from tests.running_site import Site


def _words(text: str) -> set[str]:
    return set(text.split())


SIGNS: dict[Code, set[str]] = {
    "nb": _words("ikke jeg hva hvem hvilken hvilke hvordan hvorfor fra hvis noe noen bare mer mye"),
    "nn": _words("ikkje eg kva kven kvar korleis kvifor frå viss noko nokon nokre berre meir mykje dei"),
    "en": _words("the and you your is this that not are with which what when"),
}
"""Words that only one of the languages has."""
BOTH = _words("og det er som på til av med deg din ditt kan skal har")
"""Words of both Norwegian languages that English has not."""
FILLED_IN = re.compile(r"Svar på \w+")
"""What stands for a name in the drafts that other tests left behind for the same person."""
REFERENCE = re.compile(r"V-[0-9A-Z]{4}-[0-9A-Z]{4}")
"""Drawn by lot: its letters may be a word of any language."""
OPEN = (
    "",
    "personvern",
    "tilgjengelighet",
    "ingen",
    "sok",
    "skjema/ingen",
    *(f"skjema/{journey.path}" for journey in journeys().values()),
    *(f"finn-fram/{node.id}" for node in nodes()),
)
"""The pages of a municipality that anybody may read."""
NOT_READ = ("script", "style", "noscript", "address", "textarea")
"""Not ours to translate: what somebody writes, and where an office is."""
STAFF = {"larvik": "lun", "senja": "blid", "kristiansand": "klar", "porsgrunn": "rolig", "namsos": "kvikk"}


@cache
def foreign(code: Code) -> set[str]:
    others = set.union(*(words for other, words in SIGNS.items() if other != code))
    return others | (BOTH if code == "en" else set())


def readable(element: HtmlElement, code: Code) -> Iterator[str]:
    """The texts of a page, but for parts that say themselves to be in another language."""
    if not isinstance(element.tag, str) or element.tag in NOT_READ or element.get("lang", code) != code:
        return
    yield element.text or ""
    for child in element:
        yield from readable(child, code)
        yield child.tail or ""


def names(place: Municipality) -> list[str]:
    """Names that are the same in every language."""
    own = [place.name, place.office.name, place.county_governor, place.ombud.en, *place.paper_address]
    return sorted([*own, *(helper.name for helper in place.helpers)], key=len, reverse=True)


def own_words(slug: str) -> list[str]:
    """What the sample's person wrote themselves, line by line: it may be shown, and is in their own language."""
    lines = [line.strip() for text in written(told(slug)) for line in text.splitlines()]
    return sorted((line for line in lines if " " in line), key=len, reverse=True)


def written(found: Any) -> Iterator[str]:
    if isinstance(found, str):
        yield found
    elif isinstance(found, dict | list | tuple):
        for one in found.values() if isinstance(found, dict) else found:
            yield from written(one)


def words(text: str) -> set[str]:
    return set(re.findall(r"[^\W\d_]+", text.lower()))


def mixed(page: str, code: Code, place: Municipality, own: Sequence[str] = ()) -> list[str]:
    found, whole = [], lxml.html.fromstring(page)
    assert whole.get("lang", code) == code
    for text in readable(whole, code):
        if not foreign(code) & words(text):
            continue
        said = FILLED_IN.sub("", REFERENCE.sub("", text))
        for name in (*own, *names(place)):
            said = said.replace(name, "")
        if foreign(code) & words(said):
            found.append(" ".join(text.split()))
    return found


def reading(guest: Guest, code: Code) -> Guest:
    answer = guest.post("/sprak", {"code": code, "back": "/"}, page="/")
    assert answer.status_code == 303
    return guest


def mixed_along(guest: Guest, slug: str, code: Code, place: Municipality) -> dict[str, list[str]]:
    found, own = {}, own_words(slug)
    for where, path in pages(guest, slug):
        if trouble := mixed(guest.get(path).text, code, place, own):
            found[where] = trouble
    return found


@pytest.mark.parametrize("code", SIGNS)
@pytest.mark.parametrize("slug", journeys())
def test_every_page_of_a_journey_is_in_the_persons_language(slug: str, code: Code, site: Site) -> None:
    assert mixed_along(reading(writer(site, slug), code), slug, code, offering(slug)) == {}


@pytest.mark.parametrize(
    ("slug", "code"),
    [("appeal", "nn"), ("appeal", "en"), ("power_of_attorney", "nn"), ("notification", "en")],
)
@pytest.mark.parametrize("place", municipalities())
def test_it_is_so_in_every_municipality_and_in_what_its_office_reads(
    place: str, slug: str, code: Code, site: Site
) -> None:
    """The citizen's own words and the office's frame are in two languages, and each says in which."""
    here = municipalities()[place]
    if slug not in here.journeys:
        assert site.visitor(None, place).get(f"/{place}/skjema/{journey(slug).path}").status_code == 404
        return
    staff, own = reading(site.visitor(STAFF[place], place), "nb"), own_words(slug)
    before = cases_in(staff.get(f"/{place}/kontor/").text)
    guest = reading(writer(site, slug, place), code)
    assert mixed_along(guest, slug, code, here) == {}
    listed = without(before, staff.get(f"/{place}/kontor/").text)
    assert mixed(listed, "nb", here, own) == []
    assert f'<span lang="{code}">' in listed, "whom it is about is told in the citizen's words"
    (case,) = cases_in(listed)
    assert mixed(staff.get(case).text, "nb", here, own) == []


def cases_in(listed: str) -> set[str]:
    return set(re.findall(r'href="(/[a-z]+/kontor/sak/[^"]+)"', listed))


def without(before: set[str], listed: str) -> str:
    """The office's list with what has come since: the others are what other tests wrote, in whatever language."""
    page = lxml.html.fromstring(listed)
    for row in page.xpath("//tbody/tr"):
        if before.intersection(row.xpath(".//a/@href")):
            row.drop_tree()
    return lxml.html.tostring(page, encoding="unicode")


@pytest.mark.parametrize("code", SIGNS)
@pytest.mark.parametrize("place", municipalities())
def test_every_open_page_is_in_the_persons_language(place: str, code: Code, site: Site) -> None:
    guest, here = reading(site.visitor(None, place), code), municipalities()[place]
    found = {}
    for path in ("/", "/ingen/", *(f"/{place}/{own}" for own in OPEN)):
        if trouble := mixed(guest.get(path).text, code, here):
            found[path] = trouble
    assert found == {}


@pytest.mark.parametrize(
    "path", ["/", "/larvik/", "/larvik/logg-inn", "/larvik/finn-fram", "/larvik/ingen", "/ingen/"]
)
def test_a_browser_in_english_is_answered_in_norwegian_and_offered_english(path: str, site: Site) -> None:
    answer = site.visitor(None, "larvik").http.get(path, headers={"Accept-Language": "en-GB,en;q=0.9"})
    page = lxml.html.fromstring(answer.text)
    assert page.get("lang") == "nb"
    offered = page.xpath("//header//*[contains(@class, 'languages')]//button[@lang]")
    assert [(one.get("lang"), one.text) for one in offered] == [
        ("nb", "Bokmål"),
        ("nn", "Nynorsk"),
        ("en", "English"),
    ]


def test_a_sentence_in_another_language_is_seen() -> None:
    place = municipalities()["larvik"]
    page = "<html lang='en'><body><p>This is ours.</p><p>Dette er ikke oversatt.</p></body></html>"
    assert mixed(page, "en", place) == ["Dette er ikke oversatt."]
    assert mixed(page.replace("'en'", "'nb'"), "nb", place) == ["This is ours."]
    assert mixed("<div><p lang='nb'>Dette er ikke vårt.</p></div>", "en", place) == []
