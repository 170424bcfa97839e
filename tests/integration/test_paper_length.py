"""The forms on paper as they come out: as short as a form on paper, and nobody's secret on a sheet that is copied."""

from functools import cache

import pypdfium2
import pytest

from docgen.complete import docx_text
from docgen.contract import BlankRequest
from docgen.make import make_docx, settled
from forms.municipality import municipality
from wizard.gallery import CODES, blank_request, offered, reading

MOST = {"withdrawal": 5, "supplement": 5, "consent_withdrawal": 3, "power_of_attorney_revocation": 2}
MOST |= {"power_of_attorney": 4, "appeal": 10, "service_complaint": 8, "coordination": 10, "consent": 8}
MOST |= {"care_services": 10, "notification": 6}
SHEET = {"nb": "Bare til kontoret", "nn": "Berre til kontoret", "en": "For the office only"}
SECRET = {
    "nb": (
        "sperret adresse?",
        "Hvordan kan vi trygt ta kontakt?",
        "d-nummer",
        "noen som ikke skal få vite noe",
    ),
    "nn": (
        "sperra adresse?",
        "Korleis kan vi trygt ta kontakt?",
        "d-nummer",
        "nokon som ikkje skal få vite noko",
    ),
}


@cache
def request(slug: str, place: str, code: str) -> BlankRequest:
    return blank_request(municipality(place), slug, reading(next(one for one in CODES if one == code)))


@cache
def pages(slug: str, place: str, code: str) -> list[str]:
    _, made = settled(request(slug, place, code))
    with pypdfium2.PdfDocument(made) as document:
        return [" ".join(page.get_textpage().get_text_bounded().split()) for page in document]


@pytest.mark.parametrize(("slug", "place"), [(slug, one.id) for one, slug in offered()], ids=str)
def test_a_form_on_paper_is_short_and_its_signature_stands_with_what_is_signed(slug: str, place: str) -> None:
    for code in CODES if place == "larvik" else ("nb",):
        found = pages(slug, place, code)
        assert len(found) <= MOST[slug]
        last = found[-2] if SHEET[code] in found[-1] else found[-1]
        privacy = request(slug, place, code).blank.privacy
        assert privacy.title in last
        assert all(sentence in last for sentence in privacy.lines)


@pytest.mark.parametrize("code", SECRET)
@pytest.mark.parametrize("slug", ["power_of_attorney", "consent"])
def test_what_a_copy_must_not_tell_stands_on_the_last_sheet_alone(slug: str, code: str) -> None:
    *copied, last = pages(slug, "larvik", code)
    assert SHEET[code] in last
    for said in SECRET[code][:2]:
        assert said in last
    asked = " ".join(copied).replace(f"Har du {SECRET[code][0]}", "", 1)  # which leads to the sheet
    for said in SECRET[code][:2]:
        assert said not in asked
    assert (SECRET[code][3] in last) is (slug == "consent")
    assert SECRET[code][3] not in asked


def test_the_power_of_attorney_shows_no_more_of_its_givers_number_than_the_birth_date() -> None:
    *copied, last = pages("power_of_attorney", "larvik", "nb")
    assert "Fødselsdatoen din" in copied[0]
    own = copied[0].partition("Om deg")[2].partition("Den du gir fullmakt")[0]
    assert "d-nummer" not in own
    assert "Fødselsnummer eller d-nummer" in last


def test_the_word_file_keeps_the_same_apart_after_what_is_signed() -> None:
    for slug in ("power_of_attorney", "consent"):
        said = docx_text(make_docx(blank_request(municipality("larvik"), slug, reading("nb"))))
        form, _, sheet = said.rpartition("Bare til kontoret")
        assert "Vitne, hvis noen hjalp til" in form
        assert "Hvordan kan vi trygt ta kontakt?" in sheet
        assert "Hvordan kan vi trygt ta kontakt?" not in form


def test_the_complaint_tells_at_once_until_when_who_helps_and_who_decides() -> None:
    for place, helper in (
        ("larvik", "Servicesenter"),
        ("kristiansand", "Innbyggertorg"),
        ("namsos", "ombud"),
    ):
        first = pages("appeal", place, "nb")[0]
        assert (
            first.index("Frist for å klage") < first.index("fire uker") < first.index("Hva gjelder klagen?")
        )
        for said in (helper, "ombud", "ser på saken på nytt", municipality(place).county_governor):
            assert said in first


def test_the_withdrawal_tells_what_one_ticks_for_knowing() -> None:
    said = " ".join(pages("withdrawal", "larvik", "nb"))
    told = said.index("blir svaret du klaget på, stående")
    assert told < said.index("Jeg vet hva det betyr å trekke søknaden eller klagen")
    assert "Du får ikke noe svar." in said


def test_what_is_proposed_in_a_box_on_the_screen_is_printed_over_it() -> None:
    said = " ".join(pages("consent", "larvik", "nb"))
    assert "Vårt forslag: «Tjenestene skal planlegge og samordne hjelpen.»" in said


def test_only_where_one_may_fill_in_for_another_the_paper_speaks_of_it() -> None:
    for slug, holds in (("power_of_attorney", False), ("consent", True), ("appeal", True)):
        assert ("Fyller du ut for en annen" in " ".join(pages(slug, "larvik", "nb"))) is holds
