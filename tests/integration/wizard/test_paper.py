"""The blank forms over HTTP: for anybody, in the reader's language, and told politely where they cannot be had."""

import re
from collections.abc import Iterator

import pytest
from flask import Flask
from flask.testing import FlaskClient

from docgen.complete import docx_text
from docgen.contract import DOCX, PDF
from forms.journeys.registry import journey
from forms.language import Language
from forms.municipality import municipality
from tests.documents import docx_words, pdf_words, squeezed
from tests.guest import Guest
from tests.running_site import Site, free_port
from wizard.app import create_app
from wizard.gallery import offered

FORM = "/larvik/skjema/koordinator-og-plan/blankett"


@pytest.fixture(scope="module")
def guest(site: Site) -> Guest:
    """Nobody, on a site with its docgen."""
    site.with_docgen()
    return site.visitor()


@pytest.mark.parametrize(("format", "media_type"), [("pdf", PDF), ("docx", DOCX)])
def test_whoever_is_not_logged_in_gets_the_form(guest: Guest, format: str, media_type: str) -> None:  # noqa: A002 -- as in the address
    answer = guest.get(f"{FORM}.{format}")
    assert (answer.status_code, answer.headers["content-type"]) == (200, media_type)
    assert f"filename=larvik-koordinator-og-plan-nb.{format}" in answer.headers["content-disposition"]
    assert answer.headers["cache-control"] == "no-store"
    assert guest.get(f"{FORM}.{format}").content == answer.content  # from what was kept, or made the same


def test_both_files_ask_the_same_and_say_where_the_paper_goes(guest: Guest) -> None:
    words = pdf_words(guest.get(f"{FORM}.pdf").content), docx_words(guest.get(f"{FORM}.docx").content)
    place = municipality("larvik")
    for said in words:
        for text in (
            *place.paper_address,
            "Hva trenger du hjelp til?",
            "Hvis ja:",
        ):
            assert squeezed(text) in said
    assert "Side1av" in words[0]


def test_the_form_is_in_the_language_that_the_reader_chose(site: Site) -> None:
    site.with_docgen()
    reader = site.visitor()
    reader.post("/sprak", {"code": "en", "back": "/larvik/"}, page="/larvik/")
    answer = reader.get(f"{FORM}.docx")
    assert "larvik-koordinator-og-plan-en.docx" in answer.headers["content-disposition"]
    said = docx_text(answer.content)
    assert "Send or bring the form here" in said


@pytest.mark.parametrize(
    "address",
    [
        "/larvik/skjema/koordinator-og-plan/blankett.txt",
        "/larvik/skjema/koordinator-og-plan/blankett.PDF",
        "/larvik/skjema/finnes-ikke/blankett.pdf",
        "/larvik/skjema/coordination/blankett.pdf",
        "/oslo/skjema/koordinator-og-plan/blankett.pdf",
    ],
)
def test_another_format_form_or_municipality_is_not_there(guest: Guest, address: str) -> None:
    assert guest.get(address).status_code == 404


@pytest.mark.parametrize("format", ["pdf", "docx"])
def test_the_paper_form_of_what_is_not_offered_tells_what_is(site: Site, format: str) -> None:  # noqa: A002 -- as above
    guest = site.visitor(municipality="larvik")
    answer = guest.get(f"/larvik/skjema/helse-og-omsorg/blankett.{format}")
    assert answer.status_code == 404
    assert "Skjemaet finnes ikke her" in answer.text
    assert 'href="#hjelp"' in answer.text.partition("<article")[2].partition("</article>")[0]
    assert "tel:33171000" in answer.text.partition('id="hjelp"')[2]
    assert "/larvik/skjema/koordinator-og-plan" in answer.text


def test_a_page_gets_its_two_links_from_one_component(site: Site, guest: Guest) -> None:
    app = create_app(site.settings())
    source = (
        '{% from "components/blank_forms.html" import blank_forms with context %}{{ blank_forms(journey) }}'
    )
    with app.test_request_context("/larvik/"):
        page = app.jinja_env.from_string(source).render(
            journey=journey("coordination"), municipality=municipality("larvik"), language=Language()
        )
    app.extensions["tools"].store.close()
    links = re.findall(r'href="([^"]+)"', page)
    assert links == [f"{FORM}.pdf", f"{FORM}.docx"]
    assert [guest.get(link).status_code for link in links] == [200, 200]
    assert page.count(f': {journey("coordination").title}"') == 2


@pytest.fixture(scope="module")
def cut_off(site: Site) -> Iterator[Flask]:
    """The application where no docgen answers."""
    app: Flask = create_app(site.settings(docgen_url=f"http://127.0.0.1:{free_port()}"))
    yield app
    app.extensions["tools"].store.close()


@pytest.fixture
def alone(cut_off: Flask) -> FlaskClient:
    """A new reader there."""
    return cut_off.test_client()


@pytest.mark.parametrize("format", ["pdf", "docx"])
def test_without_docgen_the_reader_is_told_what_to_do(alone: FlaskClient, format: str) -> None:  # noqa: A002 -- as above
    answer = alone.get(f"{FORM}.{format}", base_url="http://127.0.0.1")
    assert answer.status_code == 503
    assert answer.headers["Retry-After"] == "60"
    page = answer.get_data(as_text=True)
    assert "Skjemaet kan ikke lages akkurat nå" in page
    office = municipality("larvik").office
    assert f'href="tel:{(office.phone or "").replace(" ", "")}"' in page
    assert str(office.visiting_address) in page
    assert f'href="{FORM}.{format}"' in page


@pytest.mark.parametrize(("place", "slug"), list(offered()), ids=lambda value: getattr(value, "id", value))
def test_every_municipality_has_a_page_for_when_the_form_cannot_be_made(
    alone: FlaskClient, place: object, slug: str
) -> None:
    where = f"/{getattr(place, 'id', '')}/skjema/{journey(slug).path}/blankett.pdf"
    for code in ("nb", "nn"):
        answer = alone.get(where, base_url="http://127.0.0.1", headers={"Accept-Language": code})
        assert answer.status_code == 503
        assert f'<html lang="{code}"' in answer.get_data(as_text=True)
