"""What the pages tell of the municipality: what is in its data, and nothing that nobody promised."""

from html import unescape

import pytest

from forms.language import Language
from forms.municipality import municipality
from tests.running_site import Site

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
    assert [line for line in (data.office.name, *data.office.lines(Language())) if line not in text] == []
