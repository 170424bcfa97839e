"""The office's page of a case is in the language of whoever reads it: of the citizen's own words alone it is not."""

import re
from typing import Any

import lxml.html
import pytest
from lxml.html import HtmlElement

from forms.language import Code
from forms.municipality import municipalities
from tests import powers
from tests.draft import begin, told
from tests.integration.paper_intake.test_consent_on_paper import consent
from tests.integration.paper_intake.test_power_on_paper import power
from tests.integration.wizard.test_one_language import foreign, mixed, own_words, reading
from tests.paper_form import other
from tests.running_site import Site


def words(parts: list[HtmlElement]) -> set[str]:
    """Whatever language an element says that it is in."""
    return set(re.findall(r"[^\W\d_]+", " ".join(part.text_content() for part in parts).lower()))


def of_the_house(page: str) -> list[HtmlElement]:
    """All but the answers: headings, questions, and the boxes of facts."""
    whole: Any = lxml.html.fromstring(page)
    return [*whole.xpath("//main//*[self::h1 or self::h2 or self::dt]"), *whole.xpath("//dl[@class='facts']")]


@pytest.mark.parametrize("code", ["nn", "en"])
@pytest.mark.parametrize("form", [power, consent])
def test_what_came_on_paper_is_told_in_the_language_of_whoever_reads(
    form: Any, code: Code, site: Site
) -> None:
    clerk = site.visitor("mild")  # who sees what others are kept from, too: the site has hidden people
    paper = form(clerk, days=other(5))
    page = reading(clerk, code).get(paper.at_office).text
    assert words(of_the_house(page)) & foreign(code) == set()
    assert mixed(page, code, municipalities()["larvik"]) == []
    if code == "en":
        assert "the person it is about" in page
        assert "Kom i posten" not in page
        assert "Bjørkeløv" in page


def test_so_is_what_was_sent_here_but_for_the_citizens_own_words(site: Site) -> None:
    draft = powers.given(site.visitor("stille"), site.visitor("myk"))
    assert draft.send().status_code == 303
    clerk = reading(site.visitor("lun"), "en")
    page = clerk.get(f"/larvik/kontor/sak/{draft.id}").text
    assert words(of_the_house(page)) & foreign("en") == set()
    assert "The form was filled in in Norwegian bokmål." in page
    need = begin(site.visitor("myk")).complete(told("coordination"))
    assert need.send().status_code == 303
    page = clerk.get(f"/larvik/kontor/sak/{need.id}").text
    assert words(of_the_house(page)) & foreign("en") == set()
    written = lxml.html.fromstring(page).xpath("//dd[@lang='nb']")
    assert any(own_words("coordination")[0] in one.text_content() for one in written)


def test_the_page_in_the_forms_own_language_says_nothing_of_languages(site: Site) -> None:
    draft = powers.given(site.visitor("stille"), site.visitor("myk"))
    assert draft.send().status_code == 303
    assert "Skjemaet er fylt ut på" not in site.visitor("lun").get(f"/larvik/kontor/sak/{draft.id}").text
