"""What the pages tell of the municipality: what is in its data, and nothing that nobody promised."""

import re
from html import unescape

import pytest

from forms.journeys.registry import samples
from forms.language import Language
from forms.municipality import municipality
from tests import behind
from tests.draft import Draft, begin
from tests.running_site import Site
from wizard.calling import calls

MUST_TELL = (
    "artikkel 6 nr. 1 c og e",
    "Artikkel 9 nr. 2 h",
    "§ 12",
    "frivillig",
    "taushetsplikt",
    "Statsforvalteren",
    "reglene om arkiv",
    "Fortell dem du oppgir",
    "få se det kommunen har om deg",
    "feil blir rettet",
    "brukt mindre",
    "protestere",
    "Datatilsynet",
    "Pasient- og brukerombudet",
)
"""GDPR article 13 and 14, in our words."""


def page(site: Site, place: str, path: str) -> str:
    return unescape(site.visitor(municipality=place).get(f"/{place}/{path}").text)


@pytest.mark.parametrize("place", ["larvik", "kristiansand"])
def test_the_privacy_page_tells_what_the_signer_declares_to_have_read(site: Site, place: str) -> None:
    text, data = page(site, place, "personvern"), municipality(place)
    assert [told for told in MUST_TELL if told not in text] == []
    assert [one.nb for one in (*data.legal_basis, *data.privacy.sentences) if one.nb not in text] == []
    assert [
        line for line in (data.office.name, *data.office.lines(Language())) if str(calls(line)) not in text
    ] == []


OLDER = "Adressen eller telefonnummeret kan være gammelt."


def test_what_is_from_an_older_page_says_so_wherever_it_stands(site: Site) -> None:
    start, privacy = page(site, "kristiansand", ""), page(site, "kristiansand", "personvern")
    assert "Steder: Nodeland, Tangvall, Rådhuskvartalet" in start
    assert start.index("Rådhuskvartalet") < start.index(OLDER)
    assert OLDER in privacy.partition("Spør oss")[2].partition("</section>")[0]
    assert OLDER not in page(site, "larvik", "")
    told = page(site, "larvik", "personvern").partition("Postboks 2020, 3255 Larvik")[2]
    assert OLDER in told.partition("</section>")[0]
    assert "Postboks 600" in page(site, "senja", "personvern")
    assert OLDER not in page(site, "senja", "personvern")


def test_a_page_of_the_guide_whose_form_is_not_offered_promises_none_and_gives_the_phone(site: Site) -> None:
    text = page(site, "kristiansand", "finn-fram/25")
    assert "<h1>Snakk med Forvaltning og koordinering</h1>" in text
    assert "Du kan søke" not in text.partition("<h1>")[2].partition("</article>")[0]
    assert "tel:38075000" in text.partition('<div class="said">')[2].partition("</div>")[0]
    assert "<h1>Du kan søke om hjelp i hverdagen</h1>" in page(site, "senja", "finn-fram/25")


def test_kristiansands_appeal_is_there_on_paper_as_pdf_and_word_and_says_where_it_goes(site: Site) -> None:
    text = page(site, "kristiansand", "skjema/klage")
    told = text.partition("Vil du heller skrive på papir?")[2].partition("</section>")[0]
    for file in ("blankett.pdf", "blankett.docx"):
        assert f"/kristiansand/skjema/klage/{file}" in told
    assert [line for line in municipality("kristiansand").paper_address if line not in told] == []


def test_kristiansands_relatives_read_where_to_get_advice_on_an_appeal(site: Site) -> None:
    for path in ("", "skjema/klage"):
        assert "gir råd til deg som er bruker eller pårørende" in page(site, "kristiansand", path)


def test_the_ombuds_number_can_be_called_and_may_have_changed(site: Site) -> None:
    told = page(site, "larvik", "finn-fram/47")
    assert "tel:40501600" in told
    assert "Nummeret kan være endret." in told


