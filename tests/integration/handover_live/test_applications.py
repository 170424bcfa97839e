"""People who apply for a plan and a coordinator, from the first page to the words of the PDF."""

import re
from dataclasses import replace

import pytest

from forms.journeys.registry import samples
from forms.municipality import municipality
from forms.situation import Person
from tests import behind
from tests.documents import docx_words, pdf_words, squeezed
from tests.draft import Draft, begin
from tests.guest import Guest
from tests.integration.handover.world import until
from tests.running_site import Site
from tests.unit.forms.coordination.walking import walked
from tests.unit.forms.invented import HERE

PLACES = ("subject_address", "rep_address", "living", "gp", "coordinator_wish_workplace")
ASKED = ("Adressen din", "Hvem er fastlegen", "Hvordan bor du", "Hvor arbeider")
"""Questions that would tell where somebody is: by the names of their inputs, and as they stand in documents."""


def files(site: Site, draft: Draft, guest: Guest) -> tuple[str, str]:
    """Both files as ``guest`` gets them, once they are there."""
    until(lambda: "delivered" in behind.events(site, draft))
    at = draft.path if guest is draft.guest else draft.path.replace("/sak/", "/kontor/sak/")
    pdf, docx = (guest.get(f"{at}/dokument/{kind}") for kind in ("pdf", "docx"))
    assert pdf.status_code == docx.status_code == 200
    return pdf_words(pdf.content), docx_words(docx.content)


def test_p01_an_adult_with_one_service_today_applies_for_a_plan_and_a_coordinator(site: Site) -> None:
    draft = begin(site.visitor("stille")).complete(samples("coordination")[0].answers)
    assert draft.send().headers["location"] == f"{draft.path}/kvittering"
    receipt, case = draft.receipt(), behind.case(site, draft)
    assert case
    assert case.reference in receipt
    assert "Mottatt" in receipt
    assert municipality("larvik").promised_time is None
    # a preliminary answer within a month is owed for services, not for a coordinator
    assert not re.search(r"\b(?:uker|måned\w*|dager)\b", receipt)
    for words in files(site, draft, draft.guest):
        for said in ("Tjenestekontoret", "Byskogveien 5, 3257 LARVIK", case.reference, "Stille Bjørkeløv"):
            assert squeezed(said) in words
        for answer in ("Individuell plan", "Koordinator", "Hjemmesykepleien kommer om morgenen."):
            assert squeezed(answer) in words


@pytest.mark.parametrize("answer", ["yes", "not_digital"])
def test_p08_a_protected_address_leaves_no_place_on_screen_in_the_files_or_in_the_json(
    site: Site, answer: str
) -> None:
    guest = site.visitor("var")
    here = replace(HERE, submitter=Person(guest.invented.name, guest.invented.national_id))
    answers = walked(here, address_protected=answer, safe_contact="phone").answers
    draft = begin(guest).complete(answers)
    asked = draft.see("address-protection")
    for way in ("På et trygt telefonnummer", "Ved å møte opp hos dere", "På papir, i posten"):
        assert way in asked
    assert 'value="school"' not in draft.see("services")
    for page in (draft.review(), draft.see("need"), draft.see("relatives")):
        assert [one for one in PLACES if f'name="{one}' in page] == []
    assert draft.send().status_code == 303
    request = behind.frozen(site, draft).canonical().decode()
    assert [one for one in ASKED if one in request] == []
    restricted = site.visitor("mild")
    for words in (*files(site, draft, guest), *files(site, draft, restricted)):
        assert [one for one in ASKED if squeezed(one) in words] == []
        assert squeezed("Et telefonnummer det er trygt å ringe") in words
    others = site.visitor("lun").get("/larvik/kontor/")
    assert draft.path.rsplit("/", 1)[1] not in others.text
    assert draft.path.rsplit("/", 1)[1] in restricted.get("/larvik/kontor/").text
    assert "perret" not in restricted.get("/larvik/kontor/").text, "no list tells of the block"
