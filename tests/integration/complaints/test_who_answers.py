"""An answer of NAV, barnevernet or a hospital, and one that never came: no text says otherwise, to the last word."""

import itertools
from datetime import datetime

import pytest

from forms.language import OSLO
from forms.situation import Answers
from tests import behind
from tests.at_a_time import SiteAt
from tests.documents import squeezed
from tests.draft import Draft, told
from tests.told_of import words

OTHERS = {"nav": "NAV", "child_welfare": "Barnevernet", "hospital": "Sykehuset"}
ASKED: Answers = {
    "more": {"ask_extension": "yes", "ask_extension_until": "2026-12-22", "ask_reasons": ["access"]},
    "waiting": {"applied_date": "2026-08-03"},
    "disagree": {"what_about": "Jeg vil ha en koordinator."},
    "change": {"change_wanted": "At jeg får en koordinator.", "reasons": "Ingen har oversikt."},
    "suspension": {"ask_suspension": "yes", "suspension_text": "Da står vi uten hjelp."},
}
OUR_SAY = (
    "regne ut fristen",
    "Kommunen avgjør",
    "Kommunen svarer på det",
    "Kommunen kan la det vente",
    "at kommunen venter",
    "ting kommunen ikke visste",
    "be kommunen om",
    "Siste dag for å klage",
    "ser på saken på nytt",
    "Nå er det vår tur",
)
"""What only holds where the municipality decides."""
OWN_DEADLINE = ("regne ut fristen", "Siste dag for å klage")
"""What holds of a hospital's answer as well: pbrl § 7-5."""
IT_CAME = (
    "Svaret kom",
    "Når kom det?",
    "har gitt svaret",
    "svaret fra",
    "svarte deg",
    "som svarte",
    "ga deg svaret",
    "sendte deg svaret",
    "hvorfor svaret ble slik",
    "begrunnelse for svaret",
    "Hva er du uenig i?",
    "Jeg er uenig i",
    "fikk svaret",
    "står i brevet derfra",
    "Fristen står i brevet",
    "saken på nytt",
    "endre svaret",
)
"""What only holds where an answer has come."""


def walked(draft: Draft, kind: str, maker: str) -> list[str]:
    """Every page after the one that tells who answered, to the case that is in: their texts."""
    answer = {"decision_maker": maker}
    if maker == "department":
        answer["decision_department"] = "Hjemmetjenesten"
    answers = told("appeal", kind={"appeal_kind": kind}, answer=answer, **ASKED)
    path = [step.slug for step in draft.fill(answers).path]
    pages = [draft.see(slug) for slug in path[path.index("answer") + 1 :]]
    pages.append(draft.review())
    assert draft.send().status_code == 303
    return [words(page) for page in (*pages, draft.receipt(), draft.guest.get(draft.path).text)]


def said(pages: list[str], lines: tuple[str, ...]) -> list[str]:
    return [line for line, page in itertools.product(lines, pages) if line.casefold() in page.casefold()]


@pytest.mark.parametrize("kind", ["refused", "changed", "no_answer"])
@pytest.mark.parametrize("maker", OTHERS)
def test_what_others_decide_is_never_told_as_ours(site_at: SiteAt, maker: str, kind: str) -> None:
    site_at.now = datetime(2026, 11, 20, 12, tzinfo=OSLO)
    draft = site_at.begin("jevn", "appeal", "kristiansand")
    pages = walked(draft, kind, maker)
    not_said = [line for line in OUR_SAY if maker != "hospital" or line not in OWN_DEADLINE]
    assert said(pages, tuple(not_said)) == []
    who = OTHERS[maker]
    assert any(f"{who} avgjør om du får mer tid." in page for page in pages)
    receipt = pages[-2]
    assert f"{who} avgjør det." in receipt
    assert "kommunen sender klagen videre til" in receipt
    pdf = site_at.made_pdf(draft)
    assert [line for line in not_said if squeezed(line) in pdf] == []
    assert squeezed("så kommunen sender klagen videre til") in pdf


@pytest.mark.parametrize("place", ["larvik", "kristiansand", "namsos"])
@pytest.mark.parametrize("maker", ["office", "department", "unsure", *OTHERS])
def test_where_no_answer_came_nothing_says_that_one_did(site_at: SiteAt, maker: str, place: str) -> None:
    site_at.now = datetime(2026, 11, 20, 12, tzinfo=OSLO)
    draft = site_at.begin("jevn", "appeal", place)
    pages = walked(draft, "no_answer", maker)
    assert said(pages, IT_CAME) == []
    assert "Hva har du ikke fått svar på?" in pages[-3], "the review"
    content = behind.frozen(site_at, draft).content
    assert content.points[0].startswith("Jeg klager på at jeg ikke har fått svar fra: ")
    assert "søkt 3. august 2026" in content.points[0]
    assert content.points[1] == "Dette venter jeg på svar om: Jeg vil ha en koordinator."
    pdf = site_at.made_pdf(draft)
    assert [line for line in IT_CAME if squeezed(line) in pdf] == []
    if maker not in OTHERS:
        assert "Kommunen ser på klagen, og kan gi deg svaret du venter på." in pages[-2]


@pytest.mark.parametrize("place", ["larvik", "kristiansand", "namsos"])
def test_the_guide_to_a_missing_answer_speaks_of_no_answer_that_came(site_at: SiteAt, place: str) -> None:
    page = words(site_at.visitor(municipality=place).get(f"/{place}/finn-fram/41").text)
    assert said([page], IT_CAME) == []
    to = "avdelingen som skulle ha svart deg." if place == "namsos" else "Det du sender, går til"
    assert to in page