def test_post_is_told_of_only_where_the_municipality_has_an_address_that_the_post_finds(site: Site) -> None:
    porsgrunn, larvik = (page(site, place, "skjema/klage") for place in ("porsgrunn", "larvik"))
    assert "i posten" not in porsgrunn.partition("Vil du heller skrive på papir?")[2]
    assert "Leverer du klagen på papir, må du gjøre det senest siste dag." in porsgrunn
    assert "Sender du klagen i posten" in larvik


def test_the_law_of_the_coordinating_unit_is_told(site: Site) -> None:
    assert "helse- og omsorgstjenesteloven § 7-3" in page(site, "senja", "personvern")
    assert "helse- og omsorgstjenesteloven § 7-3" in page(site, "senja", "finn-fram/52")


def test_a_complaint_on_help_tells_the_weeks_for_what_one_has_a_right_to(site: Site) -> None:
    assert "Da er fristen for å klage fire uker" in page(site, "larvik", "finn-fram/42")


def test_where_there_is_no_visiting_address_the_help_box_tells_where_to_write(site: Site) -> None:
    assert "<p>Postboks 4, 4685 Nodeland</p>" in page(site, "kristiansand", "")
    assert "tel:33171000" in page(site, "larvik", "")


def test_no_page_promises_what_no_source_says(site: Site) -> None:
    start = page(site, "larvik", "")
    assert "20 minutter" not in start
    assert "tar kontakt med deg" not in start
    told = page(site, "larvik", "tilgjengelighet")
    assert "uustatus.no" in told
    assert "Vi følger kravene" not in told
    assert "fylle ut på papir" not in told


def test_who_signs_on_paper_is_told_that_the_signature_is_missing(draft: Draft) -> None:
    draft.complete()
    assert draft.send(sign_method="paper").status_code == 303
    receipt = draft.receipt()
    assert "Underskriften på papir mangler ennå." in receipt
    assert "Nå er det vår tur" not in receipt
    to_do = [
        "skriv den ut",
        "ved «Underskrift»",
        "Send eller lever papiret her",
        *municipality("larvik").paper_address,
    ]
    told = receipt.partition("Husk underskriften")[2]
    places = [told.index(text) for text in to_do]
    assert places == sorted(places)


def test_the_list_the_receipt_and_the_case_tell_whom_it_is_about(site: Site) -> None:
    child = next(one for one in samples("coordination") if one.name == "child")
    guest = site.visitor("myk")
    draft, own = begin(guest), begin(guest)
    own.answer("role", {"submitter_role": "self"})
    draft.fill(child.answers)
    cards = guest.get("/larvik/mine-saker").text.split("<article")[1:]
    assert [re.findall(r"For \w+", card) for card in cards if own.path in card] == [["For deg"]]
    assert [re.findall(r"For \w+", card) for card in cards if draft.path in card] == [["For Glad"]]
    assert draft.send().status_code == 303
    assert re.search(r"Hvem det gjelder</dt>\s*<dd>\s*Glad\s", draft.receipt())
    assert "For Glad" in guest.get(draft.path).text


def test_who_signed_is_told_where_to_turn_if_they_disagree(draft: Draft) -> None:
    draft.complete().send()
    for text in (draft.receipt(), draft.guest.get(draft.path).text):
        assert municipality("larvik").county_governor in text
        assert municipality("larvik").ombud.nb in text


def test_a_signature_carries_a_mark_that_only_the_key_makes(site: Site, draft: Draft) -> None:
    draft.complete().send()
    facts = {fact.label: fact.value for fact in behind.frozen(site, draft).signatures[0].facts}
    mark, number = facts["Kode som viser hvem som skrev under"], draft.guest.invented.national_id
    with site.tools() as tools:
        assert tools.vault.lookup(f"signer:{number}").hex().startswith(mark)
    assert len(mark) == 16
